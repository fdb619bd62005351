package org.sitewright.ui.editor;

import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.control.TextInputControl;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.sitewright.library.Field;
import org.sitewright.library.FieldType;
import org.sitewright.site.Value;
import org.sitewright.ui.control.Controls;

/// Text in one line or several. Rich text is shown as its markup in words a person can type: emphasis with `*` marks.
final class TextFieldControl implements FieldControl {
    private final Field field;
    private final TextInputControl input;
    private final Label count = Controls.label("", "meta");
    private final VBox box;
    private final boolean rich;
    private boolean showing;

    TextFieldControl(Field field, Listener listener) {
        this.field = field;
        this.rich = field.type() instanceof FieldType.RichText;
        int lines = lines(field.type());
        this.input = lines > 1 ? area(lines) : new TextField();
        input.setId("field-" + field.name());
        input.setAccessibleText(field.label());
        Label caption = Controls.label(field.label(), "field-label");
        caption.setLabelFor(input);
        HBox head = Controls.row(8, caption, Controls.spring(), count);
        this.box = new VBox(4, head, input);
        if (!field.help().isEmpty()) {
            Label help = Controls.label(field.help(), "field-help");
            help.setWrapText(true);
            box.getChildren().add(help);
        }
        input.textProperty().addListener((property, before, after) -> {
            count();
            if (!showing) {
                listener.accept(new Value.Text(rich ? MarkedText.toHtml(after, isBlock()) : after));
            }
        });
    }

    @Override
    public Node node() {
        return box;
    }

    @Override
    public void show(@Nullable Value value) {
        String text = value instanceof Value.Text given ? given.text() : field.initial();
        String shown = rich ? MarkedText.of(text) : text;
        boolean same = rich
                ? MarkedText.toHtml(input.getText(), isBlock()).equals(text)
                : input.getText().equals(shown);
        if (!same) {
            showing = true;
            int caret = input.getCaretPosition();
            input.setText(shown);
            input.positionCaret(Math.min(caret, shown.length()));
            showing = false;
        }
        count();
    }

    private boolean isBlock() {
        return field.type() instanceof FieldType.RichText text && !text.inline();
    }

    private void count() {
        int length = input.getText().codePointCount(0, input.getText().length());
        boolean near = field.max() > 0 && length > field.max() * 0.7;
        count.setText(near ? length + " of " + field.max() : "");
        count.getStyleClass().remove("danger-text");
        if (field.max() > 0 && length > field.max()) {
            count.getStyleClass().add("danger-text");
        }
    }

    private static int lines(FieldType type) {
        if (type instanceof FieldType.RichText text) {
            return text.inline() ? 2 : 5;
        }
        return type instanceof FieldType.PlainText text ? text.lines() : 1;
    }

    private static TextArea area(int lines) {
        TextArea area = new TextArea();
        area.setWrapText(true);
        area.setPrefRowCount(lines);
        return area;
    }
}
