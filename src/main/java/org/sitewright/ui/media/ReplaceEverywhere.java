package org.sitewright.ui.media;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.sitewright.edit.Edit;
import org.sitewright.edit.Selection;
import org.sitewright.edit.Transaction;
import org.sitewright.media.MediaItem;
import org.sitewright.site.FieldPath;
import org.sitewright.site.Fields;
import org.sitewright.site.LinkTarget;
import org.sitewright.site.MediaId;
import org.sitewright.site.Section;
import org.sitewright.site.SectionStyle.Background;
import org.sitewright.site.Site;
import org.sitewright.site.Value;

/// Puts one picture in the place of another wherever a site shows it, as one step.
final class ReplaceEverywhere {
    private final MediaId old;
    private final MediaItem fresh;
    private final List<Edit> edits = new ArrayList<>();

    private ReplaceEverywhere(MediaId old, MediaItem fresh) {
        this.old = old;
        this.fresh = fresh;
    }

    /// Empty when the site does not show the picture. A text that described the old picture gives way to the new
    /// picture's own, where it has one.
    static Optional<Transaction> of(Site site, MediaItem from, MediaItem to) {
        ReplaceEverywhere replace = new ReplaceEverywhere(from.media(), to);
        site.sections().forEach(replace::section);
        site.pages().stream()
                .filter(page -> from.media().equals(page.seo().image()))
                .forEach(page -> replace.edits.add(new Edit.SetPageSettings(
                        page.id(), page.withSeo(page.seo().withImage(to.media())))));
        return replace.edits.isEmpty()
                ? Optional.empty()
                : Optional.of(new Transaction(
                        "Replace " + from.fileName() + " everywhere",
                        "",
                        replace.edits,
                        Selection.of(site.home().id()),
                        Transaction.Source.PANEL));
    }

    private void section(Section section) {
        fields(section, section.content(), List.of());
        if (section.style().background() instanceof Background.Picture picture
                && picture.media().equals(old)) {
            edits.add(new Edit.SetStyle(
                    section.id(),
                    section.style()
                            .withBackground(new Background.Picture(fresh.media(), fresh.focal(), picture.dim()))));
        }
    }

    private void fields(Section section, Fields content, List<String> above) {
        for (Map.Entry<String, Value> entry : content.values().entrySet()) {
            List<String> steps = new ArrayList<>(above);
            steps.add(entry.getKey());
            switch (entry.getValue()) {
                case Value.Image image
                when image.media().equals(old) -> {
                    String alt = fresh.alt().isBlank() ? image.alt() : fresh.alt();
                    set(section, steps, new Value.Image(fresh.media(), alt, fresh.focal()));
                }
                case Value.Link link
                when link.target().equals(new LinkTarget.ToFile(old)) ->
                    set(section, steps, new Value.Link(new LinkTarget.ToFile(fresh.media())));
                case Value.Items list -> {
                    for (Value.Item item : list.items()) {
                        List<String> inside = new ArrayList<>(steps);
                        inside.add(item.id());
                        fields(section, item.fields(), inside);
                    }
                }
                default -> {
                    // Nothing else names media.
                }
            }
        }
    }

    private void set(Section section, List<String> steps, Value value) {
        edits.add(new Edit.SetField(section.id(), new FieldPath(steps), value));
    }
}
