package org.sitewright.ui.publish;

import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.sitewright.publish.TargetSettings;
import org.sitewright.publish.TargetSettings.Support.Ability;
import org.sitewright.publish.Verdict;
import org.sitewright.ui.control.Controls;

/// What a connection test found a host to do and not to do, as a list.
final class HostAbilities {
    private HostAbilities() {}

    /// Only buckets differ from one another.
    static List<Ability> of(TargetSettings settings, Verdict.Ready ready) {
        return settings instanceof TargetSettings.S3 ? ready.support().abilities() : List.of();
    }

    static Node list(List<Ability> abilities, Controls controls) {
        VBox list = new VBox(4);
        list.setId("host-abilities");
        for (Ability ability : abilities) {
            Label mark = Controls.label("", ability.there() ? "success-text" : "muted");
            mark.setGraphic(controls.icons().of(ability.there() ? "check" : "minus", 14));
            mark.setAccessibleText(ability.there() ? "Yes" : "No");
            Label words = Controls.label(ability.words(), "meta");
            words.setWrapText(true);
            words.setMinHeight(Region.USE_PREF_SIZE);
            HBox.setHgrow(words, Priority.ALWAYS);
            HBox row = Controls.row(8, mark, words);
            row.setAlignment(javafx.geometry.Pos.TOP_LEFT);
            list.getChildren().add(row);
        }
        return list;
    }
}
