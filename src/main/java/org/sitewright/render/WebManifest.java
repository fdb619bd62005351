package org.sitewright.render;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.sitewright.library.color.Palette;
import org.sitewright.site.Site;
import org.sitewright.site.SiteType;
import org.sitewright.site.Theme;
import org.sitewright.site.json.Json;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// The web app manifest (W3C Application Manifest): how a site looks beside the programs of a visitor. A website asks
/// for its page in the browser, an app for a window of its own.
final class WebManifest {
    static final String PATH = "site.webmanifest";

    private WebManifest() {}

    static OutputFile of(Site site) {
        boolean app = site.type() == SiteType.APP;
        Palette palette = Palette.of(site.theme());
        var roles = site.theme().mode() == Theme.ColorMode.DARK ? palette.dark() : palette.light();
        String ground = String.valueOf(roles.get("bg"));
        ObjectNode manifest = Json.object()
                .put("name", site.name())
                .put("short_name", shortened(site.name()))
                .put("lang", site.language())
                .put("dir", PageRenderer.isRightToLeft(site) ? "rtl" : "ltr")
                .put("id", "./")
                .put("start_url", "./")
                .put("scope", "./")
                .put("display", app ? "standalone" : "browser")
                .put("background_color", ground)
                .put("theme_color", ground);
        if (!site.description().isBlank()) {
            manifest.put("description", site.description());
        }
        ArrayNode icons = manifest.putArray("icons");
        icon(icons, "icon-192.png", "192x192", "any");
        icon(icons, "icon-512.png", "512x512", "any");
        if (app) {
            icon(icons, "icon-maskable-512.png", "512x512", "maskable");
        }
        return OutputFile.of(
                PATH,
                "application/manifest+json; charset=utf-8",
                CacheControl.REVALIDATE,
                Bytes.of(Json.writePretty(manifest).getBytes(StandardCharsets.UTF_8)));
    }

    private static void icon(ArrayNode icons, String file, String sizes, String purpose) {
        icons.addObject()
                .put("src", file)
                .put("sizes", sizes)
                .put("type", "image/png")
                .put("purpose", purpose);
    }

    /// Whole words as far as they fit under an icon.
    private static String shortened(String name) {
        String shorter = name.strip();
        for (String word : List.of(shorter.split("\\s+")).reversed()) {
            if (shorter.length() > 12 && shorter.length() > word.length()) {
                shorter = shorter.substring(0, shorter.length() - word.length()).strip();
            }
        }
        return shorter;
    }
}
