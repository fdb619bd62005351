package org.sitewright.render;

import java.nio.charset.StandardCharsets;
import java.util.Optional;

/// A page's body, before the stylesheet that it needs is known.
///
/// @param file where it lies in the build
/// @param path of its address, from the root
/// @param facts what it tells search engines
record Drawing(PageContext context, String file, String path, String body, PageFacts.Facts facts) {
    static Drawing of(PageContext context, PageRenderer pages, PageFacts facts) {
        boolean home = context.site().isHome(context.page().id());
        String path = home ? "" : context.page().slug() + "/";
        return new Drawing(context, path + "index.html", path, pages.body(context), facts.of(context));
    }

    OutputFile html(PageShell shell, Optional<Card> card) {
        byte[] bytes = shell.page(this, card).getBytes(StandardCharsets.UTF_8);
        return OutputFile.of(file, BuiltPage.HTML, CacheControl.REVALIDATE, Bytes.of(bytes));
    }
}
