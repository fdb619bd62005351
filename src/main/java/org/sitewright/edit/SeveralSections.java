package org.sitewright.edit;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.sitewright.edit.Edit.Place;
import org.sitewright.site.Section;
import org.sitewright.site.SectionId;
import org.sitewright.site.SectionStyle;

/// What a user can do with one section or with several at once. Each is one step of the history. Sections that are not
/// there are passed over; the order in which they are given does not matter.
public final class SeveralSections {
    private final SectionCommands.SectionNames names;
    private final UnaryOperator<Section> copy;

    SeveralSections(SectionCommands.SectionNames names, UnaryOperator<Section> copy) {
        this.names = names;
        this.copy = copy;
    }

    public Command delete(List<SectionId> sections) {
        return state -> of(
                state,
                sections,
                "Delete ",
                placed -> placed.stream()
                        .<Edit>map(each -> new Edit.RemoveSection(each.section().id()))
                        .toList(),
                placed -> neighbour(state, placed.getLast(), new HashSet<>(sections)));
    }

    /// Puts copies after the last one of each place.
    public Command duplicate(List<SectionId> sections) {
        return state -> {
            List<Edits.Placed> placed = placed(state, sections);
            List<Edit> edits = new ArrayList<>();
            List<SectionId> copies = new ArrayList<>();
            byPlace(placed).forEach((place, there) -> {
                int at = there.getLast().at() + 1;
                for (Edits.Placed each : there) {
                    Section fresh = copy.apply(each.section());
                    copies.add(fresh.id());
                    edits.add(new Edit.InsertSection(place, at++, fresh));
                }
            });
            return transaction(state, "Duplicate " + called(placed), edits, copies);
        };
    }

    public Command setHidden(List<SectionId> sections, boolean hidden) {
        return state -> {
            List<Edits.Placed> differ = placed(state, sections).stream()
                    .filter(each -> each.section().hidden() != hidden)
                    .toList();
            List<Edit> edits = differ.stream()
                    .<Edit>map(each -> new Edit.SetHidden(each.section().id(), hidden))
                    .toList();
            return transaction(state, (hidden ? "Hide " : "Show ") + called(differ), edits, sections);
        };
    }

    /// Changes how sections depart from their kind and the theme. The same thing changed again at once is one step.
    ///
    /// @param what is changed, in the user's words
    public Command setStyle(List<SectionId> sections, String what, UnaryOperator<SectionStyle> change) {
        return state -> {
            List<Edits.Placed> placed = placed(state, sections);
            List<Edit> edits = placed.stream()
                    .map(Edits.Placed::section)
                    .filter(section -> !change.apply(section.style()).equals(section.style()))
                    .<Edit>map(section -> new Edit.SetStyle(section.id(), change.apply(section.style())))
                    .toList();
            Selection selection = new Selection(state.selection().page(), sections);
            return edits.isEmpty()
                    ? Optional.empty()
                    : Optional.of(new Transaction(
                            what + " of " + called(placed),
                            what + sections,
                            edits,
                            selection,
                            Transaction.Source.PANEL));
        };
    }

    /// Moves the sections up (-1) or down (1) within their places; empty when none can go further.
    public Command move(List<SectionId> sections, int by) {
        return state -> {
            List<Edits.Placed> placed = placed(state, sections);
            List<Edit> edits = new ArrayList<>();
            byPlace(placed).forEach((place, there) -> step(state, place, by, there, edits));
            return transaction(state, "Move " + called(placed), edits, sections);
        };
    }

    /// Moves the sections together into a gap of a place.
    ///
    /// @param gap counted among the sections that are there now, from 0 before the first one
    public Command moveTo(List<SectionId> sections, Place place, int gap) {
        return state -> {
            List<Edits.Placed> placed = placed(state, sections);
            Set<SectionId> moved = ids(placed);
            List<SectionId> there = new ArrayList<>(
                    Edits.at(state.site(), place).stream().map(Section::id).toList());
            List<SectionId> wanted = new ArrayList<>();
            for (int i = 0; i <= there.size(); i++) {
                if (i == Math.clamp(gap, 0, there.size())) {
                    placed.forEach(each -> wanted.add(each.section().id()));
                }
                if (i < there.size() && !moved.contains(there.get(i))) {
                    wanted.add(there.get(i));
                }
            }
            return transaction(state, "Move " + called(placed), steps(there, wanted, moved, place), sections);
        };
    }

