package org.sitewright.app;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.sitewright.edit.Edit;
import org.sitewright.edit.Transaction;
import org.sitewright.library.Catalogue;
import org.sitewright.library.NamedPalette;
import org.sitewright.library.SectionKind;
import org.sitewright.media.MediaItem;
import org.sitewright.media.MediaUse;
import org.sitewright.site.MediaId;
import org.sitewright.site.Page;
import org.sitewright.site.PageId;
import org.sitewright.site.RichText;
import org.sitewright.site.Section;
import org.sitewright.site.Site;
import org.sitewright.site.Theme;
import org.sitewright.site.Value;
import org.sitewright.ui.control.Actions;
import org.sitewright.ui.editor.EditorView;
import org.sitewright.ui.palette.PaletteEntry;
import org.sitewright.ui.palette.PaletteEntry.Group;

/// What can be found in an open editor.
final class EditorThings {
    private static final int LONGEST = 400;

    private final EditorView view;
    private final Catalogue catalogue;

    EditorThings(EditorView view, Catalogue catalogue) {
        this.view = view;
        this.catalogue = catalogue;
    }

    Site site() {
        return view.editor().site();
    }

    PageId page() {
        return view.editor().state().selection().page();
    }

    List<PaletteEntry> all() {
        Site site = view.editor().site();
        List<PaletteEntry> all = new ArrayList<>(actions());
        for (Page page : site.pages()) {
            Runnable go = () -> view.show(page.id());
            String icon = site.isHome(page.id()) ? "house" : page.icon().isEmpty() ? "file" : page.icon();
            all.add(PaletteEntry.of("page/" + page.id(), Group.PAGE, page.name(), "Page", icon, go)
                    .withLook(go));
        }
        catalogue.kinds().forEach(kind -> all.add(insert(kind)));
        catalogue.palettes().forEach(palette -> all.add(palette(palette)));
        return all;
    }

    /// The sections of the site with what they say. Any thread.
    ///
    /// @param open where sections that every page shows are looked at
    List<PaletteEntry> sections(Site site, PageId open) {
        List<PaletteEntry> all = new ArrayList<>();
        for (Page page : site.pages()) {
            page.sections().forEach(section -> all.add(section(section, page, page.name())));
        }
        Page shown = site.page(open).orElse(site.home());
        Stream.concat(site.top().stream(), site.bottom().stream())
                .forEach(section -> all.add(section(section, shown, "Every page")));
        return all;
    }

    /// Pictures lead to the sections that show them, one on each page. Any thread.
    List<PaletteEntry> media(Site site, List<MediaItem> items) {
        List<PaletteEntry> all = new ArrayList<>();
        Map<MediaId, List<MediaUse>> uses = MediaUse.all(site);
        for (MediaItem item : items) {
            Set<PageId> told = new HashSet<>();
            for (MediaUse use : uses.getOrDefault(item.media(), List.of())) {
                Optional<Section> section = use.section().flatMap(site::section);
                if (use.page().isPresent()
                        && section.isPresent()
                        && told.add(use.page().get())) {
                    all.add(picture(item, use, section.get()));
                }
            }
        }
        return all;
    }

    private PaletteEntry picture(MediaItem item, MediaUse use, Section section) {
        PageId page = use.page().orElseThrow();
        return PaletteEntry.of(
                "media/" + item.media() + "/" + page,
                Group.MEDIA,
                item.fileName(),
                use.pageName() + ", " + view.titleOf(section),
                "image",
                () -> view.show(page, section.id()));
    }

    private static Stream<String> texts(Value value) {
        return switch (value) {
            case Value.Text text -> Stream.of(text.text());
            case Value.Image image -> Stream.of(image.alt());
            case Value.Items list ->
                list.items().stream()
                        .flatMap(item -> item.fields().values().values().stream())
                        .flatMap(EditorThings::texts);
            case Value.Link other -> Stream.empty();
            case Value.Decimal other -> Stream.empty();
            case Value.Flag other -> Stream.empty();
            case Value.FormRef other -> Stream.empty();
        };
    }

    /// An action of a screen.
    static PaletteEntry entry(Actions.Action action) {
        return PaletteEntry.of(
                        "action/" + action.id(),
                        Group.ACTION,
                        action.label(),
                        action.group(),
                        "corner-down-left",
                        action.run())
                .withKeys(action.keys());
    }

    private List<PaletteEntry> actions() {
        boolean writing = view.isWriting();
        Set<String> told =
                view.actions().all().stream().map(Actions.Action::label).collect(Collectors.toSet());
        List<PaletteEntry> all = new ArrayList<>();
        for (Actions.Action action : view.actions().all()) {
            if (action.id().equals("view.search")) {
                continue;
            }
            boolean applies = action.enabled().get() && (writing || action.when() != Actions.When.ON_PAGE_TEXT);
            // What has several keys is told once.
            if (applies && told.remove(action.label())) {
                all.add(entry(action));
            }
        }
        return all;
    }

    private PaletteEntry section(Section section, Page page, String where) {
        Runnable go = () -> view.show(page.id(), section.id());
        String title = view.titleOf(section);
        String words = section.content().values().values().stream()
                .flatMap(EditorThings::texts)
                .map(text -> RichText.plain(text).strip().replaceAll("\\s+", " "))
                .filter(text -> !text.isEmpty() && !text.equals(title))
                .collect(Collectors.joining(" · "));
        String detail = words.isEmpty() ? where : where + ": " + words;
        return PaletteEntry.of(
                        "section/" + section.id(),
                        Group.PAGE,
                        title,
                        detail.length() > LONGEST ? detail.substring(0, LONGEST) : detail,
                        catalogue.kind(section.kind()).map(SectionKind::icon).orElse("panels-top-left"),
                        go)
                .withLook(go);
    }

    private PaletteEntry insert(SectionKind kind) {
        return PaletteEntry.of(
                "insert/" + kind.name(),
                Group.INSERT,
                "Add section: " + kind.name(),
                kind.category(),
                "plus",
                () -> view.insert(kind));
    }

    private PaletteEntry palette(NamedPalette palette) {
        Runnable apply = () -> {
            Theme theme = view.editor().site().theme();
            Theme changed = palette.applyTo(theme);
            if (!Objects.equals(theme, changed)) {
                view.editor()
                        .dispatch(new Transaction(
                                "Palette " + palette.label(),
                                "palette-look",
                                List.of(new Edit.SetTheme(changed)),
                                view.editor().state().selection(),
                                Transaction.Source.PANEL));
            }
        };
        return PaletteEntry.of(
                        "palette/" + palette.name(),
                        Group.COLOR,
                        "Colours: " + palette.label(),
                        "Theme",
                        "palette",
                        apply)
                .withLook(apply);
    }
}
