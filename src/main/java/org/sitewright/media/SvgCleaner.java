package org.sitewright.media;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.parser.Parser;
import org.sitewright.text.Html;

/// Rebuilds a drawing from what is allowed ([SvgAllowed]); everything else, known or not, is left out. Document types
/// and entities are never read, so nothing in them can be expanded or loaded.
final class SvgCleaner {
    private static final int LARGEST = 5_000_000;
    private static final int DEEPEST = 100;
    private static final int MOST_ELEMENTS = 100_000;
    private static final Pattern LOCAL = Pattern.compile("#[\\w.:-]+");
    private static final Pattern PICTURE = Pattern.compile("data:image/(png|jpeg|gif|webp);base64,[A-Za-z0-9+/=\\s]+");

    private final StringBuilder out = new StringBuilder();
    private final String fileName;
    private int elements;

    private SvgCleaner(String fileName) {
        this.fileName = fileName;
    }

    /// @throws org.sitewright.work.Problem when it is no drawing, or one that could bring a browser to a stop
    static byte[] clean(byte[] content, String fileName) {
        if (content.length > LARGEST) {
            throw MediaProblems.tooComplex(fileName);
        }
        Element svg = root(text(content)).orElseThrow(() -> MediaProblems.unreadable(fileName));
        SvgCleaner cleaner = new SvgCleaner(fileName);
        cleaner.write(svg, 0);
        String clean = cleaner.out.toString();
        SvgUses.check(root(clean).orElseThrow(() -> MediaProblems.unreadable(fileName)), fileName);
        return clean.getBytes(StandardCharsets.UTF_8);
    }

    /// The outermost element when it is `svg`.
    static Optional<Element> root(String drawing) {
        for (Element element : Parser.xmlParser().parseInput(drawing, "").children()) {
            if (local(element).equals("svg")) {
                return Optional.of(element);
            }
        }
        return Optional.empty();
    }

    private static String text(byte[] content) {
        boolean wide = content.length > 1
                && ((content[0] == (byte) 0xff && content[1] == (byte) 0xfe)
                        || (content[0] == (byte) 0xfe && content[1] == (byte) 0xff));
        return new String(content, wide ? StandardCharsets.UTF_16 : StandardCharsets.UTF_8).replace("\uFEFF", "");
    }

    private void write(Element element, int depth) {
        if (depth > DEEPEST || ++elements > MOST_ELEMENTS) {
            throw MediaProblems.tooComplex(fileName);
        }
        String name = local(element);
        if (SvgAllowed.TRANSPARENT.contains(name)) {
            writeContent(element, depth);
        } else if (SvgAllowed.ELEMENTS.contains(name) && !changesAddress(element)) {
            out.append('<').append(name);
            if (depth == 0) {
                out.append(" xmlns=\"http://www.w3.org/2000/svg\"");
            }
            Map<String, String> attributes = new LinkedHashMap<>();
            element.attributes().forEach(attribute -> keep(name, attribute, attributes));
            attributes.forEach((key, value) -> out.append(' ')
                    .append(key)
                    .append("=\"")
                    .append(Html.escape(value))
                    .append('"'));
            out.append('>');
            if (name.equals("style")) {
                out.append(Html.escape(SvgCss.sheet(element.wholeText())));
            } else {
                writeContent(element, depth);
            }
            out.append("</").append(name).append('>');
        }
    }

    private void writeContent(Element element, int depth) {
        for (Node child : element.childNodes()) {
            switch (child) {
                case Element inner -> write(inner, depth + 1);
                case TextNode text -> out.append(Html.escape(text.getWholeText()));
                default -> {}
            }
        }
    }

    private static void keep(String element, Attribute attribute, Map<String, String> kept) {
        String name = attribute.getKey();
        String value = attribute.getValue();
        if (name.equals("href") || name.equals("xlink:href")) {
            boolean picture = element.equals("image") && PICTURE.matcher(value).matches();
            if (picture || LOCAL.matcher(value).matches()) {
                kept.put("href", value);
            }
        } else if (name.equals("style")) {
            kept.put(name, SvgCss.declarations(value));
        } else if (name.equals("xml:space") || (SvgAllowed.ATTRIBUTES.contains(name) && isSafe(name, value))) {
            kept.put(name, value);
        }
    }

    /// Paths, points and embedded values may be long; they cannot hold an address.
    private static boolean isSafe(String name, String value) {
        return switch (name) {
            case "d", "points", "values", "tableValues", "kernelMatrix", "path", "keyTimes", "keySplines" ->
                value.chars().allMatch(c -> c < 0x80 && c != '<' && c != '\\' && c != ':');
            case "id", "class", "aria-label", "aria-labelledby", "aria-describedby", "role", "lang" -> true;
            default -> SvgCss.isSafeValue(value);
        };
    }

    private static boolean changesAddress(Element element) {
        return local(element).startsWith("animate")
                && element.attr("attributeName").toLowerCase(Locale.ROOT).matches(".*(href|style|^on).*");
    }

    private static String local(Element element) {
        String name = element.tagName();
        return name.startsWith("svg:") ? name.substring(4) : name;
    }
}
