package org.sitewright.preview;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.sitewright.site.PageId;
import org.sitewright.site.SectionId;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What the editor tells the canvas: a function of it, and what it is given. Nothing of a site can become code: as a
/// script every value is written as JSON, and texts can be handed over as they are.
///
/// @param function a name under `swCanvas`
public record CanvasOrder(String function, List<Object> arguments) {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    public CanvasOrder {
        arguments = List.copyOf(arguments);
    }

    /// What the tools of the chosen section show.
    ///
    /// @param layout which of `layouts` layouts it has, from 0
    public record Tools(String name, int layout, int layouts, boolean up, boolean down) {}

    /// Shows a page, or one that is shown in another order.
    public static CanvasOrder body(PageId page, String html) {
        return call("body", page.toString(), html);
    }

    public static CanvasOrder section(SectionId section, String html) {
        return call("section", section.toString(), html);
    }

    /// Puts other words into a field of a section. The page answers whether it could: only where the field stands once
    /// and holds words alone.
    public static CanvasOrder words(SectionId section, ChangedWords words) {
        return call("words", section.toString(), words.path(), words.html());
    }

    /// @param sections the last one is what the tools speak of
    /// @param picture the chosen picture of it, or empty
    public static CanvasOrder select(List<SectionId> sections, Tools tools, String picture) {
        return call("select", names(sections), tools, picture);
    }

    public static CanvasOrder selectNothing() {
        return call("select", List.of());
    }

    /// Scrolls to a section that is out of sight.
    public static CanvasOrder reveal(SectionId section) {
        return call("reveal", section.toString());
    }

    /// @param scale how much the tools must grow to look their own size
    public static CanvasOrder tools(double scale) {
        return call("zoom", scale);
    }

    /// Puts the caret into a text, with all of it chosen.
    public static CanvasOrder edit(SectionId section, String path) {
        return call("edit", section.toString(), path);
    }

    /// Puts the caret into the first text of a section.
    public static CanvasOrder enter(SectionId section) {
        return call("enter", section.toString());
    }

    /// Takes the caret out.
    public static CanvasOrder leave() {
        return call("leave");
    }

    /// Formats the chosen words: `bold`, `italic`, `ul`, `ol`, `p`, `h3`, `h4`, `blockquote` or `clear`.
    public static CanvasOrder format(String what) {
        return call("format", what);
    }

    /// Has the page ask where the chosen words shall lead, with [CanvasEvent.AskLink].
    public static CanvasOrder askLink() {
        return call("askLink");
    }

    /// Lets the words that were asked about lead somewhere; nowhere when empty.
    public static CanvasOrder link(String href) {
        return call("link", href);
    }

    /// Puts what was pasted where the caret is.
    public static CanvasOrder insert(CanvasEvent.Pasted pasted) {
        return call("insert", pasted.rich(), pasted.plain());
    }

    public static CanvasOrder style(String css) {
        return call("style", css);
    }

    /// @param way `rtl`, `ltr`, or empty for what the page itself says
    public static CanvasOrder direction(String way) {
        return call("direction", way);
    }

    /// @param still whether nothing may move
    public static CanvasOrder still(boolean still) {
        return call("still", still);
    }

    /// @param keys of each tool by its name, as people read them
    public static CanvasOrder keys(Map<String, String> keys) {
        return call("keys", keys);
    }

    /// The pointer holds sections at a height of the view.
    public static CanvasOrder drag(List<SectionId> sections, double y) {
        return call("drag", names(sections), y);
    }

    /// Lets them go, with [CanvasEvent.Drop].
    public static CanvasOrder drop() {
        return call("drop");
    }

    public static CanvasOrder cancelDrag() {
        return call("cancelDrag");
    }

    /// Asks for a picture to be changed, with [CanvasEvent.OpenPicture].
    public static CanvasOrder openPicture(SectionId section, String path) {
        return call("openPicture", section.toString(), path);
    }

    /// Gives as JSON what lies under a point of the view: see [Under].
    public static CanvasOrder at(double x, double y) {
        return call("at", x, y);
    }

    /// Marks where files would be dropped.
    ///
    /// @param picture empty for the section as a whole
    public static CanvasOrder dropMark(SectionId section, String picture) {
        return call("dropMark", section.toString(), picture);
    }

    public static CanvasOrder dropMarkNothing() {
        return call("dropMark", "", "");
    }

    /// What lies under a point.
    ///
    /// @param picture empty where there is none
    public record Under(Optional<SectionId> section, String picture) {
        private static final Under NOTHING = new Under(Optional.empty(), "");

        /// Reads the answer to [CanvasOrder#at].
        public static Under read(String json) {
            try {
                JsonNode node = JSON.readTree(json);
                String id = node.path("section").asString("");
                return id.isEmpty()
                        ? NOTHING
                        : new Under(
                                Optional.of(SectionId.parse(id)),
                                node.path("picture").asString(""));
            } catch (JacksonException | IllegalArgumentException hostile) {
                return NOTHING;
            }
        }
    }

    private static List<String> names(List<SectionId> sections) {
        return sections.stream().map(SectionId::toString).toList();
    }

    private static CanvasOrder call(String function, Object... arguments) {
        return new CanvasOrder(function, List.of(arguments));
    }

    /// Whether all that it is given is text, which needs no script.
    public boolean isTexts() {
        return arguments.stream().allMatch(String.class::isInstance);
    }

    /// The same as a script to run in the canvas.
    public String script() {
        StringBuilder script = new StringBuilder("swCanvas.").append(function).append('(');
        for (int i = 0; i < arguments.size(); i++) {
            script.append(i == 0 ? "" : ",").append(JSON.writeValueAsString(arguments.get(i)));
        }
        return script.append(')').toString();
    }
}
