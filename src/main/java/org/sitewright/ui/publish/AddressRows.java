package org.sitewright.ui.publish;

import java.time.ZoneId;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.sitewright.publish.TargetSettings.Support.Ability;
import org.sitewright.publish.address.AddressState;
import org.sitewright.publish.address.DnsRecord;
import org.sitewright.ui.control.Controls;

/// The facts about a target and its address, each on a row.
final class AddressRows {
    private final Controls controls;
    private final ZoneId zone;
    private final VBox rows = new VBox();

    AddressRows(Controls controls, ZoneId zone) {
        this.controls = controls;
        this.zone = zone;
    }

    Node node() {
        return rows;
    }

    void clear() {
        rows.getChildren().clear();
    }

    /// What was seen of the address, and what to do about it.
    void seen(AddressState state) {
        AddressWords words = new AddressWords(state, zone);
        add("globe", "Domain", words.name());
        wanted(state);
        Node certificate = add("lock", "SSL", words.certificate());
        if (!words.chain().isEmpty()) {
            Tooltip.install(certificate, new Tooltip(words.chain()));
        }
        if (words.hasNetwork()) {
            add("zap", "CDN", words.network());
        }
        List<String> warnings = state.warnings(state.seenAt());
        if (!warnings.isEmpty()) {
            Label warning = wrapped(String.join("\n", warnings), "meta");
            warning.getStyleClass().add("publish-advice");
            rows.getChildren().add(warning);
        }
    }

    Node add(String icon, String title, AddressWords.Fact fact) {
        return add(fact.tone(), icon, title, fact.words(), fact.state());
    }

    Node add(String tone, String icon, String title, String words, String state) {
        VBox text = new VBox(1, wrapped(title, "medium"), wrapped(words, "meta"));
        HBox.setHgrow(text, Priority.ALWAYS);
        Label mark = Controls.label("");
        mark.setGraphic(controls.icons().of(icon));
        mark.getStyleClass().add(tone);
        Label right = Controls.label(state, "meta");
        right.setMinWidth(Region.USE_PREF_SIZE);
        HBox row = Controls.row(12, mark, text, right);
        row.getStyleClass().add("publish-fact");
        rows.getChildren().add(row);
        return row;
    }

    /// What the host can do, under the row before.
    void abilities(List<Ability> abilities) {
        Node list = HostAbilities.list(abilities, controls);
        list.getStyleClass().add("publish-abilities");
        rows.getChildren().add(list);
    }

    /// The records to type where the domain was bought, each to be copied.
    private void wanted(AddressState state) {
        boolean missing =
                switch (state.names().status()) {
                    case MISSING, ELSEWHERE -> true;
                    case CONNECTED, RESOLVES, UNASKED -> false;
                };
        if (!missing) {
            return;
        }
        for (DnsRecord record : state.names().wanted()) {
            Label kind = Controls.label(record.type().name(), "meta");
            kind.setMinWidth(52);
            Label value = Controls.label(record.value(), "mono");
            value.setMinWidth(0);
            HBox.setHgrow(value, Priority.ALWAYS);
            value.setMaxWidth(Double.MAX_VALUE);
            Button copy = controls.iconButton("Copy " + record.value(), "copy", "");
            copy.setOnAction(event -> {
                ClipboardContent content = new ClipboardContent();
                content.putString(record.value());
                Clipboard.getSystemClipboard().setContent(content);
            });
            HBox row = Controls.row(8, kind, value, copy);
            row.getStyleClass().add("publish-record");
            rows.getChildren().add(row);
        }
    }

    private static Label wrapped(String words, String style) {
        Label label = Controls.label(words, style);
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        return label;
    }
}
