package org.sitewright.site;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.safety.Cleaner;
import org.jsoup.safety.Safelist;
import org.sitewright.text.Html;

/// The HTML that text may hold. Everything else is taken out, whoever wrote it.
public final class RichText {
    private static final Cleaner INLINE = new Cleaner(links(new Safelist().addTags("em", "strong", "a", "br")));
    private static final Cleaner BLOCK = new Cleaner(links(new Safelist()
            .addTags("em", "strong", "a", "br", "p", "ul", "ol", "li", "h3", "h4", "blockquote", "code")));

    private RichText() {}

    /// Emphasis, links and line breaks.
    public static String inline(String html) {
        return isPlain(html) ? Html.escape(html) : clean(html, INLINE);
    }

    /// Paragraphs, lists, small headings and quotes too. Text without any block becomes one paragraph.
    public static String block(String html) {
        if (html.isBlank()) {
            return "";
        }
        String cleaned = isPlain(html) ? Html.escape(html) : clean(html, BLOCK);
        return cleaned.matches("(?s)\\s*<(p|ul|ol|h3|h4|blockquote)\\b.*") ? cleaned : "<p>" + cleaned + "</p>";
    }

    /// The text alone.
    public static String plain(String html) {
        return isPlain(html)
                ? html
                : Jsoup.parseBodyFragment(html.replace("<br>", " ")).text();
    }

    private static boolean isPlain(String html) {
        return html.indexOf('<') < 0 && html.indexOf('&') < 0;
    }

    private static String clean(String html, Cleaner cleaner) {
        Document dirty = Jsoup.parseBodyFragment(html);
        dirty.select("b").tagName("strong");
        dirty.select("i").tagName("em");
        Document cleaned = cleaner.clean(dirty);
        cleaned.outputSettings().prettyPrint(false);
        return cleaned.body().html();
    }

    private static Safelist links(Safelist list) {
        return list.addAttributes("a", "href")
                .addProtocols("a", "href", "http", "https", "mailto", "tel", "#")
                .preserveRelativeLinks(false);
    }
}
