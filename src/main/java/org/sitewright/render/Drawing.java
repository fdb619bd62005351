package org.sitewright.render;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.sitewright.site.Page;
import org.sitewright.site.Value;

/// A page's body, before the stylesheet that it needs is known.
///
/// @param file where it lies in the build
/// @param path of its address, from the root
/// @param card its picture on social networks, or empty
record Drawing(PageContext context, String file, String path, String body, String card) {
    static Drawing of(PageContext context, PageRenderer pages) {
        boolean home = context.site().isHome(context.page().id());
        String path = home ? "" : context.page().slug() + "/";
        return new Drawing(
                context, path + "index.html", path, pages.body(context), card(context.page(), context.pictures()));
    }

    byte[] bytes(PageShell shell) {
        return shell.page(context, path, card, body).getBytes(StandardCharsets.UTF_8);
    }

    OutputFile html(PageShell shell) {
        return OutputFile.of(file, BuiltPage.HTML, CacheControl.REVALIDATE, Bytes.of(bytes(shell)));
    }

    /// The picture that cards on social networks show: the page's own choice or its first photo.
    private static String card(Page page, PictureSource pictures) {
        return Optional.ofNullable(page.seo().image())
                .or(() -> page.sections().stream()
                        .filter(section -> !section.hidden())
                        .flatMap(section -> section.content().values().values().stream())
                        .filter(Value.Image.class::isInstance)
                        .map(value -> ((Value.Image) value).media())
                        .findFirst())
                .flatMap(pictures::picture)
                .map(PictureSource.Picture::url)
                .filter(url -> !url.endsWith(".svg"))
                .orElse("");
    }
}
