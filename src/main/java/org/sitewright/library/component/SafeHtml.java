package org.sitewright.library.component;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Comment;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.parser.ParseError;
import org.jsoup.parser.Parser;
import org.sitewright.library.Field;
import org.sitewright.library.component.CodeProblem.Part;
import org.sitewright.site.Fields;
import org.sitewright.text.Html;

/// The HTML of a component with only what may stand on a page; what was left out is reported with its line.
public final class SafeHtml {
    /// Attributes that name elements of the same component by their ids.
    public static final Set<String> REFERENCES = HtmlAllowed.REFERENCES;

    private static final int MOST_ELEMENTS = 2_000;

    private final Element body;
    private final List<CodeProblem> problems = new ArrayList<>();
    private final Map<String, String> markers = new HashMap<>();

    private SafeHtml(String html) {
        Parser parser = Parser.htmlParser().setTrackErrors(20).setTrackPosition(true);
        Document document = parser.parseInput("<body>" + Html.withoutForbidden(html), "");
        document.outputSettings().prettyPrint(false);
        body = document.body();
        for (ParseError error : parser.getErrors()) {
            String[] place = error.getCursorPos().split(":");
            // What browsers mend silently is still worth a look.
            problems.add(new CodeProblem(
                    Part.HTML,
                    Integer.parseInt(place[0]),
                    CodeProblem.shortened(error.getErrorMessage()),
                    "A browser mends this its own way. Close what is open."));
        }
        if (body.getAllElements().size() > MOST_ELEMENTS) {
            problem(body, "more than " + MOST_ELEMENTS + " elements", "A component is one piece of a page.");
            body.empty();
        }
        body.attributes().asList().forEach(attribute -> body.removeAttr(attribute.getKey()));
        for (Element element : List.copyOf(body.getAllElements())) {
            if (!element.equals(body) && element.root().equals(document)) {
                check(element);
            }
        }
        body.forEachNode(SafeHtml::dropOdd);
        problems.sort(Comparator.comparingInt(CodeProblem::line));
    }

    public static SafeHtml of(String html) {
        return new SafeHtml(html);
    }

    /// The markup between the component's outer tags.
    public String text() {
        return body.html();
    }

    /// A copy to change.
    public Element body() {
        return body.clone();
    }

    public List<Field> fields() {
        return Markers.fields(body);
    }

    public Fields defaults() {
        return Markers.defaults(body);
    }

    /// What was left out, from top to bottom.
    public List<CodeProblem> problems() {
        return List.copyOf(problems);
    }

    private void check(Element element) {
        String name = element.normalName();
        if (name.equals("h1")) {
            problem(element, "<h1>", "The page has the one h1. It becomes an h2.");
            element.tagName("h2");
        } else if (HtmlAllowed.WITH_CONTENT.contains(name)) {
            String why = name.equals("script")
                    ? "Script belongs under JavaScript."
                    : name.equals("style") ? "Style belongs under CSS." : "It could load or run something.";
            problem(element, "<" + name + ">", why);
            element.remove();
            return;
        } else if (!HtmlAllowed.ELEMENTS.contains(name)) {
            problem(element, "<" + name + ">", "This element is not known here. What is in it is kept.");
            element.unwrap();
            return;
        }
        for (Attribute attribute : List.copyOf(element.attributes().asList())) {
            check(element, attribute);
        }
        if (name.equals("a") && element.attr("target").equals("_blank")) {
            element.attr("rel", "noopener");
        }
        if (name.equals("button") && !element.hasAttr("type")) {
            element.attr("type", "button");
        }
    }

    private void check(Element element, Attribute attribute) {
        // The parser gives the attributes of drawings their capitals back, as viewBox.
        String name = attribute.getKey().toLowerCase(Locale.ROOT);
        String value = attribute.getValue();
        String why;
        if (name.startsWith("on")) {
            why = "Script belongs under JavaScript.";
        } else if (!HtmlAllowed.attribute(name)) {
            why = "This attribute is not known here.";
        } else if (Markers.ALL.contains(name)) {
            why = marker(element, name, value);
        } else {
            why = HtmlAllowed.fault(element.normalName(), name, value);
        }
        if (!why.isEmpty()) {
            problem(element, name + "=\"" + value + "\"", why);
            element.removeAttr(attribute.getKey());
        }
    }

    private String marker(Element element, String marker, String name) {
        if (!Markers.isName(name)) {
            return "A field is named by small letters, digits and hyphens.";
        }
        if (marker.equals(Markers.SRC) && !element.normalName().equals("img")) {
            return "Only an img shows a picture.";
        }
        if (marker.equals(Markers.HREF) && !element.normalName().equals("a")) {
            return "Only an a leads somewhere.";
        }
        if (marker.equals(Markers.TEXT) && !element.children().isEmpty()) {
            return "A text field holds text alone. Put it on the element around the words, or use data-field-rich.";
        }
        String before = markers.putIfAbsent(name, marker);
        return before == null || before.equals(marker) ? "" : "Another field has this name.";
    }

    private void problem(Element at, String what, String why) {
        int line = Math.max(1, at.sourceRange().start().lineNumber());
        problems.add(new CodeProblem(Part.HTML, line, CodeProblem.shortened(what), why));
    }

    private static void dropOdd(Node node) {
        if (node instanceof Comment || !(node instanceof Element || node instanceof TextNode)) {
            node.remove();
        }
    }
}
