package org.sitewright.preview;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.sitewright.site.FieldPath;
import org.sitewright.site.RichText;
import org.sitewright.site.SectionId;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What the canvas tells the editor. It comes as JSON from a web view and is checked before it becomes one of these.
public sealed interface CanvasEvent {
    /// The page stands and can be spoken to.
    record Ready() implements CanvasEvent {}

    /// @param picture the picture that was clicked, or empty
    record Select(SectionId section, How how, String picture) implements CanvasEvent {}

    /// What a click does to what was chosen before.
    enum How {
        ALONE,
        TOGGLE,
        RANGE
    }

    record Deselect() implements CanvasEvent {}

    /// Text was typed on the page.
    ///
    /// @param value plain text, or HTML of the allowlist for rich text
    record Typed(SectionId section, FieldPath path, String value) implements CanvasEvent {}

    /// The caret left a text.
    record Left(SectionId section) implements CanvasEvent {}

    /// Something was pasted into the text that has the caret.
    ///
    /// @param rich HTML of the allowlist that fits the text
    /// @param plain the same for a text without formatting
    record Pasted(String rich, String plain) implements CanvasEvent {}

    /// Asks where the chosen words shall lead.
    ///
    /// @param href where they lead now, or empty
    record AskLink(SectionId section, String href, Box box) implements CanvasEvent {}

    /// Wants a new section after this one, or before it.
    record Insert(SectionId section, boolean before) implements CanvasEvent {}

    record Move(SectionId section, int by) implements CanvasEvent {}

    record Duplicate(SectionId section) implements CanvasEvent {}

    record Delete(SectionId section) implements CanvasEvent {}

    record Hide(SectionId section) implements CanvasEvent {}

    /// Wants a menu of what can be done with the section.
    record More(SectionId section, Box box) implements CanvasEvent {}

    /// Wants the next (1) or previous (-1) layout.
    record Layout(SectionId section, int by) implements CanvasEvent {}

    /// Wants to change a picture.
    record OpenPicture(SectionId section, FieldPath path, Box box) implements CanvasEvent {}

    /// Sections were dropped beside one of the same place.
    record Drop(List<SectionId> sections, SectionId beside, boolean below) implements CanvasEvent {}

    /// Where the section is that the grip belongs to; nothing when there is none to see.
    record Frame(Optional<SectionId> section, Box box) implements CanvasEvent {}

    /// A rectangle of the web view, in CSS pixels from its upper left corner.
    record Box(double x, double y, double width, double height) {}

    /// Reads one message.
    ///
    /// @return empty for whatever is not a message of this protocol
    static Optional<CanvasEvent> read(String json) {
        try {
            return Optional.ofNullable(Reader.event(Reader.JSON.readTree(json)));
        } catch (JacksonException | IllegalArgumentException hostile) {
            return Optional.empty();
        }
    }

    /// Reads messages.
    final class Reader {
        private static final JsonMapper JSON = JsonMapper.builder().build();
        private static final int LONGEST = 200_000;
        private static final int LONGEST_NAME = 2_000;

        private Reader() {}

        private static @org.jspecify.annotations.Nullable CanvasEvent event(JsonNode node) {
            return switch (node.path("type").asString("")) {
                case "ready" -> new Ready();
                case "select" -> new Select(section(node), how(node), text(node, "picture"));
                case "deselect" -> new Deselect();
                case "typed" -> new Typed(section(node), path(node), value(node));
                case "left" -> new Left(section(node));
                case "pasted" -> pasted(node);
                case "link" -> new AskLink(section(node), text(node, "href"), box(node));
                case "insert" -> new Insert(section(node), node.path("before").asBoolean(false));
                case "move" -> new Move(section(node), sign(node));
                case "duplicate" -> new Duplicate(section(node));
                case "delete" -> new Delete(section(node));
                case "hide" -> new Hide(section(node));
                case "more" -> new More(section(node), box(node));
                case "layout" -> new Layout(section(node), sign(node));
                case "picture" -> new OpenPicture(section(node), path(node), box(node));
                case "drop" -> drop(node);
                case "frame" -> frame(node);
                default -> null;
            };
        }

        private static SectionId section(JsonNode node) {
            return SectionId.parse(node.path("section").asString(""));
        }

        private static FieldPath path(JsonNode node) {
            return FieldPath.parse(text(node, "path"));
        }

        private static String text(JsonNode node, String name) {
            String text = node.path(name).asString("");
            if (text.length() > LONGEST_NAME) {
                throw new IllegalArgumentException("too long");
            }
            return text;
        }

        private static int sign(JsonNode node) {
            return node.path("by").asInt(0) < 0 ? -1 : 1;
        }

        private static How how(JsonNode node) {
            return switch (node.path("how").asString("")) {
                case "toggle" -> How.TOGGLE;
                case "range" -> How.RANGE;
                default -> How.ALONE;
            };
        }

        private static Box box(JsonNode node) {
            return new Box(number(node, "x"), number(node, "y"), number(node, "width"), number(node, "height"));
        }

        private static double number(JsonNode node, String name) {
            return Math.clamp(node.path(name).asDouble(0), -1_000_000, 1_000_000);
        }

        private static Frame frame(JsonNode node) {
            String id = text(node, "section");
            double top = number(node, "top");
            Box box = new Box(0, top, 0, number(node, "bottom") - top);
            return new Frame(id.isEmpty() ? Optional.empty() : Optional.of(SectionId.parse(id)), box);
        }

        private static Drop drop(JsonNode node) {
            List<SectionId> moved = new ArrayList<>();
            node.path("sections").forEach(each -> moved.add(SectionId.parse(each.asString(""))));
            return new Drop(moved, section(node), node.path("below").asBoolean(false));
        }

        private static Pasted pasted(JsonNode node) {
            return PastedInto.field(
                    node.path("kind").asString(""),
                    node.path("html").asString(""),
                    node.path("text").asString(""));
        }

        private static String value(JsonNode node) {
            String value = node.path("value").asString("");
            if (value.length() > LONGEST) {
                throw new IllegalArgumentException("too long");
            }
            return switch (node.path("kind").asString("")) {
                case "inline" -> RichText.inline(value);
                case "block" -> RichText.block(value);
                default -> value;
            };
        }
    }
}
