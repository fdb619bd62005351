package org.sitewright.ui.find;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.sitewright.edit.Editor;
import org.sitewright.edit.Selection;
import org.sitewright.edit.TextQuery;
import org.sitewright.edit.TextSearch;
import org.sitewright.edit.TextSpot;
import org.sitewright.edit.TextSpot.Where;
import org.sitewright.library.Catalogue;
import org.sitewright.library.Field;
import org.sitewright.library.FieldType;
import org.sitewright.library.SectionKind;
import org.sitewright.site.FieldPath;
import org.sitewright.site.Page;
import org.sitewright.site.Section;
import org.sitewright.site.SectionId;
import org.sitewright.site.Site;

/// What the find panel knows and does.
final class FindViewModel {
    private static final int AROUND = 26;

    private final Editor editor;
    private final Catalogue catalogue;
    private final TextSearch search;
    private final Set<Where> leftOut = new HashSet<>();
    private TextQuery query = new TextQuery("", false, false);
    private List<TextSpot> spots = List.of();

    FindViewModel(Editor editor, Catalogue catalogue) {
        this.editor = editor;
        this.catalogue = catalogue;
        this.search = new TextSearch(this::kindOf);
    }

    /// One place in words.
    ///
    /// @param before what stands before what was found, shortened
    record Line(Where where, String place, String before, String found, String after, int count) {}

    void find(TextQuery wanted) {
        if (!wanted.equals(query)) {
            leftOut.clear();
        }
        query = wanted;
        refresh();
    }

    /// Looks again, after the site has changed.
    void refresh() {
        spots = search.find(editor.site(), query);
    }

    List<Line> lines() {
        return spots.stream().map(this::line).toList();
    }

    int count() {
        return spots.stream().mapToInt(TextSpot::count).sum();
    }

    /// How many of those found would be replaced.
    int chosenCount() {
        return spots.stream()
                .filter(spot -> isChosen(spot.where()))
                .mapToInt(TextSpot::count)
                .sum();
    }

    boolean isChosen(Where where) {
        return !leftOut.contains(where);
    }

    void choose(Where where, boolean chosen) {
        if (chosen) {
            leftOut.remove(where);
        } else {
            leftOut.add(where);
        }
    }

    /// @return how often something was replaced
    int replace(String with) {
        int count = chosenCount();
        Set<Where> chosen = spots.stream()
                .map(TextSpot::where)
                .filter(this::isChosen)
                .collect(Collectors.toCollection(LinkedHashSet::new));
        boolean done = editor.run(state -> search.replace(state, query, with, chosen));
        refresh();
        return done ? count : 0;
    }

    /// Shows the place: its page, and its section where it is in one.
    void go(Where where) {
        Site site = editor.site();
        switch (where) {
            case Where.InSection in ->
                editor.select(Selection.of(
                        site.pageOf(in.section())
                                .map(Page::id)
                                .orElse(editor.state().selection().page()),
                        in.section()));
            case Where.OfPage of -> editor.select(Selection.of(of.page()));
            case Where.OfForm of -> {}
            case Where.InMenu in -> {}
        }
    }

    private Line line(TextSpot spot) {
        String text = spot.text();
        int at = Math.max(0, query.first(text));
        int end = Math.min(text.length(), at + query.text().length());
        int from = Math.max(0, at - AROUND);
        int to = Math.min(text.length(), end + AROUND);
        return new Line(
                spot.where(),
                place(spot.where()),
                (from > 0 ? "…" : "") + text.substring(from, at),
                text.substring(at, end),
                text.substring(end, to) + (to < text.length() ? "…" : ""),
                spot.count());
    }

    private String place(Where where) {
        Site site = editor.site();
        return switch (where) {
            case Where.InSection in -> {
                String page = site.pageOf(in.section()).map(Page::name).orElse("All pages");
                yield page + " › " + site.section(in.section()).map(this::name).orElse("") + " › "
                        + label(in.section(), in.path());
            }
            case Where.OfPage of -> {
                String page = site.page(of.page()).map(Page::name).orElse("");
                yield page + " › "
                        + switch (of.which()) {
                            case NAME -> "Name";
                            case TITLE -> "Title";
                            case DESCRIPTION -> "Description";
                            case META_TITLE -> "Title in search results";
                            case META_DESCRIPTION -> "Description in search results";
                        };
            }
            case Where.OfForm of ->
                "Form › " + site.form(of.form()).map(form -> form.name()).orElse("");
            case Where.InMenu in -> "Menu";
        };
    }

    private String name(Section section) {
        return catalogue.kind(section.kind()).map(SectionKind::name).orElse(section.kind());
    }

    private String label(SectionId section, FieldPath path) {
        return editor.site()
                .section(section)
                .flatMap(found -> field(found, path))
                .map(Field::label)
                .orElse(path.steps().getLast());
    }

    private TextSearch.Kind kindOf(Section section, FieldPath path) {
        if (catalogue.kind(section.kind()).isEmpty()) {
            return section.kind().equals(Section.COMPONENT) ? TextSearch.Kind.PLAIN : TextSearch.Kind.NO_WORDS;
        }
        return field(section, path).map(field -> kind(field.type())).orElse(TextSearch.Kind.NO_WORDS);
    }

    private static TextSearch.Kind kind(FieldType type) {
        return switch (type) {
            case FieldType.PlainText text -> TextSearch.Kind.PLAIN;
            case FieldType.RichText text -> TextSearch.Kind.RICH;
            case FieldType.Picture other -> TextSearch.Kind.NO_WORDS;
            case FieldType.Link other -> TextSearch.Kind.NO_WORDS;
            case FieldType.Choice other -> TextSearch.Kind.NO_WORDS;
            case FieldType.ListOf other -> TextSearch.Kind.NO_WORDS;
            case FieldType.Decimal other -> TextSearch.Kind.NO_WORDS;
            case FieldType.Toggle other -> TextSearch.Kind.NO_WORDS;
            case FieldType.ColorRole other -> TextSearch.Kind.NO_WORDS;
            case FieldType.Day other -> TextSearch.Kind.NO_WORDS;
            case FieldType.Form other -> TextSearch.Kind.NO_WORDS;
        };
    }

    private Optional<Field> field(Section section, FieldPath path) {
        List<Field> schema =
                catalogue.kind(section.kind()).map(SectionKind::fields).orElse(List.of());
        List<String> steps = new ArrayList<>(path.steps());
        while (true) {
            String name = steps.getFirst();
            Optional<Field> field =
                    schema.stream().filter(each -> each.name().equals(name)).findFirst();
            if (steps.size() < 3 || field.isEmpty()) {
                return field;
            }
            if (!(field.get().type() instanceof FieldType.ListOf list)) {
                return Optional.empty();
            }
            schema = list.fields();
            steps = steps.subList(2, steps.size());
        }
    }
}
