package org.sitewright.publish;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import org.sitewright.render.CacheControl;
import org.sitewright.render.OutputFile;

/// The order in which files go out so that no visitor ever sees a page that names what is not there yet: what pages
/// use first, then what is no page, then pages from the leaves to the home page.
record PublishOrder(List<OutputFile> assets, List<List<OutputFile>> rest) {
    private static final String HOME = "index.html";

    static PublishOrder of(List<OutputFile> files) {
        List<OutputFile> assets = new ArrayList<>();
        List<OutputFile> others = new ArrayList<>();
        TreeMap<Integer, List<OutputFile>> pages = new TreeMap<>(Comparator.reverseOrder());
        for (OutputFile file : files) {
            if (file.cacheControl() == CacheControl.IMMUTABLE) {
                assets.add(file);
            } else if (Reasons.isPage(file.path())) {
                pages.computeIfAbsent(depth(file.path()), key -> new ArrayList<>())
                        .add(file);
            } else {
                others.add(file);
            }
        }
        List<List<OutputFile>> rest = new ArrayList<>();
        rest.add(others);
        rest.addAll(pages.values());
        return new PublishOrder(assets, rest);
    }

    private static int depth(String path) {
        return path.equals(HOME) ? -1 : (int) path.chars().filter(c -> c == '/').count();
    }
}
