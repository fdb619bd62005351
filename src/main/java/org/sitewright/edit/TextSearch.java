package org.sitewright.edit;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.sitewright.edit.TextSpot.PageText;
import org.sitewright.edit.TextSpot.Where;
import org.sitewright.site.FieldPath;
import org.sitewright.site.Fields;
import org.sitewright.site.Form;
import org.sitewright.site.MenuItem;
import org.sitewright.site.Page;
import org.sitewright.site.RichText;
import org.sitewright.site.Section;
import org.sitewright.site.Site;
import org.sitewright.site.Value;

/// Finds words everywhere in a site and replaces them, as one step that can be undone. Markup is never searched, and
/// addresses never changed.
public final class TextSearch {
    private final Words words;

    /// Tells what a text of a section is.
    @FunctionalInterface
    public interface Words {
        Kind kindOf(Section section, FieldPath path);
    }

    /// What a text is.
    public enum Kind {
        /// Words as they are.
        PLAIN,
        /// HTML of the allowlist in [RichText].
        RICH,
        /// A choice, a colour, a day: text too, but not for people to read.
        NO_WORDS
    }

    public TextSearch(Words words) {
        this.words = words;
    }

    /// The places in the order in which visitors meet them.
    public List<TextSpot> find(Site site, TextQuery query) {
        List<TextSpot> spots = new ArrayList<>();
        menu(site.parts().menu(), query, spots);
        site.top().forEach(section -> sections(section, query, spots));
        for (Page page : site.pages()) {
            for (PageText which : PageText.values()) {
                add(new Where.OfPage(page.id(), which), PageTexts.get(page, which), query, spots);
            }
            page.sections().forEach(section -> sections(section, query, spots));
        }
        site.bottom().forEach(section -> sections(section, query, spots));
        for (Form form : site.parts().forms()) {
            add(new Where.OfForm(form.id()), FormTexts.all(form), query, spots);
        }
        return spots;
    }

    /// Replaces in the chosen places. One that is not there any more is left out; empty when nothing would change.
    public Optional<Transaction> replace(EditorState state, TextQuery query, String with, Set<Where> chosen) {
        List<Edit> edits = new ArrayList<>();
        int count = 0;
        for (TextSpot spot : find(state.site(), query)) {
            if (chosen.contains(spot.where())) {
                edits.addAll(edits(state.site(), spot.where(), query, with));
                count += spot.count();
            }
        }
        String label = "Replace “" + query.text() + "” by “" + with + "” " + (count == 1 ? "once" : count + " times");
        return edits.isEmpty()
                ? Optional.empty()
                : Optional.of(new Transaction(label, "", edits, state.selection(), Transaction.Source.PANEL));
    }

    private List<Edit> edits(Site site, Where where, TextQuery query, String with) {
        return switch (where) {
            case Where.InSection in ->
                site.section(in.section())
                        .flatMap(section -> section.content()
                                .get(in.path())
                                .map(value -> List.<Edit>of(new Edit.SetField(
                                        in.section(),
                                        in.path(),
                                        changed(words.kindOf(section, in.path()), value, query, with)))))
                        .orElse(List.of());
            case Where.OfPage of ->
                site.page(of.page())
                        .map(page -> List.<Edit>of(new Edit.SetPageSettings(
                                of.page(),
                                PageTexts.with(
                                        page, of.which(), query.replace(PageTexts.get(page, of.which()), with)))))
                        .orElse(List.of());
            case Where.OfForm of ->
                site.form(of.form())
                        .map(form ->
                                List.<Edit>of(new Edit.PutForm(FormTexts.map(form, text -> query.replace(text, with)))))
                        .orElse(List.of());
            case Where.InMenu in ->
                List.of(new Edit.SetMenu(renamed(site.parts().menu(), in.item(), query, with)));
        };
    }

    private static Value changed(Kind kind, Value value, TextQuery query, String with) {
        return switch (value) {
            case Value.Text text
            when kind == Kind.RICH ->
                new Value.Text(RichText.changeText(text.text(), each -> query.replace(each, with)));
            case Value.Text text -> new Value.Text(query.replace(text.text(), with));
            case Value.Image image -> new Value.Image(image.media(), query.replace(image.alt(), with), image.focal());
            case Value.Decimal other -> other;
            case Value.Flag other -> other;
            case Value.Link other -> other;
            case Value.FormRef other -> other;
            case Value.Items other -> other;
        };
    }

    private static List<MenuItem> renamed(List<MenuItem> menu, String id, TextQuery query, String with) {
        return menu.stream()
                .map(item -> new MenuItem(
                        item.id(),
                        item.id().equals(id) ? query.replace(item.label(), with) : item.label(),
                        item.target(),
                        renamed(item.children(), id, query, with)))
                .toList();
    }

    private static void menu(List<MenuItem> menu, TextQuery query, List<TextSpot> spots) {
        for (MenuItem item : menu) {
            add(new Where.InMenu(item.id()), item.label(), query, spots);
            menu(item.children(), query, spots);
        }
    }

    private void sections(Section section, TextQuery query, List<TextSpot> spots) {
        fields(section, section.content(), List.of(), query, spots);
    }

    private void fields(Section section, Fields fields, List<String> steps, TextQuery query, List<TextSpot> spots) {
        for (Map.Entry<String, Value> entry : fields.values().entrySet()) {
            List<String> here = new ArrayList<>(steps);
            here.add(entry.getKey());
            FieldPath path = new FieldPath(here);
            switch (entry.getValue()) {
                case Value.Text text -> {
                    Where where = new Where.InSection(section.id(), path);
                    switch (words.kindOf(section, path)) {
                        case PLAIN -> add(where, text.text(), query, spots);
                        case RICH -> addRich(where, text.text(), query, spots);
                        case NO_WORDS -> {}
                    }
                }
                case Value.Image image -> add(new Where.InSection(section.id(), path), image.alt(), query, spots);
                case Value.Items items -> {
                    for (Value.Item item : items.items()) {
                        List<String> inside = new ArrayList<>(here);
                        inside.add(item.id());
                        fields(section, item.fields(), inside, query, spots);
                    }
                }
                case Value.Decimal other -> {}
                case Value.Flag other -> {}
                case Value.Link other -> {}
                case Value.FormRef other -> {}
            }
        }
    }

    /// Counts piece by piece, as replacing does.
    private static void addRich(Where where, String html, TextQuery query, List<TextSpot> spots) {
        int[] count = {0};
        String same = RichText.changeText(html, piece -> {
            count[0] += query.count(piece);
            return piece;
        });
        if (count[0] > 0) {
            spots.add(new TextSpot(where, RichText.plain(same), count[0]));
        }
    }

    private static void add(Where where, String text, TextQuery query, List<TextSpot> spots) {
        int count = query.count(text);
        if (count > 0) {
            spots.add(new TextSpot(where, text, count));
        }
    }
}
