package org.sitewright.render;

import java.util.Locale;
import java.util.Set;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.sitewright.site.SiteComponent;

/// Takes the indentation out of the markup that a person wrote: where browsers show one space, one is enough.
final class TightMarkup {
    /// Elements whose white space is shown as it is.
    private static final Set<String> SHOWN = Set.of("pre", "textarea", "listing", "plaintext", "xmp");

    private TightMarkup() {}

    /// @param body what the component's outer tags enclose; it is changed. Where its styles speak of white space, it
    ///     stays as it is.
    static void of(Element body, SiteComponent component) {
        if (!isSpokenOf(component.css()) && !isSpokenOf(component.html()) && !isSpokenOf(component.javascript())) {
            body.forEachNode(TightMarkup::tighten);
        }
    }

    private static boolean isSpokenOf(String code) {
        String lower = code.toLowerCase(Locale.ROOT);
        return lower.contains("white-space") || lower.contains("whitespace") || lower.contains("\\");
    }

    private static void tighten(Node node) {
        if (node instanceof TextNode text && !isShown(text)) {
            String whole = text.getWholeText();
            String tight = whole.replaceAll("[ \\t\\n\\f\\r]{2,}", " ");
            if (tight.length() < whole.length()) {
                text.text(tight);
            }
        }
    }

    private static boolean isShown(TextNode text) {
        for (Node over = text.parent(); over != null; over = over.parent()) {
            if (over instanceof Element element && SHOWN.contains(element.normalName())) {
                return true;
            }
        }
        return false;
    }
}