    /// Puts sections from elsewhere where they are wanted, in this order, and chooses them.
    public Command paste(List<Edit.InsertSection> inserts) {
        return state -> transaction(
                state,
                "Paste "
                        + (inserts.size() == 1 ? names.of(inserts.getFirst().section()) : inserts.size() + " sections"),
                List.copyOf(inserts),
                inserts.stream().map(insert -> insert.section().id()).toList());
    }

    private Optional<Transaction> of(
            EditorState state,
            List<SectionId> sections,
            String verb,
            Function<List<Edits.Placed>, List<Edit>> edits,
            Function<List<Edits.Placed>, List<SectionId>> chosen) {
        List<Edits.Placed> placed = placed(state, sections);
        return placed.isEmpty()
                ? Optional.empty()
                : transaction(state, verb + called(placed), edits.apply(placed), chosen.apply(placed));
    }

    private static Optional<Transaction> transaction(
            EditorState state, String label, List<Edit> edits, List<SectionId> chosen) {
        return edits.isEmpty()
                ? Optional.empty()
                : Optional.of(new Transaction(
                        label, "", edits, new Selection(state.selection().page(), chosen), Transaction.Source.PANEL));
    }

    /// The moves that make one order from another, each counted as `Edit.MoveSection` does.
    private static List<Edit> steps(List<SectionId> there, List<SectionId> wanted, Set<SectionId> moved, Place place) {
        List<Edit> edits = new ArrayList<>();
        for (int i = 0; i < wanted.size(); i++) {
            SectionId id = wanted.get(i);
            int now = there.indexOf(id);
            boolean follows = i == 0 ? now == 0 : now > 0 && there.get(now - 1).equals(wanted.get(i - 1));
            if (moved.contains(id) && !follows) {
                there.remove(id);
                int at = i == 0 ? 0 : there.indexOf(wanted.get(i - 1)) + 1;
                there.add(at, id);
                edits.add(new Edit.MoveSection(id, place, at));
            }
        }
        return edits;
    }

    private static void step(EditorState state, Place place, int by, List<Edits.Placed> there, List<Edit> edits) {
        int count = Edits.at(state.site(), place).size();
        List<Edits.Placed> order = by < 0 ? there : there.reversed();
        int edge = by < 0 ? 0 : count - 1;
        for (Edits.Placed each : order) {
            if (each.at() == edge) {
                // What stands at the end already holds back those that follow it directly.
                edge -= by;
            } else {
                edits.add(new Edit.MoveSection(each.section().id(), place, each.at() + by));
            }
        }
    }

    private String called(List<Edits.Placed> placed) {
        return placed.size() == 1 ? names.of(placed.getFirst().section()) : placed.size() + " sections";
    }

    /// In the order of the site.
    private static List<Edits.Placed> placed(EditorState state, List<SectionId> sections) {
        Set<SectionId> wanted = new HashSet<>(sections);
        return state.site()
                .sections()
                .filter(section -> wanted.contains(section.id()))
                .flatMap(section -> Edits.find(state.site(), section.id()).stream())
                .toList();
    }

    private static Map<Place, List<Edits.Placed>> byPlace(List<Edits.Placed> placed) {
        Map<Place, List<Edits.Placed>> places = new LinkedHashMap<>();
        placed.forEach(each ->
                places.computeIfAbsent(each.place(), place -> new ArrayList<>()).add(each));
        return places;
    }

    private static Set<SectionId> ids(List<Edits.Placed> placed) {
        Set<SectionId> ids = new HashSet<>();
        placed.forEach(each -> ids.add(each.section().id()));
        return ids;
    }

    private static List<SectionId> neighbour(EditorState state, Edits.Placed last, Set<SectionId> gone) {
        List<Section> sections = Edits.at(state.site(), last.place());
        for (int i = last.at() + 1; i < sections.size(); i++) {
            if (!gone.contains(sections.get(i).id())) {
                return List.of(sections.get(i).id());
            }
        }
        for (int i = last.at() - 1; i >= 0; i--) {
            if (!gone.contains(sections.get(i).id())) {
                return List.of(sections.get(i).id());
            }
        }
        return List.of();
    }
}
