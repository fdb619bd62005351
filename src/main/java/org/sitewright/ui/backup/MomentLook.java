package org.sitewright.ui.backup;

import java.util.Objects;
import java.util.function.Consumer;
import javafx.geometry.Insets;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;
import org.sitewright.preview.CanvasPage;
import org.sitewright.site.Page;
import org.sitewright.ui.backup.BackupActions.Seen;
import org.sitewright.ui.control.Controls;
import org.sitewright.ui.history.PastPage;

/// A site as a moment of a backup has it, page by page, over the screen; brought back from here, or left with Esc.
final class MomentLook {
    private static final String NAME = "backup/moment";

    private final BackupWindow window;
    private final Seen seen;
    private final PastPage page;
    private final ComboBox<Page> pages = new ComboBox<>();
    private final Label words = Controls.label("", "meta");
    private final StackPane scrim = new StackPane();

    /// @param title the site and the moment
    /// @param restore brings it back, in the place of the present one when told so
    MomentLook(BackupWindow window, String title, Seen seen, Consumer<Boolean> restore) {
        this.window = window;
        this.seen = seen;
        this.page = new PastPage(NAME, "moment-page", window.server());
        Controls controls = window.controls();
        Label heading = Controls.label(title, "group-title");
        heading.setId("moment-title");
        Button close = controls.iconButton("Close", "x", "Esc");
        close.setId("close-moment");
        close.setOnAction(event -> close());
        HBox head = Controls.row(12, heading, Controls.spring(), chooser(), close);
        head.setPadding(new Insets(10, 12, 10, 24));
        words.setText(seen.words());
        words.setId("moment-words");
        Button replace = act(controls.button("Replace the present one", "replace"), "look-replace", restore, true);
        Controls.name(replace, "Make the site what it was; what it is now goes into the bin", "");
        Button beside = act(controls.primary("Restore beside", "history"), "look-beside", restore, false);
        HBox foot = Controls.row(8, words, Controls.spring(), replace, beside);
        HBox.setHgrow(words, Priority.ALWAYS);
        words.setMinWidth(0);
        foot.setPadding(new Insets(12, 24, 14, 24));
        VBox.setVgrow(page.root(), Priority.ALWAYS);
        VBox box = new VBox(head, Controls.hairline(), page.root(), Controls.hairline(), foot);
        box.getStyleClass().add("dialog-box");
        StackPane.setMargin(box, new Insets(32, 64, 32, 64));
        scrim.getStyleClass().add("scrim");
        scrim.setId("moment-look");
        scrim.getChildren().setAll(box);
        scrim.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
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
            close();
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
                            if (wanted.equals(pages.getValue()) && scrim.getParent() != null) {
                                page.show(parts);
                            }
                        },
                        window.navigator()::tell);
    }

    private void pressed(KeyEvent event) {
        if (event.getCode() == KeyCode.ESCAPE) {
            event.consume();
            close();
        }
    }

    void show(StackPane over) {
        over.getChildren().add(scrim);
        pages.setValue(seen.site().home());
        pages.requestFocus();
    }

    void close() {
        if (scrim.getParent() instanceof StackPane over) {
            over.getChildren().remove(scrim);
            page.close();
        }
    }
}
