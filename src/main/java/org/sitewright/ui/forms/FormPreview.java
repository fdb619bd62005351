package org.sitewright.ui.forms;

import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import javafx.scene.control.Label;
import javafx.scene.image.ImageView;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.sitewright.preview.CanvasPage;
import org.sitewright.preview.CanvasServer;
import org.sitewright.site.Form;
import org.sitewright.site.Page;
import org.sitewright.site.Section;
import org.sitewright.site.SectionId;
import org.sitewright.site.Site;
import org.sitewright.ui.control.Controls;
import org.sitewright.ui.control.PageSnapshots;
import org.sitewright.ui.fx.Delay;

/// Shows how a form looks in the site's theme, unless the open page shows it already.
public final class FormPreview {
    private static final Duration PAUSE = Duration.ofMillis(300);
    private static final int PAGE_WIDTH = 460;
    private static final double WIDTH = 304;
    private static final SectionId SECTION = new SectionId(new UUID(0, 0));

    private final FormsViewModel model;
    private final Drawing drawing;
    private final Delay delay = Delay.onScreen();
    private final ImageView view = new ImageView();
    private final Label says = Controls.label("", "meta");
    private final VBox root;
    private boolean closed;

    /// What draws pages.
    public record Drawing(CanvasPage pages, CanvasServer server, PageSnapshots snapshots) {}

    FormPreview(FormsViewModel model, Drawing drawing) {
        this.model = model;
        this.drawing = drawing;
        view.setFitWidth(WIDTH);
        view.setPreserveRatio(true);
        StackPane frame = new StackPane(view);
        frame.getStyleClass().add("form-preview");
        frame.managedProperty().bind(view.imageProperty().isNotNull());
        frame.visibleProperty().bind(view.imageProperty().isNotNull());
        says.setWrapText(true);
        root = new VBox(6, Controls.label("How it looks", "group-label"), says, frame);
    }

    VBox root() {
        return root;
    }

    void close() {
        closed = true;
        delay.stop();
    }

    void show(Form form) {
        Page page = model.page();
        Optional<Section> section = model.section(form, SECTION);
        if (model.isOn(form, page)) {
            says.setText("The page beside shows it as visitors see it.");
            view.setImage(null);
            delay.stop();
        } else if (section.isEmpty()) {
            Controls.show(root, false);
        } else {
            says.setText("");
            delay.restart(PAUSE, () -> draw(model.site(), page, section.get(), form));
        }
        Controls.show(says, !says.getText().isEmpty());
    }

    private void draw(Site site, Page page, Section section, Form form) {
        String address =
                drawing.server().put("form-preview", () -> drawing.pages().still(site, page.id(), section));
        String key = "form-" + form.hashCode() + "-" + site.theme().hashCode();
        drawing.snapshots()
                .request(new PageSnapshots.Request(key, address, PAGE_WIDTH, 0, 2 * WIDTH / PAGE_WIDTH, image -> {
                    if (!closed) {
                        view.setImage(image);
                    }
                }));
    }
}
