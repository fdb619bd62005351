package org.sitewright.media;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jsoup.nodes.Element;

/// Counts how many elements a drawing becomes when everything it reuses is put in place. A few lines that reuse each
/// other ten times over can become billions, and a circle never ends: both stop a browser.
final class SvgUses {
    private static final long MOST = 200_000;

    private final Map<String, Element> byId = new HashMap<>();
    private final Map<Element, Long> counted = new HashMap<>();
    private final Set<Element> open = new HashSet<>();
    private final String fileName;

    private SvgUses(String fileName) {
        this.fileName = fileName;
    }

    static void check(Element svg, String fileName) {
        SvgUses uses = new SvgUses(fileName);
        svg.getElementsByAttribute("id").forEach(element -> uses.byId.putIfAbsent(element.id(), element));
        uses.count(svg, 0);
    }

    private long count(Element element, int depth) {
        Long known = counted.get(element);
        if (known != null) {
            return known;
        }
        if (depth > 1_000 || !open.add(element)) {
            throw MediaProblems.tooComplex(fileName);
        }
        long count = 1;
        for (Element child : element.children()) {
            count += count(child, depth + 1);
        }
        Element used = element.tagName().equals("use") ? byId.get(reference(element)) : null;
        if (used != null) {
            count += count(used, depth + 1);
        }
        if (count > MOST) {
            throw MediaProblems.tooComplex(fileName);
        }
        open.remove(element);
        counted.put(element, count);
        return count;
    }

    private static String reference(Element use) {
        String href = use.attr("href");
        return href.startsWith("#") ? href.substring(1) : "";
    }
}
