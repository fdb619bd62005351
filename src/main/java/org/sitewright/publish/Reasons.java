package org.sitewright.publish;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.sitewright.render.OutputFile;
import org.sitewright.render.OutputTree;

/// Says in the user's words what a file is and why it is sent. Which pages use an asset is read from the pages
/// themselves, in sites of up to 500 pages.
final class Reasons {
    private static final int MOST_PAGES = 500;
    private static final int LARGEST_PAGE = 2_000_000;
    private static final Pattern ASSET = Pattern.compile("assets/[\\w.~-]+(?:/[\\w.~-]+)*");

    private final OutputTree tree;
    private final Map<String, String> pageNames;
    private final Map<String, TreeSet<String>> users = new HashMap<>();
    private boolean read;

    /// For a build whose content lies at the host, where it is not read just to give a reason.
    static Reasons unread(OutputTree tree, Map<String, String> pageNames) {
        Reasons reasons = new Reasons(tree, pageNames);
        reasons.read = true;
        return reasons;
    }

    /// @param pageNames the name of the page at each path, as far as known
    Reasons(OutputTree tree, Map<String, String> pageNames) {
        this.tree = tree;
        this.pageNames = pageNames;
    }

    String sent(OutputFile file, String what) {
        if (isPage(file.path())) {
            return name(file.path()) + ": page " + what;
        }
        String kind = kind(file);
        String used = usedBy(file.path());
        return used.isEmpty() ? kind + " " + what : kind + " " + what + ", used by " + used;
    }

    String unchanged(OutputFile file) {
        return isPage(file.path()) ? name(file.path()) + ": page unchanged" : kind(file) + " unchanged";
    }

    String removed(String path) {
        return isPage(path) ? name(path) + ": page removed" : "no page uses it any longer";
    }

    static boolean isPage(String path) {
        return path.endsWith(".html");
    }

    private String name(String path) {
        String known = pageNames.get(path);
        if (known != null) {
            return known;
        }
        return path.endsWith("/index.html") ? path.substring(0, path.length() - "/index.html".length()) : path;
    }

    private static String kind(OutputFile file) {
        String type = file.contentType();
        if (type.startsWith("image/")) {
            return "picture";
        }
        if (type.startsWith("font/")) {
            return "font";
        }
        if (type.startsWith("text/css")) {
            return "style sheet";
        }
        return type.startsWith("text/javascript") ? "script" : file.path();
    }

    private String usedBy(String asset) {
        if (!read) {
            read = true;
            readPages();
        }
        TreeSet<String> pages = users.getOrDefault(asset, new TreeSet<>());
        if (pages.size() <= 3) {
            return String.join(", ", pages);
        }
        return pages.first() + " and " + (pages.size() - 1) + " other pages";
    }

    private void readPages() {
        var pages = tree.files().values().stream()
                .filter(file -> isPage(file.path()) && file.size() < LARGEST_PAGE)
                .toList();
        if (pages.size() > MOST_PAGES) {
            return;
        }
        for (OutputFile page : pages) {
            assets(page).forEach(asset -> users.computeIfAbsent(asset, key -> new TreeSet<>())
                    .add(name(page.path())));
        }
    }

    /// The paths of the assets that a page names.
    static Set<String> assets(OutputFile page) {
        Set<String> assets = new TreeSet<>();
        if (page.size() < LARGEST_PAGE) {
            Matcher asset = ASSET.matcher(text(page));
            while (asset.find()) {
                assets.add(asset.group());
            }
        }
        return assets;
    }

    private static String text(OutputFile page) {
        try (InputStream in = page.source().open()) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }
}
