package org.sitewright.ui.backup;

import java.util.List;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.sitewright.ui.control.Controls;

/// Asks for two words of the recovery sheet, so that it is known to be at hand and readable.
final class SheetCheck {
    private final List<Integer> numbers;
    private final TextField first = new TextField();
    private final TextField second = new TextField();
    private final Label wrong = Controls.label("", "danger-text");
    private final Popup popup;

    SheetCheck(StackPane over, BackupsViewModel model, Controls controls) {
        numbers = model.wordsToAsk();
        Label lead = Controls.label("Take the printed recovery sheet and type two words of the key from it.");
        lead.setWrapText(true);
        first.setId("first-word");
        second.setId("second-word");
        VBox content = new VBox(
                14,
                lead,
                Controls.field("Word " + numbers.get(0), first),
                Controls.field("Word " + numbers.get(1), second),
                wrong);
        Button check = controls.primary("Check", "check");
        check.setId("check-words");
        popup = new Popup(over, "Is the recovery sheet at hand?", content, check, controls);
        check.setOnAction(event -> model.checkSheet(numbers, first.getText(), second.getText(), right -> {
            if (right) {
                popup.close();
            } else {
                wrong.setText("These are not the words of this key. Print the sheet again if it is an old one.");
            }
        }));
    }

    void show() {
        popup.show(first);
    }
}
