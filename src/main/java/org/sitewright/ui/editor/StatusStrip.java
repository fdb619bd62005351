package org.sitewright.ui.editor;

import java.time.Duration;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import org.sitewright.edit.Editor;
import org.sitewright.site.Page;
import org.sitewright.site.Section;
import org.sitewright.site.Site;
import org.sitewright.ui.control.Controls;
import org.sitewright.ui.fx.Delay;
import org.sitewright.ui.fx.Subscription;

/// The strip under the page: what is known about it now, and nothing that is not.
final class StatusStrip {
    private static final Duration REST = Duration.ofMillis(200);

    private final EditorViewModel model;
    private final Controls controls;
    private final Button links;
    private final Label sections = Controls.label("", "meta");
    private final Label rendered = Controls.label("", "meta");
    private final HBox root;
    private final Subscription open = new Subscription();
    private final Delay rest = Delay.onScreen();
    private List<Section> broken = List.of();

    StatusStrip(EditorViewModel model, CanvasView canvas, PictureImports imports, Controls controls) {
        this.model = model;
        this.controls = controls;
        links = controls.button("", "", "status-fact");
        links.setId("status-links");
        // Each press goes to the next section with a link to mend.
        links.setOnAction(event -> toNext());
        sections.setId("status-sections");
        rendered.setId("status-rendered");
        Label adding = Controls.label("", "meta");
        adding.setGraphic(controls.icons().of("loader", 14));
        Button cancel = controls.button("Cancel", "", "link");
        cancel.setId("cancel-import");
        cancel.setOnAction(event -> imports.cancel());
        imports.progressProperty().subscribe(words -> {
            adding.setText(words);
            Controls.show(adding, !words.isEmpty());
            Controls.show(cancel, !words.isEmpty());
        });
        root = Controls.row(
                12, links, adding, cancel, Controls.spring(), sections, Controls.label("·", "meta"), rendered);
        root.getStyleClass().add("status-strip");
        Editor.Listener listener = this::changed;
        model.editor().listen(listener);
        open.add(() -> model.editor().unlisten(listener));
        open.add(rest::stop);
        canvas.renderMillisProperty()
                .subscribe(millis -> rendered.setText("Rendered in " + millis.longValue() + " ms"));
        show();
    }

    Node root() {
        return root;
    }

    void close() {
        open.close();
    }

    /// The links of a whole site are looked at once typing rests.
    private void changed(Editor.Change change) {
        if (!change.before()
                .selection()
                .page()
                .equals(change.after().selection().page())) {
            show();
        } else if (change.isEdit()) {
            rest.restart(REST, this::show);
        }
    }

    private void show() {
        rest.stop();
        Site site = model.site();
        Page page = site.page(model.state().selection().page()).orElse(site.home());
        broken = new LinkCheck(site, page).broken();
        boolean fine = broken.isEmpty();
        links.setGraphic(controls.icons().of(fine ? "circle-check" : "circle-alert"));
        links.setText(fine ? "Links" : "Links, " + broken.size() + " to mend");
        links.getStyleClass().removeAll("fine", "mend");
        links.getStyleClass().add(fine ? "fine" : "mend");
        Controls.name(
                links, fine ? "Every link of this page leads somewhere" : "Go to the section with a link to mend", "");
        long count =
                page.sections().stream().filter(section -> !section.hidden()).count();
        sections.setText(count == 1 ? "1 section" : count + " sections");
    }

    private void toNext() {
        if (broken.isEmpty()) {
            return;
        }
        int at = model.chosen()
                .map(chosen -> broken.stream().map(Section::id).toList().lastIndexOf(chosen.id()))
                .orElse(-1);
        model.choose(broken.get((at + 1) % broken.size()).id());
    }
}
