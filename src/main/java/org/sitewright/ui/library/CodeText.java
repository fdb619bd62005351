package org.sitewright.ui.library;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.fxmisc.richtext.CodeArea;
import org.sitewright.library.component.CodeProblem;
import org.sitewright.library.component.CodeProblem.Part;

/// One text of code: coloured, with line numbers and marks beside the lines that are not right.
final class CodeText {
    private static final int LONGEST_COLOURED = 40_000;

    private final Part part;
    private final CodeArea area = new CodeArea();
    private final Map<Integer, List<CodeProblem>> marks = new HashMap<>();

    CodeText(Part part, CodeViewModel model) {
        this.part = part;
        area.setId("code-" + part.name().toLowerCase(Locale.ROOT));
        area.getStyleClass().add("code-area");
        area.setAccessibleText("Code");
        area.replaceText(model.text(part));
        area.getUndoManager().forgetHistory();
        area.setEditable(model.isOwn());
        area.setParagraphGraphicFactory(this::number);
        area.setWrapText(true);
        colour();
        area.moveTo(0);
        area.textProperty().addListener((property, before, after) -> {
            colour();
            model.write(part, after);
        });
        area.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
    }

    CodeArea area() {
        return area;
    }

    void mark(List<CodeProblem> problems) {
        Map<Integer, List<CodeProblem>> wanted =
                problems.stream().collect(Collectors.groupingBy(problem -> problem.line() - 1));
        if (!wanted.equals(marks)) {
            marks.clear();
            marks.putAll(wanted);
            area.setParagraphGraphicFactory(this::number);
        }
    }

    void go(int line) {
        int paragraph = Math.clamp(line - 1L, 0, area.getParagraphs().size() - 1);
        area.moveTo(paragraph, 0);
        area.requestFollowCaret();
        area.requestFocus();
    }

    int count(String words) {
        if (words.isEmpty()) {
            return 0;
        }
        String text = area.getText().toLowerCase(Locale.ROOT);
        String wanted = words.toLowerCase(Locale.ROOT);
        int count = 0;
        for (int at = text.indexOf(wanted); at >= 0; at = text.indexOf(wanted, at + wanted.length())) {
            count++;
        }
        return count;
    }

    /// Chooses the next (1) or previous (-1) place, round and round.
    void find(String words, int by) {
        String text = area.getText().toLowerCase(Locale.ROOT);
        String wanted = words.toLowerCase(Locale.ROOT);
        if (wanted.isEmpty()) {
            return;
        }
        var selection = area.getSelection();
        int at = by > 0
                ? text.indexOf(wanted, selection.getEnd())
                : text.lastIndexOf(wanted, Math.max(0, selection.getStart() - 1));
        if (at < 0) {
            at = by > 0 ? text.indexOf(wanted) : text.lastIndexOf(wanted);
        }
        if (at >= 0) {
            area.selectRange(at, at + wanted.length());
            area.requestFollowCaret();
        }
    }

    private void colour() {
        String text = area.getText();
        if (!text.isEmpty() && text.length() <= LONGEST_COLOURED) {
            area.setStyleSpans(0, CodeHighlight.of(part, text));
        }
    }

    /// Two spaces for a tab, and the indent of the line before on a new one.
    private void pressed(KeyEvent event) {
        if (!area.isEditable()) {
            return;
        }
        if (event.getCode() == KeyCode.TAB && !event.isShiftDown() && !event.isShortcutDown()) {
            area.replaceSelection("  ");
            event.consume();
        } else if (event.getCode() == KeyCode.ENTER && !event.isShortcutDown()) {
            String line = area.getText(area.getCurrentParagraph());
            String indent =
                    line.substring(0, line.length() - line.stripLeading().length());
            area.replaceSelection("\n" + indent.substring(0, Math.min(indent.length(), area.getCaretColumn())));
            event.consume();
        }
    }

    private Node number(int line) {
        Label number = new Label(String.valueOf(line + 1));
        number.getStyleClass().add("code-line");
        List<CodeProblem> here = marks.getOrDefault(line, List.of());
        if (!here.isEmpty()) {
            number.getStyleClass().add("code-wrong");
            number.setTooltip(new Tooltip(here.stream()
                    .map(problem -> problem.what() + "\n" + problem.why())
                    .collect(Collectors.joining("\n\n"))));
        }
        return number;
    }
}
