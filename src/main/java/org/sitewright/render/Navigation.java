package org.sitewright.render;

import java.util.AbstractList;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.sitewright.site.LinkTarget;
import org.sitewright.site.MenuItem;
import org.sitewright.site.Page;
import org.sitewright.site.PageId;
import org.sitewright.text.Html;

/// The menu of a site as a template lists it: its own entries or, without any, the pages that are in the automatic
/// menu. Each entry has `label`, `href`, `current` and `children`. Made only when a template asks: most sections do
/// not, and on a site of many pages it is long.
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
            List<MenuItem> menu = context.site().parts().menu();
            made = menu.isEmpty() ? pages() : chosen(menu, true);
            entries = made;
        }
        return made;
    }

    private List<Map<String, Object>> pages() {
        List<Map<String, Object>> made = new ArrayList<>();
        for (Page page : context.site().pages()) {
            if (context.isShown(page) && page.inMenu()) {
                made.add(entry(page.name(), context.hrefOf(page), isHere(page.id()), List.of()));
            }
        }
        return made;
    }

    private List<Map<String, Object>> chosen(List<MenuItem> menu, boolean first) {
        List<Map<String, Object>> made = new ArrayList<>();
        for (MenuItem item : menu) {
            if (leadsSomewhere(item.target())) {
                boolean here = item.target() instanceof LinkTarget.ToPage(PageId page, String anchor)
                        && anchor.isEmpty()
                        && isHere(page);
                made.add(entry(
                        label(item),
                        Links.href(item.target(), context),
                        here,
                        first ? chosen(item.children(), false) : List.of()));
            }
        }
        return made;
    }

    /// A page that visitors cannot reach is left out of the menu, with what is under it kept for when they can.
    private boolean leadsSomewhere(LinkTarget target) {
        return !(target instanceof LinkTarget.ToPage(PageId page, String anchor))
                || context.site().page(page).filter(context::isShown).isPresent();
    }

    private String label(MenuItem item) {
        if (item.label().isBlank() && item.target() instanceof LinkTarget.ToPage(PageId page, String anchor)) {
            return context.site().page(page).map(Page::name).orElse("");
        }
        return item.label();
    }

    private boolean isHere(PageId page) {
        return page.equals(context.page().id());
    }

    private static Map<String, Object> entry(
            String label, String href, boolean current, List<Map<String, Object>> children) {
        return Map.of(
                "label",
                Html.withoutForbidden(label),
                "href",
                Html.withoutForbidden(href),
                "current",
                current,
                "children",
                children);
    }
}
