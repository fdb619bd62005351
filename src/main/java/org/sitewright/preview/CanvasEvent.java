package org.sitewright.preview;

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

    record Select(SectionId section) implements CanvasEvent {}

    record Deselect() implements CanvasEvent {}

    /// Text was typed on the page.
    ///
    /// @param value plain text, or HTML of the allowlist for rich text
    record Typed(SectionId section, FieldPath path, String value) implements CanvasEvent {}

    /// The caret left a text.
    record Left(SectionId section) implements CanvasEvent {}

    /// Wants a new section after this one.
    record InsertAfter(SectionId section) implements CanvasEvent {}

    record Move(SectionId section, int by) implements CanvasEvent {}

    record Duplicate(SectionId section) implements CanvasEvent {}

    record Delete(SectionId section) implements CanvasEvent {}

    /// Wants the next (1) or previous (-1) layout.
    record Layout(SectionId section, int by) implements CanvasEvent {}

    record ReplacePicture(SectionId section, FieldPath path) implements CanvasEvent {}

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

        private Reader() {}

        private static @org.jspecify.annotations.Nullable CanvasEvent event(JsonNode node) {
            return switch (node.path("type").asString("")) {
                case "ready" -> new Ready();
                case "select" -> new Select(section(node));
                case "deselect" -> new Deselect();
                case "typed" -> new Typed(section(node), path(node), value(node));
                case "left" -> new Left(section(node));
                case "insert" -> new InsertAfter(section(node));
                case "move" -> new Move(section(node), node.path("by").asInt(0) < 0 ? -1 : 1);
                case "duplicate" -> new Duplicate(section(node));
                case "delete" -> new Delete(section(node));
                case "layout" -> new Layout(section(node), node.path("by").asInt(0) < 0 ? -1 : 1);
                case "picture" -> new ReplacePicture(section(node), path(node));
                default -> null;
            };
        }

        private static SectionId section(JsonNode node) {
            return SectionId.parse(node.path("section").asString(""));
        }

        private static FieldPath path(JsonNode node) {
            return FieldPath.parse(node.path("path").asString(""));
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
