package org.sitewright.site.json;

import java.util.EnumSet;
import java.util.Set;
import org.sitewright.site.Focal;
import org.sitewright.site.MediaId;
import org.sitewright.site.SectionStyle;
import org.sitewright.site.SectionStyle.Background;
import org.sitewright.site.SectionStyle.Screen;
import org.sitewright.site.SectionStyle.Space;
import org.sitewright.site.ThemeTokens;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Styles of sections and tokens of themes as JSON: only what departs from the usual is written.
///
/// A background is one of `{"role"}`, `{"gradient"}`, `{"pattern"}`, `{"media", "focal", "dim"}`.
final class StyleJson {
    private StyleJson() {}

    static ObjectNode print(SectionStyle style) {
        ObjectNode object = Json.object();
        ObjectNode background = Json.object();
        switch (style.background()) {
            case Background.None() -> {}
            case Background.Role(String role) -> background.put("role", role);
            case Background.Gradient(String name) -> background.put("gradient", name);
            case Background.Pattern(String name) -> background.put("pattern", name);
            case Background.Picture(MediaId media, Focal focal, int dim) -> {
                background.put("media", media.sha256());
                background.putArray("focal").add(focal.x()).add(focal.y());
                background.put("dim", dim);
            }
        }
        if (!background.isEmpty()) {
            object.set("background", background);
        }
        if (style.above() != Space.AUTO) {
            object.put("above", JsonObject.word(style.above()));
        }
        if (style.below() != Space.AUTO) {
            object.put("below", JsonObject.word(style.below()));
        }
        if (!style.hiddenOn().isEmpty()) {
            ArrayNode screens = object.putArray("hiddenOn");
            style.hiddenOn().forEach(screen -> screens.add(JsonObject.word(screen)));
        }
        return object;
    }

    /// @throws MalformedSite when the JSON is no style
    static SectionStyle style(JsonNode node, String place) {
        JsonObject object = new JsonObject(node, place);
        Background background =
                object.get("background").isPresent() ? background(object.object("background")) : new Background.None();
        Space above = object.get("above").isPresent() ? object.choice("above", Space.class) : Space.AUTO;
        Space below = object.get("below").isPresent() ? object.choice("below", Space.class) : Space.AUTO;
        Set<Screen> hidden = EnumSet.noneOf(Screen.class);
        if (object.get("hiddenOn").isPresent()) {
            for (String screen : object.texts("hiddenOn")) {
                hidden.add(JsonObject.constant(screen, Screen.class, object.at("hiddenOn")));
            }
        }
        object.end();
        return new SectionStyle(background, above, below, hidden);
    }

    private static Background background(JsonObject object) {
        Background background;
        if (object.get("role").isPresent()) {
            background = new Background.Role(object.text("role"));
        } else if (object.get("gradient").isPresent()) {
            background = new Background.Gradient(object.text("gradient"));
        } else if (object.get("pattern").isPresent()) {
            background = new Background.Pattern(object.text("pattern"));
        } else {
            background = picture(object);
        }
        object.end();
        return background;
    }

    private static Background picture(JsonObject object) {
        MediaId media = FieldsJson.media(object, "media");
        Focal focal = FieldsJson.focal(object);
        int dim = object.integer("dim");
        try {
            return new Background.Picture(media, focal, dim);
        } catch (IllegalArgumentException outside) {
            throw new MalformedSite(object.at("dim"), "expected 0 to 100");
        }
    }

    static ObjectNode print(ThemeTokens tokens) {
        return Json.object()
                .put("second", tokens.second())
                .put("scale", tokens.scale())
                .put("corners", JsonObject.word(tokens.corners()))
                .put("density", JsonObject.word(tokens.density()))
                .put("shadows", JsonObject.word(tokens.shadows()))
                .put("buttons", JsonObject.word(tokens.buttons()))
                .put("rhythm", JsonObject.word(tokens.rhythm()));
    }

    /// @throws MalformedSite when the JSON is not the tokens of a theme
    static ThemeTokens tokens(JsonObject object) {
        String second = object.text("second");
        int scale = object.integer("scale");
        ThemeTokens.Corners corners = object.choice("corners", ThemeTokens.Corners.class);
        ThemeTokens.Density density = object.choice("density", ThemeTokens.Density.class);
        ThemeTokens.Shadows shadows = object.choice("shadows", ThemeTokens.Shadows.class);
        ThemeTokens.Buttons buttons = object.choice("buttons", ThemeTokens.Buttons.class);
        ThemeTokens.Rhythm rhythm = object.choice("rhythm", ThemeTokens.Rhythm.class);
        object.end();
        try {
            return new ThemeTokens(second, scale, corners, density, shadows, buttons, rhythm);
        } catch (IllegalArgumentException outside) {
            throw new MalformedSite(object.place(), String.valueOf(outside.getMessage()));
        }
    }
}
