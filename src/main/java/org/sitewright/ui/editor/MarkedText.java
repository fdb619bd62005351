package org.sitewright.ui.editor;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.sitewright.site.RichText;
import org.sitewright.text.Html;

/// Rich text as it is typed in a plain box: `*emphasis*`, `**strong**`, `[words](address)`, a line break for a
/// break, an empty line between paragraphs, `- ` before list entries, `### ` before a heading, `> ` before a quote
/// (the common part of CommonMark 0.31).
final class MarkedText {
    private MarkedText() {}

    static String of(String html) {
        StringBuilder out = new StringBuilder();
        write(Jsoup.parseBodyFragment(html).body(), out);
        return out.toString().strip();
    }

    static String toHtml(String marked, boolean block) {
        if (!block) {
            return RichText.inline(inline(marked).replace("\n", "<br>"));
        }
        StringBuilder out = new StringBuilder();
        for (String part : marked.strip().split("\\n\\s*\\n")) {
            if (!part.isBlank()) {
                out.append(block(part.strip()));
            }
        }
        return RichText.block(out.toString());
    }

    private static String block(String part) {
        if (part.startsWith("### ")) {
            return "<h3>" + inline(part.substring(4)) + "</h3>";
        }
        if (part.startsWith("> ")) {
            return "<blockquote>" + inline(part.substring(2)).replace("\n", "<br>") + "</blockquote>";
        }
        if (part.startsWith("- ")) {
            StringBuilder list = new StringBuilder("<ul>");
            for (String line : part.split("\\n")) {
                list.append("<li>").append(inline(line.replaceFirst("^- ", ""))).append("</li>");
            }
            return list.append("</ul>").toString();
        }
        return "<p>" + inline(part).replace("\n", "<br>") + "</p>";
    }

    private static String inline(String text) {
        return Html.escape(text)
                .replace("&#39;", "'")
                .replace("&quot;", "\"")
                .replaceAll("\\*\\*([^*\\n]+)\\*\\*", "<strong>$1</strong>")
                .replaceAll("\\*([^*\\n]+)\\*", "<em>$1</em>")
                .replaceAll("\\[([^\\]\\n]+)\\]\\(([^)\\s]+)\\)", "<a href=\"$2\">$1</a>");
    }

    private static void write(Element element, StringBuilder out) {
        for (Node node : element.childNodes()) {
            if (node instanceof TextNode text) {
                out.append(text.getWholeText());
            } else if (node instanceof Element child) {
                child(child, out);
            }
        }
    }

    private static void child(Element child, StringBuilder out) {
        switch (child.tagName()) {
            case "em" -> around("*", child, out, "*");
            case "strong" -> around("**", child, out, "**");
            case "a" -> around("[", child, out, "](" + child.attr("href") + ")");
            case "br" -> out.append('\n');
            case "li" -> around("- ", child, out, "\n");
            case "h3", "h4" -> around("### ", child, out, "\n\n");
            case "blockquote" -> around("> ", child, out, "\n\n");
            case "p", "ul", "ol" -> around("", child, out, "\n\n");
            default -> write(child, out);
        }
    }

    private static void around(String before, Element child, StringBuilder out, String after) {
        out.append(before);
        write(child, out);
        out.append(after);
    }
}
