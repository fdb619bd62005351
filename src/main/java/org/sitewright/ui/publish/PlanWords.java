package org.sitewright.ui.publish;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.sitewright.publish.PlannedFile;
import org.sitewright.publish.PlannedFile.Change;
import org.sitewright.site.Page;
import org.sitewright.site.Site;

/// Says what the files of a plan are, in the words of the site.
final class PlanWords {
    static final String HOME = "index.html";
    private static final String NOT_FOUND = "404.html";
    private static final Pattern HASH = Pattern.compile("-[0-9a-f]{8,}(?=[.-])");
    private static final Pattern HASH_ONLY = Pattern.compile("[0-9a-f]{12}(?:-(\\d+))?\\.(\\w+)");
    private static final Pattern NEW = Pattern.compile("(.*?) new(, .*)?");
    private static final Map<String, String> KNOWN = Map.of(
            "robots.txt", "Tells search engines what they may read",
            "sitemap.xml", "Lists the pages for search engines",
            "favicon.ico", "The icon in browser tabs",
            "favicon.svg", "The icon in browser tabs",
            "apple-touch-icon.png", "The icon on phones");

    private final Map<String, Page> pages = new HashMap<>();
    private final Map<String, Integer> places = new HashMap<>();

    PlanWords(Site site) {
        for (Page page : site.pages()) {
            if (isBuilt(site, page)) {
                String path = path(site, page);
                places.put(path, places.size());
                pages.put(path, page);
            }
        }
    }

    /// Where a page stands in the site; what is no page of it comes last.
    int place(String path) {
        return places.getOrDefault(path, Integer.MAX_VALUE);
    }

    PlanRow row(PlannedFile file, PlanRow.State state) {
        Page page = pages.get(file.path());
        PlanRow.Words words = new PlanRow.Words(title(file.path()), detail(file));
        return new PlanRow(
                file.path(),
                kind(file.path()),
                words,
                file.change(),
                file.bytes(),
                page == null ? null : page.id(),
                state);
    }

    private String title(String path) {
        Page page = pages.get(path);
        if (page != null) {
            return page.name();
        }
        if (path.equals(NOT_FOUND)) {
            return "Page not found";
        }
        if (path.endsWith("/" + HOME)) {
            return "/" + path.substring(0, path.length() - HOME.length());
        }
        String name = path.substring(path.lastIndexOf('/') + 1);
        Matcher hash = HASH_ONLY.matcher(name);
        if (hash.matches()) {
            return hash.group(1) == null ? "Picture" : "Picture, " + hash.group(1) + " px wide";
        }
        String plain = HASH.matcher(name).replaceAll("");
        return path.startsWith("assets/") && plain.equals("card.jpg") ? "Card for sharing" : plain;
    }

    private static String detail(PlannedFile file) {
        String known = KNOWN.get(file.path());
        if (known != null) {
            return known;
        }
        if (file.path().equals(NOT_FOUND)) {
            return "Shown for addresses that are not there";
        }
        String reason = file.path().endsWith(".html")
                ? file.reason().substring(file.reason().indexOf(": ") + 1).strip()
                : file.reason();
        if (file.change() == Change.REMOVED) {
            return reason.equals("page removed") ? "The site no longer has this page" : capital(reason);
        }
        Matcher fresh = NEW.matcher(reason);
        if (fresh.matches()) {
            String what = fresh.group(1);
            String used = fresh.group(2) == null ? "" : fresh.group(2);
            if (what.equals("picture")) {
                what = file.path().substring(file.path().lastIndexOf('.') + 1).toUpperCase(Locale.ROOT);
            }
            return what.equals("page") ? "A page that visitors have not seen yet" : capital(what) + used;
        }
        return capital(reason);
    }

    private static PlanRow.Kind kind(String path) {
        return switch (path.substring(path.lastIndexOf('.') + 1)) {
            case "html" -> PlanRow.Kind.PAGE;
            case "jpg", "jpeg", "png", "webp", "gif", "svg", "ico" -> PlanRow.Kind.PICTURE;
            case "css", "js" -> PlanRow.Kind.STYLE;
            case "woff2" -> PlanRow.Kind.FONT;
            default -> PlanRow.Kind.OTHER;
        };
    }

    private static boolean isBuilt(Site site, Page page) {
        return page.isBuilt() || site.isHome(page.id());
    }

    private static String path(Site site, Page page) {
        return site.isHome(page.id()) ? HOME : page.slug() + "/" + HOME;
    }

    private static String capital(String words) {
        return words.isEmpty() ? words : words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }
}
