package org.sitewright.render;

import java.util.List;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Element;
import org.sitewright.library.component.Markers;
import org.sitewright.library.component.SafeHtml;
import org.sitewright.library.component.ScopedCss;
import org.sitewright.library.component.SiteComponents;
import org.sitewright.site.Fields;
import org.sitewright.site.LinkTarget;
import org.sitewright.site.RichText;
import org.sitewright.site.Section;
import org.sitewright.site.SiteComponent;
import org.sitewright.site.Value;
import org.sitewright.text.Html;

/// Draws a section that shows a component: an outer element of ours, which nothing inside can get out of, and in it
/// the component's own markup with what this use of it changes.
final class ComponentMarkup {
    private final Section section;
    private final PageContext page;
    private final Fields content;

    private ComponentMarkup(Section section, PageContext page) {
        this.section = section;
        this.page = page;
        this.content = section.content();
    }

    /// @return nothing in a build when the site no longer has the component
    static String of(Section section, PageContext page) {
        return SiteComponents.of(page.site(), section)
                .map(component -> new ComponentMarkup(section, page).whole(component))
                .orElse(page.canvas() ? gone(section) : "");
    }

    /// The CSS of a component, held to it.
    static String css(SiteComponent component) {
        return ScopedCss.of(component.css(), SiteComponents.scope(component.id()))
                .text();
    }

    private String whole(SiteComponent component) {
        StringBuilder out = new StringBuilder(2_048).append("<div");
        if (!section.anchor().isEmpty()) {
            out.append(TemplateFunctions.attribute("id", section.anchor()));
        }
        out.append(TemplateFunctions.attribute("class", "component" + SectionGround.classes(section)));
        if (page.canvas()) {
            out.append(
                    TemplateFunctions.attribute("data-sw-section", section.id().toString()));
            out.append(TemplateFunctions.attribute("data-sw-name", component.name()));
        }
        out.append('>');
        if (page.canvas()) {
            // The canvas has no stylesheet that changes with a site's components.
            out.append("<style>").append(css(component)).append("</style>");
        }
        Element body = SafeHtml.of(component.html()).body();
        fill(body);
        separate(body);
        if (!page.canvas() && !page.site().parts().output().readable()) {
            TightMarkup.of(body, component);
        }
        out.append("<div").append(TemplateFunctions.attribute("class", SiteComponents.scope(component.id())));
        out.append('>').append(body.html()).append("</div></div>");
        return SectionGround.behind(section, out.toString(), page);
    }

    private void fill(Element body) {
        for (Element element : body.getAllElements()) {
            if (element.hasAttr(Markers.IF) && !isShown(element)) {
                element.remove();
            }
        }
        for (Element element : List.copyOf(body.getAllElements())) {
            text(element);
            link(element);
            picture(element);
            element.removeAttr(Markers.IF).removeAttr(Markers.LABEL);
        }
    }

    private boolean isShown(Element element) {
        boolean shown = content.get(element.attr(Markers.IF))
                .map(value -> value instanceof Value.Flag flag && flag.on())
                .orElse(!element.hasAttr("hidden"));
        element.removeAttr("hidden");
        return shown;
    }

    private void text(Element element) {
        boolean rich = element.hasAttr(Markers.RICH);
        String name = element.attr(rich ? Markers.RICH : Markers.TEXT);
        if (name.isEmpty()) {
            return;
        }
        if (content.get(name).orElse(null) instanceof Value.Text text) {
            if (rich) {
                element.html(RichText.inline(text.text()));
            } else {
                element.text(Html.withoutForbidden(text.text()));
            }
        }
        element.removeAttr(Markers.TEXT).removeAttr(Markers.RICH);
        if (page.canvas()) {
            element.attr("data-sw-edit", name).attr("data-sw-type", rich ? "inline" : "text");
        }
    }

    private void link(Element element) {
        String name = element.attr(Markers.HREF);
        if (!name.isEmpty()
                && content.get(name).orElse(null) instanceof Value.Link link
                && !link.target().equals(new LinkTarget.ToAnchor(""))) {
            element.attr("href", Html.withoutForbidden(Links.href(link.target(), page)));
        }
        element.removeAttr(Markers.HREF);
    }

    private void picture(Element element) {
        String name = element.attr(Markers.SRC);
        if (name.isEmpty()) {
            return;
        }
        element.removeAttr(Markers.SRC);
        if (page.canvas()) {
            element.attr("data-sw-image", name);
        }
        if (content.get(name).orElse(null) instanceof Value.Image image) {
            page.pictures()
                    .picture(image.media())
                    .ifPresent(found -> replace(element, PictureMarkup.of(image, found, page, "100vw", "", false)));
        } else if (element.attr("src").isEmpty() && !page.canvas()) {
            element.remove();
        }
    }

    private static void replace(Element img, String markup) {
        Element made = org.jsoup.Jsoup.parseBodyFragment(markup).body().child(0);
        Element inner = made.normalName().equals("img") ? made : made.selectFirst("img");
        if (inner != null) {
            for (Attribute attribute : img.attributes()) {
                if (attribute.getKey().startsWith("data-sw-")
                        || attribute.getKey().equals("class")) {
                    inner.attr(attribute.getKey(), attribute.getValue());
                }
            }
        }
        img.replaceWith(made);
    }

    /// Ids and the names of radio buttons are this use's own, so that a page may show a component twice.
    private void separate(Element body) {
        String own = "c" + section.id().toString().substring(0, 8) + "-";
        for (Element element : body.getAllElements()) {
            if (element.hasAttr("id")) {
                element.attr("id", own + element.attr("id").replaceAll("\\s", ""));
            }
            for (String reference : SafeHtml.REFERENCES) {
                if (element.hasAttr(reference)) {
                    element.attr(reference, element.attr(reference).strip().replaceAll("(\\S+)", own + "$1"));
                }
            }
            boolean grouped = element.normalName().equals("details")
                    || element.attr("type").equals("radio");
            if (grouped && element.hasAttr("name")) {
                element.attr("name", own + element.attr("name"));
            }
            for (String paint : List.of("fill", "stroke", "clip-path")) {
                if (element.attr(paint).startsWith("url(#")) {
                    element.attr(paint, element.attr(paint).replace("url(#", "url(#" + own));
                }
            }
            String href = element.attr("href");
            if (href.length() > 1 && href.startsWith("#") && body.getElementById(own + href.substring(1)) != null) {
                element.attr("href", "#" + own + href.substring(1));
            }
        }
    }

    private static String gone(Section section) {
        return "<section class=\"sw-unknown\""
                + TemplateFunctions.attribute("data-sw-section", section.id().toString())
                + " data-sw-name=\"Component\"><p>The component that stood here is gone. What was written in it is kept; "
                + "it is left out of the site until the component is back.</p></section>";
    }
}
