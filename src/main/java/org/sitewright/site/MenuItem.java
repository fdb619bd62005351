package org.sitewright.site;

import java.util.List;

/// One entry of a menu.
///
/// @param id unique within the menu
/// @param label what it says; empty for the name of the page it leads to
/// @param children the entries under it; theirs are not shown
public record MenuItem(String id, String label, LinkTarget target, List<MenuItem> children) {
    public MenuItem {
        children = List.copyOf(children);
    }
}
