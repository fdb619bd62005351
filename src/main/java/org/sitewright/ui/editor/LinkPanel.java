package org.sitewright.ui.editor;

import java.util.function.Consumer;
import javafx.geometry.Point2D;
import javafx.scene.control.Button;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.sitewright.library.Field;
import org.sitewright.library.FieldType;
import org.sitewright.site.LinkTarget;
import org.sitewright.site.TextLink;
import org.sitewright.site.Value;
import org.sitewright.ui.control.Controls;
import org.sitewright.ui.control.Overlay;

/// The popover that says where words of a text lead.
final class LinkPanel {
    private static final Field FIELD =
            new Field("text-link", "Link to", "", Field.Group.CONTENT, false, 0, "", new FieldType.Link());

    private final FieldControls fields;
    private final Overlay overlay;
    private @Nullable LinkTarget target;

    LinkPanel(FieldControls fields, Overlay overlay) {
        this.fields = fields;
        this.overlay = overlay;
    }

    /// @param href where the words lead now, or empty
    /// @param point of the scene
    /// @param chosen gets the new address, empty to take the link away
    void show(String href, Point2D point, Consumer<String> chosen) {
        target = TextLink.read(href).orElse(null);
        LinkControl control = fields.link(FIELD, value -> {
            if (value instanceof Value.Link link) {
                target = link.target();
            }
        });
        control.show(target == null ? null : new Value.Link(target));
        Controls kit = fields.kit();
        Button set = kit.primary("Set link", "");
        set.getStyleClass().add("small");
        set.setId("link-set");
        set.setDefaultButton(true);
        set.setOnAction(event -> {
            LinkTarget wanted = target;
            overlay.close();
            chosen.accept(wanted == null ? "" : TextLink.href(wanted));
        });
        Button remove = kit.button("Remove link", "", "small", "flat");
        remove.setDisable(href.isEmpty());
        remove.setOnAction(event -> {
            overlay.close();
            chosen.accept("");
        });
        VBox box = new VBox(12, control.node(), Controls.row(8, set, Controls.spring(), remove));
        box.getStyleClass().add("popover-box");
        box.setId("link-panel");
        box.setPrefWidth(320);
        overlay.showAt(box, point, () -> {});
        control.focus();
    }
}
