package org.sitewright.edit;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.sitewright.site.Ids;
import org.sitewright.site.LinkTarget;
import org.sitewright.site.MenuItem;
import org.sitewright.site.Page;
import org.sitewright.site.Site;

/// What a user can do with the menu of a site: a list of entries, each with entries under it and none under those.
public final class MenuCommands {
    private static final int LONGEST_LABEL = 80;
    private static final int MOST = 200;

    private final Ids ids;

    public MenuCommands(Ids ids) {
        this.ids = ids;
    }

    /// Where an entry lands beside another.
    public enum Landing {
        BEFORE,
        AFTER,
        UNDER
    }

    /// Makes a menu of one's own out of the automatic one. Empty where there is one already.
    public Command own() {
        return state -> state.site().parts().menu().isEmpty()
                ? set(state, "Menu of your own", "", automatic(state.site()))
                : Optional.empty();
    }

    /// Lists the pages as they are again.
    public Command automatic() {
        return state -> set(state, "Automatic menu", "", List.of());
    }

    /// Adds an entry at the end; empty where there are too many already.
    public Command add(String label, LinkTarget target) {
        return state -> {
            List<MenuItem> menu = new ArrayList<>(current(state.site()));
            if (count(menu) >= MOST) {
                return Optional.empty();
            }
            menu.add(new MenuItem(ids.nextItem(), shortened(label), target, List.of()));
            return set(state, "Add to menu", "", menu);
        };
    }

    /// Writes an entry anew, keeping what is under it. Typing on becomes one step.
    public Command change(String id, String label, LinkTarget target) {
        return state -> set(
                state,
                "Menu entry",
                "menu/" + id,
                replaced(
                        state.site().parts().menu(),
                        id,
                        item -> new MenuItem(item.id(), shortened(label), target, item.children())));
    }

    /// Takes an entry out with those under it.
    public Command remove(String id) {
        return state ->
                set(state, "Delete from menu", "", without(state.site().parts().menu(), id));
    }

    /// Moves an entry among its neighbours, up (-1) or down (1).
    public Command move(String id, int by) {
        return state -> {
            List<MenuItem> menu = state.site().parts().menu();
            return set(state, "Move in menu", "", moved(menu, id, by));
        };
    }

    /// Puts an entry under the one before it. Empty where there is none, or where it has entries of its own.
    public Command nest(String id) {
        return state -> {
            List<MenuItem> menu = state.site().parts().menu();
            int at = indexOf(menu, id);
            return at < 1
                    ? Optional.empty()
                    : place(id, menu.get(at - 1).id(), Landing.UNDER).on(state);
        };
    }

    /// Puts an entry from under another after that one.
    public Command unnest(String id) {
        return state -> state.site().parts().menu().stream()
                .filter(item -> indexOf(item.children(), id) >= 0)
                .findFirst()
                .flatMap(parent -> place(id, parent.id(), Landing.AFTER).on(state));
    }

    /// Moves an entry beside or under another. Empty where that would make a third level.
    public Command place(String id, String beside, Landing landing) {
        return state -> {
            List<MenuItem> menu = state.site().parts().menu();
            Optional<MenuItem> item = find(menu, id);
            boolean besideIsUnder = indexOf(menu, beside) < 0;
            boolean under = landing == Landing.UNDER || besideIsUnder;
            boolean possible = item.isPresent()
                    && find(menu, beside).isPresent()
                    && !id.equals(beside)
                    && !(under && !item.get().children().isEmpty())
                    && !(landing == Landing.UNDER && besideIsUnder);
            return possible
                    ? set(state, "Move in menu", "", landed(without(menu, id), item.get(), beside, landing))
                    : Optional.empty();
        };
    }

    private List<MenuItem> current(Site site) {
        return site.parts().menu().isEmpty() ? automatic(site) : site.parts().menu();
    }

    private List<MenuItem> automatic(Site site) {
        List<MenuItem> menu = new ArrayList<>();
        for (Page page : site.pages()) {
            if (page.inMenu() && (page.isBuilt() || site.isHome(page.id()))) {
                menu.add(new MenuItem(ids.nextItem(), "", new LinkTarget.ToPage(page.id(), ""), List.of()));
            }
        }
        return menu;
    }

    private static List<MenuItem> landed(List<MenuItem> menu, MenuItem item, String beside, Landing landing) {
        List<MenuItem> changed = new ArrayList<>();
        for (MenuItem each : menu) {
            boolean here = each.id().equals(beside);
            if (here && landing == Landing.UNDER) {
                List<MenuItem> children = new ArrayList<>(each.children());
                children.add(item);
                changed.add(with(each, children));
            } else {
                if (here && landing == Landing.BEFORE) {
                    changed.add(item);
                }
                changed.add(with(each, landed(each.children(), item, beside, landing)));
                if (here && landing == Landing.AFTER) {
                    changed.add(item);
                }
            }
        }
        return changed;
    }

    private static List<MenuItem> moved(List<MenuItem> menu, String id, int by) {
        int at = indexOf(menu, id);
        if (at >= 0) {
            List<MenuItem> changed = new ArrayList<>(menu);
            changed.add(Math.clamp(at + by, 0, menu.size() - 1), changed.remove(at));
            return changed;
        }
        return menu.stream()
                .map(item -> item.children().isEmpty() ? item : with(item, moved(item.children(), id, by)))
                .toList();
    }

    private static List<MenuItem> replaced(List<MenuItem> menu, String id, UnaryOperator<MenuItem> change) {
        return menu.stream()
                .map(item ->
                        item.id().equals(id) ? change.apply(item) : with(item, replaced(item.children(), id, change)))
                .toList();
    }

    private static List<MenuItem> without(List<MenuItem> menu, String id) {
        return menu.stream()
                .filter(item -> !item.id().equals(id))
                .map(item -> with(item, without(item.children(), id)))
                .toList();
    }

    private static Optional<MenuItem> find(List<MenuItem> menu, String id) {
        for (MenuItem item : menu) {
            Optional<MenuItem> found = item.id().equals(id) ? Optional.of(item) : find(item.children(), id);
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    private static int indexOf(List<MenuItem> menu, String id) {
        for (int i = 0; i < menu.size(); i++) {
            if (menu.get(i).id().equals(id)) {
                return i;
            }
        }
        return -1;
    }

    private static int count(List<MenuItem> menu) {
        return menu.stream().mapToInt(item -> 1 + item.children().size()).sum();
    }

    private static MenuItem with(MenuItem item, List<MenuItem> children) {
        return new MenuItem(item.id(), item.label(), item.target(), children);
    }

    private static String shortened(String label) {
        return label.length() > LONGEST_LABEL ? label.substring(0, LONGEST_LABEL) : label;
    }

    private static Optional<Transaction> set(EditorState state, String label, String mergeKey, List<MenuItem> menu) {
        return menu.equals(state.site().parts().menu())
                ? Optional.empty()
                : Optional.of(new Transaction(
                        label, mergeKey, List.of(new Edit.SetMenu(menu)), state.selection(), Transaction.Source.PANEL));
    }
}
