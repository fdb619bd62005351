package org.sitewright.preview;

import org.sitewright.site.SectionId;
import tools.jackson.databind.json.JsonMapper;

/// What the editor tells the canvas, as a script to run in it. Every value is written as JSON, so that nothing of a
/// site can become code.
public record CanvasOrder(String script) {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    /// What the tools of the chosen section show.
    ///
    /// @param layout which of `layouts` layouts it has, from 0
    public record Tools(String name, int layout, int layouts, boolean up, boolean down) {}

    /// Replaces the whole page.
    public static CanvasOrder body(String html) {
        return call("body", html);
    }

    public static CanvasOrder section(SectionId section, String html) {
        return call("section", section.toString(), html);
    }

    public static CanvasOrder select(SectionId section, Tools tools) {
        return call("select", section.toString(), tools);
    }

    public static CanvasOrder selectNothing() {
        return new CanvasOrder("swCanvas.select(null)");
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

    /// Takes the caret out.
    public static CanvasOrder leave() {
        return new CanvasOrder("swCanvas.leave()");
    }

    private static CanvasOrder call(String function, Object... arguments) {
        StringBuilder script = new StringBuilder("swCanvas.").append(function).append('(');
        for (int i = 0; i < arguments.length; i++) {
            script.append(i == 0 ? "" : ",").append(JSON.writeValueAsString(arguments[i]));
        }
        return new CanvasOrder(script.append(')').toString());
    }
}
