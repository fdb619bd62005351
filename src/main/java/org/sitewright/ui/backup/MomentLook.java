package org.sitewright.ui.backup;

import java.util.Objects;
import java.util.function.Consumer;
import javafx.geometry.Insets;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;
import org.sitewright.preview.CanvasPage;
import org.sitewright.site.Page;
import org.sitewright.ui.backup.BackupActions.Seen;
import org.sitewright.ui.control.Controls;
import org.sitewright.ui.control.DialogBox;
import org.sitewright.ui.control.Overlay;
import org.sitewright.ui.history.PastPage;

/// A site as a moment of a backup has it, page by page, over the screen; brought back from here, or left with Esc.
final class MomentLook {
    private static final String NAME = "backup/moment";

    private final BackupWindow window;
    private final Seen seen;
    private final PastPage page;
    private final ComboBox<Page> pages = new ComboBox<>();
    private final Label words = Controls.label("", "meta");
    private final Overlay overlay;
    private final VBox box;

    /// @param over the screen that it lies on
    /// @param title the site and the moment
    /// @param restore brings it back, in the place of the present one when told so
    MomentLook(StackPane over, BackupWindow window, String title, Seen seen, Consumer<Boolean> restore) {
        this.overlay = new Overlay(over);
        this.window = window;
        this.seen = seen;
        this.page = new PastPage(NAME, "moment-page", window.server());
        Controls controls = window.controls();
        words.setText(seen.words());
        words.setId("moment-words");
        Button replace = act(controls.button("Replace the present one", "replace"), "look-replace", restore, true);
        Controls.name(replace, "Make the site what it was; what it is now goes into the bin", "");
        Button beside = act(controls.primary("Restore beside", "history"), "look-beside", restore, false);
        HBox.setHgrow(words, Priority.ALWAYS);
        words.setMinWidth(0);
        VBox.setVgrow(page.root(), Priority.ALWAYS);
        box = DialogBox.of(
                "moment-look",
                Double.MAX_VALUE,
                DialogBox.head(title, overlay, controls, chooser()),
                DialogBox.foot(words, Controls.spring(), replace, beside),
                page.root());
        box.setPrefWidth(Region.USE_COMPUTED_SIZE);
        box.setMaxHeight(Double.MAX_VALUE);
        StackPane.setMargin(box, new Insets(0, 32, 0, 32));
    }

    private ComboBox<Page> chooser() {
        pages.getItems().setAll(seen.site().pages());
        pages.setId("moment-pages");
        pages.setAccessibleText("Page");
        pages.setConverter(new StringConverter<>() {
            @Override
            public String toString(@Nullable Page each) {
                return each == null ? "" : each.name();
            }

            @Override
            public Page fromString(String name) {
                return Objects.requireNonNull(pages.getValue());
            }
        });
        pages.valueProperty().addListener((property, before, after) -> draw());
        return pages;
    }

    private Button act(Button button, String id, Consumer<Boolean> restore, boolean replace) {
        button.setId(id);
        button.setOnAction(event -> {
            overlay.close();
            restore.accept(replace);
        });
        return button;
    }

    private void draw() {
        Page wanted = pages.getValue();
        window.work()
                .<CanvasPage.Parts>run(
                        (progress, cancel) -> window.pages().draw(seen.site(), wanted.id()),
                        parts -> {
                            if (wanted.equals(pages.getValue()) && overlay.isOpen()) {
                                page.show(parts);
                            }
                        },
                        window.navigator()::tell);
    }

    void show() {
        overlay.ask(box, pages, page::close);
        pages.setValue(seen.site().home());
    }
}
