package org.sitewright.ui.editor;

import javafx.scene.Node;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;
import org.sitewright.site.Section;
import org.sitewright.site.SectionId;
import org.sitewright.text.Slug;
import org.sitewright.ui.control.Controls;

/// The name under which links reach a section.
final class AnchorField {
    private final VBox box;

    AnchorField(EditorViewModel model, SectionId section) {
        TextField field =
                new TextField(model.site().section(section).map(Section::anchor).orElse(""));
        field.setPromptText("prices");
        field.textProperty().addListener((property, before, after) -> {
            boolean good = after.isEmpty() || Slug.isSlug(after);
            boolean taken = !after.isEmpty()
                    && model.site()
                            .sections()
                            .anyMatch(each -> !each.id().equals(section)
                                    && each.anchor().equals(after)
                                    && model.site()
                                            .pageOf(each.id())
                                            .equals(model.site().pageOf(section)));
            field.getStyleClass().remove("invalid");
            if (!good || taken) {
                field.getStyleClass().add("invalid");
            } else {
                model.run(model.sections().setAnchor(section, after));
            }
        });
        box = Controls.field("Anchor for links", field);
        box.getChildren().add(Controls.label("Small letters, digits and hyphens", "field-help"));
    }

    Node node() {
        return box;
    }
}
