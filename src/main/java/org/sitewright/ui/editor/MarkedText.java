package org.sitewright.ui.editor;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.sitewright.site.RichText;

/// Rich text as it is typed in a plain box: `*emphasis*`, `**strong**`, `` `code` ``, `[words](address)`, a line break
/// for a break, an empty line between paragraphs, `- ` and `1. ` before list entries, `### ` before a heading, `> `
/// before a quote, `\` before a sign that means itself (the common part of CommonMark 0.31).
final class MarkedText {
    private static final Pattern NUMBERED = Pattern.compile("\\d{1,9}\\. ");
    private static final Pattern LINE_START = Pattern.compile("^(\\d{0,9})(- |> |#{3,4} |\\. )");

    private MarkedText() {}

    static String of(String html) {
        StringBuilder out = new StringBuilder();
        write(Jsoup.parseBodyFragment(html).body(), out);
        return out.toString().strip();
    }

    static String toHtml(String marked, boolean block) {
        if (!block) {
            return RichText.inline(breaks(marked));
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
            return "<h3>" + breaks(part.substring(4)) + "</h3>";
        }
        if (part.startsWith("#### ")) {
            return "<h4>" + breaks(part.substring(5)) + "</h4>";
        }
        if (part.startsWith("> ")) {
            return "<blockquote>" + breaks(part.substring(2)) + "</blockquote>";
        }
        if (part.startsWith("- ")) {
            return list("ul", Pattern.compile("- "), part);
        }
        if (NUMBERED.matcher(part).lookingAt()) {
            return list("ol", NUMBERED, part);
        }
        return "<p>" + breaks(part) + "</p>";
    }

    /// A line without a mark belongs to the entry above it.
    private static String list(String tag, Pattern mark, String part) {
        StringBuilder list = new StringBuilder("<" + tag + ">");
        StringBuilder entry = new StringBuilder();
        for (String line : part.split("\\n")) {
            Matcher found = mark.matcher(line);
            if (!found.lookingAt()) {
                entry.append('\n').append(line);
                continue;
            }
            if (!entry.isEmpty()) {
                list.append("<li>").append(breaks(entry.toString())).append("</li>");
            }
            entry = new StringBuilder(line.substring(found.end()));
        }
        return list.append("<li>")
                .append(breaks(entry.toString()))
                .append("</li></" + tag + ">")
                .toString();
    }

    private static String breaks(String text) {
        return new MarkedLine(text).html().replace("\n", "<br>");
    }

    private static void write(Element element, StringBuilder out) {
        for (Node node : element.childNodes()) {
            if (node instanceof TextNode text) {
                String plain = text.getWholeText();
                boolean opens = out.isEmpty() || out.charAt(out.length() - 1) == '\n';
                String marked = MarkedLine.escape(plain);
                out.append(opens ? LINE_START.matcher(marked).replaceFirst("$1\\\\$2") : marked);
            } else if (node instanceof Element child) {
                child(child, out);
            }
        }
    }

    private static void child(Element child, StringBuilder out) {
        switch (child.tagName()) {
            case "em" -> around("*", child, out, "*");
            case "strong" -> around("**", child, out, "**");
            case "code" ->
                out.append('`').append(child.text().replace("`", "'")).append('`');
            case "a" -> link(child, out);
            case "br" -> out.append('\n');
            case "li" -> entry(child, out);
            case "h3" -> around("### ", child, out, "\n\n");
            case "h4" -> around("#### ", child, out, "\n\n");
            case "blockquote" -> around("> ", child, out, "\n\n");
            case "p", "ul", "ol" -> around("", child, out, "\n\n");
            default -> write(child, out);
        }
    }

    private static void link(Element child, StringBuilder out) {
        String address = child.attr("href");
        if (address.isBlank()) {
            write(child, out);
        } else {
            around("[", child, out, "](" + address.replace(")", "%29") + ")");
        }
    }

    private static void entry(Element child, StringBuilder out) {
        Element parent = child.parent();
        boolean numbered = parent != null && parent.normalName().equals("ol");
        around(numbered ? child.elementSiblingIndex() + 1 + ". " : "- ", child, out, "\n");
    }

    private static void around(String before, Element child, StringBuilder out, String after) {
        out.append(before);
        write(child, out);
        out.append(after);
    }
}
