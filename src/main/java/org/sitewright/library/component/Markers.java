package org.sitewright.library.component;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jsoup.nodes.Element;
import org.sitewright.library.Field;
import org.sitewright.library.FieldType;
import org.sitewright.site.Fields;
import org.sitewright.site.LinkTarget;
import org.sitewright.site.Value;

/// The attributes by which the HTML of a component names what each use of it may change:
///
/// - `data-field="title"` the text of the element, plain
/// - `data-field-rich="text"` its text with emphasis, links and line breaks
/// - `data-field-href="link"` where an `a` leads
/// - `data-field-src="picture"` the picture that an `img` shows
/// - `data-field-if="badge"` whether the element is there at all
///
/// `data-label="Heading"` says what the field is called; without it the name does. One name may stand on several
/// elements as long as it means the same kind of thing.
public final class Markers {
    public static final String TEXT = "data-field";
    public static final String RICH = "data-field-rich";
    public static final String HREF = "data-field-href";
    public static final String SRC = "data-field-src";
    public static final String IF = "data-field-if";
    public static final String LABEL = "data-label";
    static final List<String> ALL = List.of(TEXT, RICH, HREF, SRC, IF);

    private Markers() {}

    static boolean isName(String name) {
        return name.matches("[a-z][a-z0-9-]{0,39}");
    }

    /// The fields in the order in which they stand.
    static List<Field> fields(Element body) {
        Map<String, Field> fields = new LinkedHashMap<>();
        for (Element element : body.getAllElements()) {
            for (String marker : ALL) {
                String name = element.attr(marker);
                if (!name.isEmpty()) {
                    fields.putIfAbsent(name, field(element, marker, name));
                }
            }
        }
        return new ArrayList<>(fields.values());
    }

    /// What the fields hold where a use says nothing.
    static Fields defaults(Element body) {
        Fields fields = Fields.EMPTY;
        for (Element element : body.getAllElements()) {
            for (String marker : ALL) {
                String name = element.attr(marker);
                if (!name.isEmpty() && fields.get(name).isEmpty()) {
                    Value value =
                            switch (marker) {
                                case TEXT -> new Value.Text(element.text());
                                case RICH -> new Value.Text(element.html().strip());
                                case HREF -> new Value.Link(target(element.attr("href")));
                                case IF -> new Value.Flag(!element.hasAttr("hidden"));
                                default -> new Value.Text("");
                            };
                    fields = marker.equals(SRC) ? fields : fields.with(name, value);
                }
            }
        }
        return fields;
    }

    static FieldType type(Element element, String marker) {
        return switch (marker) {
            case RICH -> new FieldType.RichText(true);
            case HREF -> new FieldType.Link();
            case SRC -> new FieldType.Picture();
            case IF -> new FieldType.Toggle();
            default -> new FieldType.PlainText(element.text().length() > 60 ? 3 : 1);
        };
    }

    private static Field field(Element element, String marker, String name) {
        boolean labelled = element.hasAttr(LABEL)
                && (marker.equals(TEXT) || marker.equals(RICH) || marker.equals(SRC) || !element.hasAttr(TEXT));
        String label = labelled ? element.attr(LABEL) : words(name);
        String initial = marker.equals(TEXT) ? element.text() : marker.equals(IF) ? shown(element) : "";
        return new Field(name, label, "", Field.Group.CONTENT, false, 0, initial, type(element, marker));
    }

    private static String shown(Element element) {
        return String.valueOf(!element.hasAttr("hidden"));
    }

    private static String words(String name) {
        String words = name.replace('-', ' ');
        return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }

    static LinkTarget target(String href) {
        if (href.startsWith("mailto:")) {
            return new LinkTarget.ToMail(href.substring("mailto:".length()));
        }
        if (href.startsWith("tel:")) {
            return new LinkTarget.ToPhone(href.substring("tel:".length()));
        }
        return href.startsWith("#") || href.isEmpty()
                ? new LinkTarget.ToAnchor(href.isEmpty() ? "" : href.substring(1))
                : new LinkTarget.ToUrl(href);
    }
}
