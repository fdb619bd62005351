package org.sitewright.ui.control;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import java.net.URL;
import java.util.List;
import java.util.Objects;
import javafx.application.Application;
import javafx.application.ColorScheme;
import javafx.application.ConditionalFeature;
import javafx.application.Platform;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Scene;
import javafx.scene.text.Font;

/// Light and dark for the whole program, by the user's choice or the system's.
public final class Look {
    private static final List<String> FONTS =
            List.of("Inter-Regular.otf", "Inter-Medium.otf", "Inter-SemiBold.otf", "JetBrainsMono-Regular.ttf");

    private final ObjectProperty<Choice> choice = new SimpleObjectProperty<>(Choice.SYSTEM);
    private final ReadOnlyBooleanWrapper dark = new ReadOnlyBooleanWrapper();

    /// What the user may choose.
    public enum Choice {
        SYSTEM,
        LIGHT,
        DARK
    }

    public Look() {
        for (String font : FONTS) {
            Font.loadFont(resource("fonts/" + font).toExternalForm(), 13);
        }
        choice.addListener((property, before, after) -> update());
        Platform.getPreferences().colorSchemeProperty().addListener((property, before, after) -> update());
        update();
    }

    public ObjectProperty<Choice> choiceProperty() {
        return choice;
    }

    public ReadOnlyBooleanProperty darkProperty() {
        return dark.getReadOnlyProperty();
    }

    /// Styles a scene and keeps it in step.
    public void dress(Scene scene) {
        Runnable apply = () -> {
            scene.getStylesheets()
                    .setAll(
                            resource(dark.get() ? "dark.css" : "light.css").toExternalForm(),
                            resource("sitewright.css").toExternalForm());
            if (!Platform.isSupported(ConditionalFeature.TRANSPARENT_WINDOW)) {
                // Shadows and round corners of pop-ups need see-through windows.
                scene.getStylesheets().add(resource("opaque.css").toExternalForm());
            }
        };
        dark.addListener((property, before, after) -> apply.run());
        apply.run();
    }

    private void update() {
        dark.set(
                switch (choice.get()) {
                    case LIGHT -> false;
                    case DARK -> true;
                    case SYSTEM -> Platform.getPreferences().getColorScheme() == ColorScheme.DARK;
                });
        Application.setUserAgentStylesheet(
                dark.get() ? new PrimerDark().getUserAgentStylesheet() : new PrimerLight().getUserAgentStylesheet());
    }

    private static URL resource(String name) {
        return Objects.requireNonNull(Look.class.getResource(name), name);
    }
}
