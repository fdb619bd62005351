package org.sitewright.preview;

import java.util.stream.Collectors;
import org.sitewright.preview.CanvasEvent.Pasted;
import org.sitewright.site.PastedText;
import org.sitewright.text.Html;

/// Makes of a clipboard what a text of the page can take.
public final class PastedInto {
    private PastedInto() {}

    /// @param kind the type of the text: `inline`, `block`, `lines` or `text`
    /// @param html what the clipboard has as HTML; empty for nothing
    /// @param plain what it has as plain text
    public static Pasted field(String kind, String html, String plain) {
        String text = plain.length() > PastedText.LONGEST ? plain.substring(0, PastedText.LONGEST) : plain;
        boolean rich = !html.isBlank();
        return switch (kind) {
            case "inline" -> new Pasted(rich ? PastedText.inline(html) : Html.escape(oneLine(text)), oneLine(text));
            case "block" -> new Pasted(rich ? PastedText.block(html) : paragraphs(text), text);
            case "lines" -> new Pasted("", text.isBlank() && rich ? PastedText.plain(html, true) : text.strip());
            default -> new Pasted("", text.isBlank() && rich ? PastedText.plain(html, false) : oneLine(text));
        };
    }

    private static String oneLine(String text) {
        return text.replaceAll("\\s+", " ").strip();
    }

    /// One line goes into the sentence that has the caret; several become paragraphs.
    private static String paragraphs(String text) {
        String[] lines = text.strip().split("\\R+");
        return lines.length == 1
                ? Html.escape(lines[0])
                : java.util.Arrays.stream(lines)
                        .map(line -> "<p>" + Html.escape(line.strip()) + "</p>")
                        .collect(Collectors.joining());
    }
}
