package org.sitewright.preview;

import java.util.List;
import java.util.stream.Collectors;
import org.sitewright.render.CanvasRenderer;
import org.sitewright.site.PageId;
import org.sitewright.site.Section;
import org.sitewright.site.Site;

/// Writes the documents that the editor's web views load.
public final class CanvasPage {
    /// A picture shows no scroll bar.
    private static final String STILL =
            "<style>::-webkit-scrollbar{display:none}*,*::before,*::after{animation-play-state:paused!important}</style>";

    private static final List<String> SCRIPTS =
            List.of("canvas.js", "canvas-text.js", "canvas-drag.js", "canvas-tools.js", "canvas-far.js");

    private final CanvasRenderer renderer;
    private final CanvasServer server;

    public CanvasPage(CanvasRenderer renderer, CanvasServer server) {
        this.renderer = renderer;
        this.server = server;
    }

    /// A page that can be edited: with marks and the canvas script.
    public String editable(Site site, PageId page) {
        return document(
                site,
                page,
                body(site, page),
                "<link rel=\"stylesheet\" href=\"" + server.origin() + "canvas.css\">",
                SCRIPTS.stream()
                        .map(script -> "<script src=\"" + server.origin() + script + "\"></script>")
                        .collect(Collectors.joining()));
    }

    /// A page to look at only, as for thumbnails.
    public String still(Site site, PageId page) {
        return document(site, page, body(site, page), STILL, "");
    }

    /// One section alone, as for pictures of layouts.
    public String still(Site site, PageId page, Section section) {
        return document(site, page, "<main>" + renderer.section(site, page, section, server) + "</main>", STILL, "");
    }

    /// What changes of a page from one moment to the next, when it is shown to be compared.
    ///
    /// @param attributes of the `html` element
    public record Parts(String attributes, String style, String body) {}

    public Parts parts(Site site, PageId page) {
        return new Parts(renderer.rootAttributes(site), stylesheet(site), body(site, page));
    }

    /// A page to look at beside another. It names its sections and fields, and runs no script of its own.
    public static String compared(Parts parts) {
        return document(parts, STILL, "");
    }

    public String body(Site site, PageId page) {
        return renderer.body(site, page, server);
    }

    public String section(Site site, PageId page, Section section) {
        return renderer.section(site, page, section, server);
    }

    public String stylesheet(Site site) {
        return renderer.stylesheet(site.theme(), server::fontUrl);
    }

    private String document(Site site, PageId page, String body, String head, String foot) {
        String named = "<div id=\"sw-body\" data-page=\"" + page + "\">" + body + "</div>";
        return document(new Parts(renderer.rootAttributes(site), stylesheet(site), ""), head, named + foot);
    }

    private static String document(Parts parts, String head, String foot) {
        String body = parts.body().isEmpty() ? "" : "<div id=\"sw-body\">" + parts.body() + "</div>";
        return "<!doctype html>\n<html " + parts.attributes() + "><head><meta charset=\"utf-8\">"
                + "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"><title>Canvas</title>"
                + "<style id=\"sw-site\">" + parts.style().replace("</", "<\\/") + "</style>" + head
                + "</head><body>" + body + foot + "</body></html>";
    }
}
