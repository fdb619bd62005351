package org.sitewright.site;

import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.safety.Cleaner;
import org.jsoup.safety.Safelist;
import org.sitewright.text.Html;

/// The HTML that text may hold. Everything else is taken out, whoever wrote it.
public final class RichText {
    private static final Cleaner INLINE = new Cleaner(links(new Safelist().addTags("em", "strong", "a", "br")));
    private static final Cleaner BLOCK = new Cleaner(links(new Safelist()
            .addTags("em", "strong", "a", "br", "p", "ul", "ol", "li", "h3", "h4", "blockquote", "code")));

    private static final Set<String> BLOCKS = Set.of("p", "ul", "ol", "h3", "h4", "blockquote");

    private static final Pattern FORBIDDEN_REFERENCE = Pattern.compile("&#x(?:[0-8b-f]|1[0-9a-f]|7f);");

    private RichText() {}

    /// Emphasis, links and line breaks.
    public static String inline(String html) {
        return isPlain(html) ? Html.escape(html) : clean(html, INLINE, body -> {});
    }

    /// Paragraphs, lists, small headings and quotes too. What stands outside of any block becomes a paragraph, list
    /// entries outside of any list become one.
    public static String block(String html) {
        if (html.isBlank()) {
            return "";
        }
        return isPlain(html) ? "<p>" + Html.escape(html) + "</p>" : clean(html, BLOCK, RichText::onlyBlocks);
    }

    /// The text alone.
    public static String plain(String html) {
        return isPlain(html)
                ? html
                : Jsoup.parseBodyFragment(html.replace("<br>", " ")).text();
    }

    /// The HTML with each piece of text changed and every tag as it was. Text that a tag divides is two pieces; what
    /// `change` returns is text, never markup.
    public static String changeText(String html, UnaryOperator<String> change) {
        Document document = Jsoup.parseBodyFragment(html);
        document.outputSettings().prettyPrint(false);
        document.body()
                .nodeStream(TextNode.class)
                .toList()
                .forEach(text -> text.text(change.apply(text.getWholeText())));
        return document.body().html();
    }

    private static boolean isPlain(String html) {
        return html.indexOf('<') < 0 && html.indexOf('&') < 0;
    }

    private static String clean(String html, Cleaner cleaner, Consumer<Element> arrange) {
        Document dirty = Jsoup.parseBodyFragment(Html.withoutForbidden(html));
        dirty.select("b").tagName("strong");
        dirty.select("i").tagName("em");
        Document cleaned = cleaner.clean(dirty);
        cleaned.outputSettings().prettyPrint(false);
        arrange.accept(cleaned.body());
        // References can name what was taken out above; HTML forbids it in either form.
        return FORBIDDEN_REFERENCE.matcher(cleaned.body().html()).replaceAll("");
    }

    private static void onlyBlocks(Element body) {
        body.select("em, strong, a, code, p, h3, h4").select("p, ul, ol, li, h3, h4, blockquote").stream()
                .filter(block -> block.parents().is("em, strong, a, code, p, h3, h4"))
                .forEach(Element::unwrap);
        Element open = null;
        for (Node node : List.copyOf(body.childNodes())) {
            String wrapper =
                    BLOCKS.contains(node.nodeName()) ? "" : node.nodeName().equals("li") ? "ul" : "p";
            if (open != null && open.normalName().equals(wrapper)) {
                open.appendChild(node);
                continue;
            }
            open = null;
            boolean isSpace = node instanceof TextNode text && text.isBlank();
            if (!wrapper.isEmpty() && !isSpace) {
                open = new Element(wrapper);
                node.replaceWith(open);
                open.appendChild(node);
            }
        }
    }

    private static Safelist links(Safelist list) {
        return list.addAttributes("a", "href")
                .addProtocols("a", "href", "http", "https", "mailto", "tel", "#", "page", "media")
                .preserveRelativeLinks(false);
    }
}
