package org.sitewright.ui.editor;

import javafx.beans.property.BooleanProperty;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.sitewright.site.Theme.ColorMode;

/// How the page is looked at: its width in CSS pixels, how large it is drawn, in which appearance and direction.
final class CanvasSize {
    static final int NARROWEST = 320;
    static final int WIDEST = 1920;

    private static final double[] STEPS = {0.5, 0.67, 0.75, 0.9, 1, 1.1, 1.25, 1.5, 1.75, 2};
    private static final double FIT = 0;

    private final IntegerProperty width = new SimpleIntegerProperty(Device.DESKTOP.width());
    private final DoubleProperty wanted = new SimpleDoubleProperty(FIT);
    private final ReadOnlyDoubleWrapper scale = new ReadOnlyDoubleWrapper(1);
    private final BooleanProperty rightToLeft = new SimpleBooleanProperty();
    private final ObjectProperty<ColorMode> appearance = new SimpleObjectProperty<>(ColorMode.AUTO);
    private double room = Device.DESKTOP.width();

    CanvasSize() {
        width.addListener((property, before, after) -> update());
        wanted.addListener((property, before, after) -> update());
    }

    int width() {
        return width.get();
    }

    IntegerProperty widthProperty() {
        return width;
    }

    void setWidth(int pixels) {
        width.set(Math.clamp(pixels, NARROWEST, WIDEST));
    }

    double scale() {
        return scale.get();
    }

    ReadOnlyDoubleProperty scaleProperty() {
        return scale.getReadOnlyProperty();
    }

    boolean fits() {
        return wanted.get() == FIT;
    }

    /// Turned round for a language that runs from right to left.
    BooleanProperty rightToLeftProperty() {
        return rightToLeft;
    }

    /// Automatic is what the site itself says.
    ObjectProperty<ColorMode> appearanceProperty() {
        return appearance;
    }

    /// @param pixels of the screen that the page may take
    void setRoom(double pixels) {
        room = Math.max(200, pixels);
        update();
    }

    /// As large as there is room for, and never larger than it is.
    void fit() {
        wanted.set(FIT);
    }

    /// @param to 1 for the size that it is, from 0.5 to 2
    void zoomTo(double to) {
        wanted.set(Math.clamp(to, STEPS[0], STEPS[STEPS.length - 1]));
    }

    /// One step larger (1) or smaller (-1).
    void zoomBy(int by) {
        double now = scale.get();
        double next = by > 0 ? STEPS[STEPS.length - 1] : STEPS[0];
        for (int i = 0; i < STEPS.length; i++) {
            double step = STEPS[by > 0 ? i : STEPS.length - 1 - i];
            if (by > 0 ? step > now + 0.005 : step < now - 0.005) {
                next = step;
                break;
            }
        }
        zoomTo(next);
    }

    private void update() {
        scale.set(fits() ? Math.min(1, room / width.get()) : wanted.get());
    }
}
