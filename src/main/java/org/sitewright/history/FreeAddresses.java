package org.sitewright.history;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.sitewright.site.Page;

/// Gives every page an address of its own: where two have the same one, the later one gets a number.
final class FreeAddresses {
    private FreeAddresses() {}

    static List<Page> of(List<Page> pages) {
        Set<String> wanted = new HashSet<>();
        pages.forEach(page -> wanted.add(page.slug()));
        Set<String> taken = new HashSet<>();
        List<Page> free = new ArrayList<>();
        for (Page page : pages) {
            String slug = page.slug();
            for (int number = 2; taken.contains(slug); number++) {
                String numbered = page.slug() + "-" + number;
                slug = wanted.contains(numbered) ? slug : numbered;
            }
            taken.add(slug);
            free.add(slug.equals(page.slug()) ? page : page.withName(page.name(), slug));
        }
        return free;
    }
}
