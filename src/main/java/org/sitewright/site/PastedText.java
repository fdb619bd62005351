package org.sitewright.site;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.sitewright.text.Html;

/// What was copied in a word processor or from a page of the web, as text of ours: emphasis, links, lists, headings
/// and quotes stay, everything else goes. Hostile until it has been through here.
///
/// Word writes lists as paragraphs whose style says `mso-list:l0 level1 lfo1`, with the bullet or number as text in a
/// span whose style says `mso-list:Ignore`; Google Docs wraps everything in a `b` that is not bold.
public final class PastedText {
    /// More than this is cut off.
    public static final int LONGEST = 2_000_000;

    private static final Pattern LEVEL = Pattern.compile("mso-list:[^;\"']*level(\\d)", Pattern.CASE_INSENSITIVE);
    private static final Pattern NUMBER = Pattern.compile("\\(?(?:\\d{1,4}|[a-zA-Z]|[ivxlcIVXLC]{1,6})[.):]\\s*");
    private static final String BLOCKS = "p, h1, h2, h3, h4, h5, h6, li, blockquote, tr, div, dt, dd, pre";

    private PastedText() {}

    /// For a field of paragraphs and lists.
    public static String block(String html) {
        Element body = read(html);
        lists(body);
        body.select("h1, h2").tagName("h3");
        body.select("h5, h6").tagName("h4");
        rows(body);
        body.select("div, section, article, pre, dt, dd, center, address, figure").stream()
                .filter(each ->
                        each.select("p, h3, h4, ul, ol, blockquote, div").size() <= 1
                                && each.parents().is(":not(p, li, h3, h4)"))
                .forEach(each -> {
                    if (!each.hasText()) {
                        each.remove();
                    } else if (each.select("p, h3, h4, ul, ol, blockquote").isEmpty()) {
                        each.tagName("p").clearAttributes();
                    }
                });
        body.select("div, section, article, main, header, footer, center, address, figure, font, span")
                .unwrap();
        body.select("p, h3, h4, li").stream().filter(each -> !each.hasText()).forEach(Element::remove);
        return RichText.block(body.html());
    }

    /// For a field of one run of text: what stood in several paragraphs is joined with spaces.
    public static String inline(String html) {
        Element body = read(html);
        body.select("[style*=mso-list:Ignore]").remove();
        body.select(BLOCKS).forEach(each -> each.after(new TextNode(" ")));
        body.select("br").forEach(each -> each.replaceWith(new TextNode(" ")));
        return RichText.inline(body.html()).replaceAll("\\s+", " ").strip();
    }

    /// For a field of plain text.
    ///
    /// @param lines whether breaks between lines are kept
    public static String plain(String html, boolean lines) {
        Element body = read(html);
        body.select("[style*=mso-list:Ignore]").remove();
        body.select("br").forEach(each -> each.replaceWith(new TextNode("\u2028")));
        body.select(BLOCKS).forEach(each -> each.after(new TextNode("\u2028")));
        String text = body.text().replaceAll("\\s*\u2028\\s*", "\n").strip();
        return lines ? text : text.replaceAll("\\s+", " ");
    }

    private static Element read(String html) {
        String whole = html.length() > LONGEST ? html.substring(0, LONGEST) : html;
        Document document = Jsoup.parse(Html.withoutForbidden(whole));
        document.outputSettings().prettyPrint(false);
        Element body = document.body();
        body.select("script, style, title, meta, link, template, noscript, iframe, object, embed, svg, math, head, xml,"
                        + " form, input, select, textarea, button, img, video, audio, canvas, o|p, [hidden]")
                .remove();
        body.getAllElements().stream()
                .filter(each -> !each.equals(body))
                .filter(each -> each.attr("style")
                        .replace(" ", "")
                        .toLowerCase(Locale.ROOT)
                        .contains("display:none"))
                .toList()
                .forEach(Element::remove);
        emphasis(body);
        return body;
    }

    /// Emphasis that is written as a style, and none that a style takes back.
    private static void emphasis(Element body) {
        for (Element each : body.select("b, strong")) {
            if (each.attr("style").replace(" ", "").toLowerCase(Locale.ROOT).contains("font-weight:normal")) {
                each.tagName("span");
            }
        }
        for (Element each : body.select("span, font")) {
            String style = each.attr("style").replace(" ", "").toLowerCase(Locale.ROOT);
            if (style.contains("font-style:italic")) {
                each.wrap("<em></em>");
            }
            if (style.matches("(?s).*font-weight:(bold|[6-9]00).*")) {
                each.wrap("<strong></strong>");
            }
        }
    }

    /// Cells in one line each, since tables have no place in a text.
    private static void rows(Element body) {
        for (Element row : body.select("tr")) {
            Element line = new Element("p");
            for (Element cell : row.select("> td, > th")) {
                if (line.childNodeSize() > 0) {
                    line.appendText(" · ");
                }
                for (Node node : List.copyOf(cell.childNodes())) {
                    line.appendChild(node);
                }
            }
            line.select("p").stream()
                    .filter(each -> !each.equals(line))
                    .toList()
                    .forEach(Element::unwrap);
            row.replaceWith(line);
        }
        body.select("table, tbody, thead, tfoot, colgroup, caption").unwrap();
    }

    private static void lists(Element body) {
        Deque<Element> open = new ArrayDeque<>();
        Element last = null;
        for (Element each : new ArrayList<>(body.select("[style*=mso-list]"))) {
            Matcher level = LEVEL.matcher(each.attr("style"));
            if (!each.parents().contains(body) || !level.find()) {
                continue;
            }
            if (last == null || !follows(each, last)) {
                open.clear();
            }
            last = entry(each, Integer.parseInt(level.group(1)), open);
        }
        body.select("[style*=mso-list:Ignore]").remove();
    }

    /// Makes a list entry of a paragraph.
    ///
    /// @return the outermost list that it is in
    private static Element entry(Element paragraph, int level, Deque<Element> open) {
        String mark = paragraph.select("[style*=mso-list:Ignore]").text().strip();
        String tag = NUMBER.matcher(mark).matches() ? "ol" : "ul";
        while (open.size() > Math.max(1, level)) {
            open.pop();
        }
        while (open.size() < level) {
            Element list = new Element(tag);
            Element parent = open.peek();
            if (parent == null) {
                paragraph.before(list);
            } else {
                Element into = parent.lastElementChild();
                (into == null ? parent.appendElement("li") : into).appendChild(list);
            }
            open.push(list);
        }
        paragraph.select("[style*=mso-list:Ignore]").remove();
        paragraph.remove();
        paragraph.tagName("li").clearAttributes();
        Element list = open.peek();
        if (list != null) {
            list.appendChild(paragraph);
        }
        return open.getLast();
    }

    /// Whether nothing but space stands between a paragraph and a list.
    private static boolean follows(Element paragraph, Element list) {
        Node before = paragraph.previousSibling();
        while (before instanceof TextNode text && text.isBlank()) {
            before = before.previousSibling();
        }
        while (before instanceof org.jsoup.nodes.Comment comment) {
            before = comment.previousSibling();
        }
        while (before instanceof TextNode text && text.isBlank()) {
            before = before.previousSibling();
        }
        return list.equals(before);
    }
}
