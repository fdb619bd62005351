package org.sitewright.history;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.sitewright.site.PageId;
import org.sitewright.site.SectionId;

/// Which parts of a site a change touched, read from the paths of its values.
///
/// @param kind of the first part
/// @param shared whether a section that every page shows was touched
public record Touched(MomentKind kind, Set<PageId> pages, Set<SectionId> sections, boolean shared) {
    private static final int UUID_LENGTH = 36;

    public Touched {
        pages = Set.copyOf(pages);
        sections = Set.copyOf(sections);
    }

    /// @param paths what differs in the values of a change, as the journal's index has them
    public static Touched of(String action, List<String> paths) {
        Set<PageId> pages = new LinkedHashSet<>();
        Set<SectionId> sections = new LinkedHashSet<>();
        boolean shared = false;
        MomentKind kind = MomentKind.SITE;
        boolean order = false;
        boolean first = true;
        for (String path : paths) {
            String[] steps = path.split("/", -1);
            int at = 1;
            if (steps[0].equals("pages") && isId(steps, 1)) {
                pages.add(PageId.parse(steps[1]));
                at = 3;
            } else if (steps[0].equals("top") || steps[0].equals("bottom")) {
                shared = true;
            }
            boolean inSections = steps[0].equals("top") || steps[0].equals("bottom") || steps[0].equals("pages");
            if (inSections && isId(steps, at)) {
                sections.add(SectionId.parse(steps[at]));
            }
            MomentKind found = kind(steps, at);
            if (found == MomentKind.ORDER) {
                order = true;
            } else if (first) {
                kind = found;
                first = false;
            }
        }
        if (first && order) {
            kind = MomentKind.ORDER;
        }
        return new Touched(ofAction(action, kind), pages, sections, shared);
    }

    private static MomentKind ofAction(String action, MomentKind kind) {
        return switch (action) {
            case "site.publish" -> MomentKind.PUBLISH;
            case "site.save" -> kind;
            default -> MomentKind.SITE;
        };
    }

    private static MomentKind kind(String[] steps, int at) {
        return switch (steps[0]) {
            case "theme" -> MomentKind.THEME;
            case "pageOrder" -> MomentKind.ORDER;
            case "parts" -> part(steps);
            case "pages" -> steps.length < 3 || !steps[2].equals("sections") ? MomentKind.PAGE : section(steps, at);
            case "top", "bottom" -> section(steps, at);
            default -> MomentKind.SITE;
        };
    }

    private static MomentKind part(String[] steps) {
        return switch (steps.length > 1 ? steps[1] : "") {
            case "forms" -> MomentKind.FORM;
            case "components" -> MomentKind.COMPONENT;
            default -> MomentKind.MENU;
        };
    }

    private static MomentKind section(String[] steps, int at) {
        if (steps.length <= at || steps[at].equals("order")) {
            return MomentKind.ORDER;
        }
        if (steps.length == at + 1) {
            return MomentKind.SECTION;
        }
        return switch (steps[at + 1]) {
            case "variant", "style" -> MomentKind.LOOK;
            case "hidden" -> MomentKind.VISIBILITY;
            case "content" -> content(steps[steps.length - 1], steps.length > at + 3);
            default -> MomentKind.SECTION;
        };
    }

    /// A picture and a link are objects of their own; every other value is one leaf.
    private static MomentKind content(String leaf, boolean inside) {
        return switch (leaf) {
            case "media", "alt", "focal" -> inside ? MomentKind.PICTURE : MomentKind.TEXT;
            case "page", "url", "mail", "phone", "anchor", "file", "link", "href" -> MomentKind.LINK;
            case "image", "picture", "photo", "logo" -> MomentKind.PICTURE;
            default -> MomentKind.TEXT;
        };
    }

    private static boolean isId(String[] steps, int at) {
        if (steps.length <= at || steps[at].length() != UUID_LENGTH) {
            return false;
        }
        try {
            return UUID.fromString(steps[at]).toString().equals(steps[at]);
        } catch (IllegalArgumentException notAnId) {
            return false;
        }
    }
}
