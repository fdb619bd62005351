package org.sitewright.render;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.sitewright.site.Section;
import org.sitewright.site.SectionStyle;

/// Which kinds and layouts the sections have that visitors see. What was counted once for a page is not counted again
/// while the page is the same.
///
/// @param variants the names of layouts, by kind
/// @param grounds whether one stands on a ground of its own
record SectionCensus(Map<String, Set<String>> variants, boolean grounds) {
    static SectionCensus of(List<Section> sections) {
        Map<String, Set<String>> variants = new HashMap<>();
        boolean grounds = false;
        for (Section section : sections) {
            if (!section.hidden()) {
                variants.computeIfAbsent(section.kind(), kind -> new HashSet<>())
                        .add(section.variant());
                grounds |= !section.style().equals(SectionStyle.PLAIN);
            }
        }
        return new SectionCensus(variants, grounds);
    }

    static SectionCensus all(Iterable<SectionCensus> each) {
        Map<String, Set<String>> variants = new HashMap<>();
        boolean grounds = false;
        for (SectionCensus census : each) {
            census.variants.forEach((kind, names) ->
                    variants.computeIfAbsent(kind, named -> new HashSet<>()).addAll(names));
            grounds |= census.grounds;
        }
        return new SectionCensus(variants, grounds);
    }
}
