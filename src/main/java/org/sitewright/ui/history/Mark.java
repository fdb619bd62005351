package org.sitewright.ui.history;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.sitewright.history.Comparison;
import org.sitewright.history.FieldChange;
import org.sitewright.history.SectionChange;
import org.sitewright.history.Sort;
import org.sitewright.site.FieldPath;
import org.sitewright.site.PageId;
import org.sitewright.site.Section;
import org.sitewright.site.SectionId;
import org.sitewright.site.Site;
import org.sitewright.site.Value;
import org.sitewright.site.json.Json;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// A section that a page marks as differing.
///
/// @param label what is written at its edge; empty for nothing
/// @param fields which of its fields differ, as the page names them
record Mark(SectionId section, String label, List<String> fields) {
    /// What differs on a page of one of the two sites.
    ///
    /// @param shown the site whose page it is
    /// @param gone the sort that this side does not have
    static List<Mark> of(Comparison comparison, Site shown, PageId page, Sort gone, boolean labelled) {
        List<Mark> marks = new ArrayList<>();
        for (SectionChange change : comparison.sectionsOn(page)) {
            Optional<Section> section = shown.section(change.section());
            if (change.sort() != gone && section.isPresent()) {
                List<String> fields = change.fields().stream()
                        .flatMap(field -> field(section.get(), field.target()).stream())
                        .toList();
                marks.add(new Mark(change.section(), labelled ? change.words() : "", fields));
            }
        }
        return marks;
    }

    /// As the page names it: an entry of a list by its place.
    private static Optional<String> field(Section section, FieldChange.Target target) {
        if (!(target instanceof FieldChange.Target.Content(FieldPath path))) {
            return Optional.empty();
        }
        List<String> steps = new ArrayList<>(path.steps());
        List<Value.Item> items = section.content().items(steps.getFirst());
        for (int i = 0; steps.size() > 2 && i < items.size(); i++) {
            if (items.get(i).id().equals(steps.get(1))) {
                steps.set(1, String.valueOf(i));
            }
        }
        return Optional.of(String.join(".", steps));
    }

    static String json(List<Mark> marks) {
        ArrayNode array = Json.array();
        for (Mark mark : marks) {
            ObjectNode object =
                    array.addObject().put("section", mark.section().toString()).put("label", mark.label());
            ArrayNode fields = object.putArray("fields");
            mark.fields().forEach(fields::add);
        }
        return Json.write(array);
    }
}
