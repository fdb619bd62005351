package org.sitewright.library;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.sitewright.site.Fields;
import org.sitewright.site.FormId;
import org.sitewright.site.Ids;
import org.sitewright.site.LinkTarget;
import org.sitewright.site.MediaId;
import org.sitewright.site.RichText;
import org.sitewright.site.Section;
import org.sitewright.site.SectionId;
import org.sitewright.site.SectionStyle;
import org.sitewright.site.SiteId;
import org.sitewright.site.TextLink;
import org.sitewright.site.Value;
import org.sitewright.site.json.Json;
import org.sitewright.site.json.JsonObject;
import org.sitewright.site.json.SiteJson;
import org.sitewright.text.Slug;
import org.sitewright.work.Problem;
import tools.jackson.databind.node.ObjectNode;

/// Sections on their way through a clipboard, within a site or from one to another.
///
/// @param from the site that they were copied in
public record SectionClip(SiteId from, List<Section> sections) {
    /// The media type under which a clipboard holds it.
    public static final String MEDIA_TYPE = "application/x-sitewright-sections";

    private static final int FORMAT = 1;
    private static final int LONGEST = 4_000_000;
    private static final int MOST = 200;
    private static final String REMEDY = "Copy the sections again and paste them at once.";

    public SectionClip {
        sections = List.copyOf(sections);
    }

    /// As text for a clipboard: JSON of `{"format": 1, "site": uuid, "sections": [...]}`.
    public String print() {
        ObjectNode object = Json.object().put("format", FORMAT).put("site", from.toString());
        object.set("sections", SiteJson.printSections(sections));
        return Json.write(object);
    }

    /// The words alone, for programs that know nothing of sections.
    public String words() {
        return sections.stream()
                .map(section -> words(section.content()))
                .filter(text -> !text.isBlank())
                .collect(Collectors.joining("\n\n"));
    }

    /// Reads what [#print] writes, whoever wrote it: content is made to fit the schemas of the catalogue, and every
    /// section and entry gets an id of its own.
    ///
    /// @throws Problem `SW-PASTE` when it is something else, or too much
    public static SectionClip read(String text, Catalogue catalogue, Ids ids) {
        if (text.length() > LONGEST) {
            throw problem("What was copied is more than a page can hold.");
        }
        try {
            JsonObject object = new JsonObject(Json.read(text), "");
            int format = object.required("format").asInt(0);
            if (format != FORMAT) {
                throw problem("What was copied comes from another version of the program.");
            }
            SiteId from = new SiteId(UUID.fromString(object.text("site")));
            List<Section> sections = SiteJson.parseSections(object.required("sections"), "sections");
            object.end();
            if (sections.isEmpty() || sections.size() > MOST) {
                throw problem("What was copied holds " + sections.size() + " sections.");
            }
            ContentCheck check = new ContentCheck(ids);
            return new SectionClip(
                    from,
                    sections.stream()
                            .map(section -> fresh(section, catalogue, check, ids))
                            .toList());
        } catch (IllegalArgumentException broken) {
            throw new Problem("SW-PASTE", "What was copied are no sections.", REMEDY, broken);
        }
    }

    /// The pictures and files that the sections name.
    public Set<MediaId> media() {
        Set<MediaId> media = new LinkedHashSet<>();
        for (Section section : sections) {
            collect(section.content(), media);
            if (section.style().background() instanceof SectionStyle.Background.Picture picture) {
                media.add(picture.media());
            }
        }
        return media;
    }

    /// What a site has that sections can name.
    public record There(Set<MediaId> media, Set<FormId> forms) {}

    /// These sections without the pictures, files and forms that a site does not have.
    public SectionClip withOnly(There there) {
        return new SectionClip(
                from,
                sections.stream()
                        .map(section -> section.withContent(withOnly(section.content(), there))
                                .withStyle(withOnly(section.style(), there)))
                        .toList());
    }

