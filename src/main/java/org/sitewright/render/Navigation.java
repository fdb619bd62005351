package org.sitewright.render;

import java.util.AbstractList;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.sitewright.site.Page;
import org.sitewright.text.Html;

/// The published pages as a template lists them. Made only when a template asks: most sections do not, and on a site
/// of many pages it is long.
final class Navigation extends AbstractList<Map<String, Object>> {
    private final PageContext context;
    private @Nullable List<Map<String, Object>> entries;

    Navigation(PageContext context) {
        this.context = context;
    }

    @Override
    public Map<String, Object> get(int index) {
        return entries().get(index);
    }

    @Override
    public int size() {
        return entries().size();
    }

    private List<Map<String, Object>> entries() {
        List<Map<String, Object>> made = entries;
        if (made == null) {
            made = new ArrayList<>();
            for (Page page : context.site().pages()) {
                if (page.published()) {
                    made.add(Map.of(
                            "label", Html.withoutForbidden(page.name()),
                            "href", context.hrefOf(page),
                            "current", page.id().equals(context.page().id())));
                }
            }
            entries = made;
        }
        return made;
    }
}
