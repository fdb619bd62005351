package org.sitewright.ui.palette;

import org.jspecify.annotations.Nullable;

/// Something that can be found and gone to or done.
///
/// @param id stable, so that what was chosen before is known again
/// @param words what it is called and where it is
/// @param icon a name of the catalogue
/// @param keys as a person reads them, or empty
/// @param go does it
/// @param look shows it without leaving the palette; null where that makes no sense
public record PaletteEntry(
        String id,
        Group group,
        Words words,
        String icon,
        String keys,
        Runnable go,
        @Nullable Runnable look) {
    /// What kind of thing it is; lists keep this order while nothing is searched for.
    public enum Group {
        ACTION("Do"),
        PAGE("Pages and sections"),
        INSERT("Add a section"),
        SITE("Sites"),
        PLACE("Go to"),
        COLOR("Colours"),
        MEDIA("Pictures and files");

        private final String label;

        Group(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }

    /// What is searched, with the form in which it is searched made once.
    ///
    /// @param detail where it is or what it belongs to; may be empty
    public record Words(String label, String detail, String plainLabel, String plainDetail) {
        static Words of(String label, String detail) {
            return new Words(label, detail, Fuzzy.plain(label), Fuzzy.plain(detail));
        }
    }

    public String label() {
        return words.label();
    }

    public String detail() {
        return words.detail();
    }

    /// Something without keys that cannot be looked at first.
    public static PaletteEntry of(String id, Group group, String label, String detail, String icon, Runnable go) {
        return new PaletteEntry(id, group, Words.of(label, detail), icon, "", go, null);
    }

    public PaletteEntry withKeys(String shown) {
        return new PaletteEntry(id, group, words, icon, shown, go, look);
    }

    public PaletteEntry withLook(Runnable shows) {
        return new PaletteEntry(id, group, words, icon, keys, go, shows);
    }
}