    private static Problem problem(String happened) {
        return new Problem("SW-PASTE", happened, REMEDY);
    }

    private static Section fresh(Section section, Catalogue catalogue, ContentCheck check, Ids ids) {
        if (!section.kind().matches("[a-z0-9-]{1,60}") || !section.variant().matches("[a-z0-9-]{0,60}")) {
            throw problem("What was copied names a section kind that cannot be.");
        }
        Fields content = catalogue
                .kind(section.kind())
                .map(kind -> check.fit(section.content(), kind.fields()))
                .orElseGet(() -> check.unknown(section.content()));
        Section fresh = section.withId(new SectionId(ids.next())).withContent(content);
        return fresh.anchor().isEmpty() || Slug.isSlug(fresh.anchor()) ? fresh : fresh.withAnchor("");
    }

    private static void collect(Fields fields, Set<MediaId> media) {
        for (Value value : fields.values().values()) {
            switch (value) {
                case Value.Image image -> media.add(image.media());
                case Value.Link link -> {
                    if (link.target() instanceof LinkTarget.ToFile file) {
                        media.add(file.file());
                    }
                }
                case Value.Items list -> list.items().forEach(item -> collect(item.fields(), media));
                case Value.Text text -> {
                    for (LinkTarget target : TextLink.in(text.text())) {
                        if (target instanceof LinkTarget.ToFile file) {
                            media.add(file.file());
                        }
                    }
                }
                case Value.Decimal other -> {}
                case Value.Flag other -> {}
                case Value.FormRef other -> {}
            }
        }
    }

    private static Fields withOnly(Fields fields, There there) {
        Map<String, Value> kept = new LinkedHashMap<>();
        fields.values().forEach((name, value) -> {
            boolean gone =
                    switch (value) {
                        case Value.Image image -> !there.media().contains(image.media());
                        case Value.Link(LinkTarget.ToFile(MediaId file)) ->
                            !there.media().contains(file);
                        case Value.Link other -> false;
                        case Value.Text other -> false;
                        case Value.Decimal other -> false;
                        case Value.Flag other -> false;
                        case Value.FormRef(FormId form) -> !there.forms().contains(form);
                        case Value.Items other -> false;
                    };
            if (!gone) {
                kept.put(
                        name,
                        switch (value) {
                            case Value.Items list -> withOnly(list, there);
                            case Value.Text text -> withOnly(text, there);
                            case Value.Image other -> other;
                            case Value.Link other -> other;
                            case Value.Decimal other -> other;
                            case Value.Flag other -> other;
                            case Value.FormRef other -> other;
                        });
            }
        });
        return new Fields(kept);
    }

    private static SectionStyle withOnly(SectionStyle style, There there) {
        boolean gone = style.background() instanceof SectionStyle.Background.Picture picture
                && !there.media().contains(picture.media());
        return gone ? style.withBackground(new SectionStyle.Background.None()) : style;
    }

    private static Value withOnly(Value.Text text, There there) {
        return new Value.Text(TextLink.resolve(
                text.text(),
                target -> target instanceof LinkTarget.ToFile file
                                && !there.media().contains(file.file())
                        ? ""
                        : TextLink.href(target)));
    }

    private static Value withOnly(Value.Items list, There there) {
        return new Value.Items(list.items().stream()
                .map(item -> new Value.Item(item.id(), withOnly(item.fields(), there)))
                .toList());
    }

    private static String words(Fields fields) {
        List<String> words = new ArrayList<>();
        for (Value value : fields.values().values()) {
            if (value instanceof Value.Text text
                    && (text.text().contains(" ") || text.text().contains("<"))) {
                words.add(RichText.plain(text.text()));
            } else if (value instanceof Value.Items list) {
                list.items().forEach(item -> words.add(words(item.fields())));
            }
        }
        return words.stream().filter(each -> !each.isBlank()).collect(Collectors.joining("\n"));
    }
}
