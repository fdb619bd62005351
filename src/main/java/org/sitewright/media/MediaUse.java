package org.sitewright.media;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.sitewright.site.Fields;
import org.sitewright.site.LinkTarget;
import org.sitewright.site.MediaId;
import org.sitewright.site.Page;
import org.sitewright.site.PageId;
import org.sitewright.site.Section;
import org.sitewright.site.SectionId;
import org.sitewright.site.SectionStyle;
import org.sitewright.site.Site;
import org.sitewright.site.Value;

/// A place of a site that shows a picture.
///
/// @param page where it is; empty for what every page shares
/// @param section empty for the card that is shown where the page is shared
public record MediaUse(Optional<PageId> page, String pageName, Optional<SectionId> section, String kind) {
    /// Every place by picture, in the order of the site; a section that shows a picture twice counts once.
    public static Map<MediaId, List<MediaUse>> all(Site site) {
        Map<MediaId, List<MediaUse>> all = new HashMap<>();
        site.top().forEach(section -> sections(all, Optional.empty(), section));
        for (Page page : site.pages()) {
            MediaId card = page.seo().image();
            if (card != null) {
                put(all, card, new MediaUse(Optional.of(page.id()), page.name(), Optional.empty(), "share card"));
            }
            page.sections().forEach(section -> sections(all, Optional.of(page), section));
        }
        site.bottom().forEach(section -> sections(all, Optional.empty(), section));
        return all;
    }

    private static void sections(Map<MediaId, List<MediaUse>> all, Optional<Page> page, Section section) {
        MediaUse use = new MediaUse(
                page.map(Page::id),
                page.map(Page::name).orElse("Every page"),
                Optional.of(section.id()),
                section.kind());
        fields(all, section.content(), use);
        if (section.style().background() instanceof SectionStyle.Background.Picture picture) {
            put(all, picture.media(), use);
        }
    }

    private static void fields(Map<MediaId, List<MediaUse>> all, Fields content, MediaUse use) {
        for (Value value : content.values().values()) {
            if (value instanceof Value.Image image) {
                put(all, image.media(), use);
            } else if (value instanceof Value.Items list) {
                list.items().forEach(item -> fields(all, item.fields(), use));
            } else if (value instanceof Value.Link link && link.target() instanceof LinkTarget.ToFile file) {
                put(all, file.file(), use);
            }
        }
    }

    private static void put(Map<MediaId, List<MediaUse>> all, MediaId media, MediaUse use) {
        List<MediaUse> uses = all.computeIfAbsent(media, key -> new ArrayList<>());
        // The fields of a section come one after another.
        if (uses.isEmpty() || !uses.getLast().equals(use)) {
            uses.add(use);
        }
    }
}
