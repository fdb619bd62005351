package org.sitewright.render;

import io.pebbletemplates.pebble.extension.AbstractExtension;
import io.pebbletemplates.pebble.extension.Function;
import io.pebbletemplates.pebble.extension.escaper.SafeString;
import io.pebbletemplates.pebble.template.EvaluationContext;
import io.pebbletemplates.pebble.template.PebbleTemplate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.sitewright.library.Catalogue;
import org.sitewright.site.FormId;
import org.sitewright.site.LinkTarget;
import org.sitewright.site.RichText;
import org.sitewright.site.Value;
import org.sitewright.text.Html;

/// The functions that section templates may call. See `assets/sections/README` for what each promises to a template.
final class TemplateFunctions extends AbstractExtension {
    /// The variable that holds the [Drawing].
    static final String DRAWING = "_drawing";

    private final Catalogue catalogue;

    TemplateFunctions(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    /// The section being drawn and where.
    record Drawing(SectionMarks marks, PageContext page) {}

    @Override
    public Map<String, Function> getFunctions() {
        return Map.of(
                "root",
                        function(
                                List.of("class"), call -> call.drawing().marks().root(call.text("class"))),
                "edit",
                        function(
                                List.of("target", "field"),
                                call -> call.drawing().marks().edit(call.path())),
                "editImage",
                        function(
                                List.of("target", "field"),
                                call -> call.drawing().marks().editImage(call.path())),
                "picture", function(List.of("image", "sizes", "class", "priority"), this::picture),
                "formFields", function(List.of("form"), TemplateFunctions::form),
                "href", function(List.of("link"), TemplateFunctions::href),
                "icon", function(List.of("name"), this::icon),
                "url", function(List.of("text"), call -> Links.url(call.text("text"))),
                "digits", function(List.of("text"), call -> digits(call.text("text"))),
                "plain", function(List.of("text"), call -> RichText.plain(call.text("text"))));
    }

    private Object picture(Call call) {
        if (!(call.value("image") instanceof Value.Image image)) {
            return "";
        }
        PageContext page = call.drawing().page();
        return page.pictures()
                .picture(image.media())
                .map(picture -> new SafeString(PictureMarkup.of(
                        image,
                        picture,
                        page,
                        call.text("sizes"),
                        call.text("class"),
                        Boolean.TRUE.equals(call.value("priority")))))
                .orElse(new SafeString(""));
    }

    private static Object form(Call call) {
        PageContext page = call.drawing().page();
        return call.value("form") instanceof FormId wanted
                ? page.site()
                        .form(wanted)
                        .map(form -> new SafeString(FormMarkup.of(form, page.canvas())))
                        .orElse(new SafeString(""))
                : "";
    }

    private static Object href(Call call) {
        return call.value("link") instanceof LinkTarget target
                ? Html.withoutForbidden(Links.href(target, call.drawing().page()))
                : "#";
    }

    private Object icon(Call call) {
        return catalogue
                .icon(call.text("name"))
                .map(inner -> new SafeString("<svg class=\"icon\" viewBox=\"0 0 24 24\" width=\"24\" height=\"24\" "
                        + "fill=\"none\" stroke=\"currentColor\" stroke-width=\"1.8\" stroke-linecap=\"round\" "
                        + "stroke-linejoin=\"round\" aria-hidden=\"true\" focusable=\"false\">" + inner + "</svg>"))
                .orElse(new SafeString(""));
    }

    /// A whole number as people write it, safe within a style; 0 for anything else.
    private static String digits(String text) {
        String number = text.strip();
        return number.matches("[0-9]{1,6}") ? number : "0";
    }

    private static Function function(List<String> names, java.util.function.Function<Call, Object> body) {
        return new Function() {
            @Override
            public List<String> getArgumentNames() {
                return names;
            }

            @Override
            public Object execute(
                    Map<String, Object> arguments, PebbleTemplate self, EvaluationContext context, int line) {
                return body.apply(new Call(arguments, context));
            }
        };
    }

    /// One call from a template.
    private record Call(Map<String, Object> arguments, EvaluationContext context) {
        Drawing drawing() {
            return (Drawing) context.getVariable(DRAWING);
        }

        @Nullable
        Object value(String name) {
            return arguments.get(name);
        }

        String text(String name) {
            Object value = arguments.get(name);
            return value == null ? "" : value.toString();
        }

        /// The field that `edit("title")` or `edit(item, "label")` names.
        String path() {
            if (value("target") instanceof Map<?, ?> item) {
                return String.valueOf(item.get(SectionModel.PATH)) + text("field");
            }
            return text("target");
        }
    }

    /// An attribute with its leading space, as templates expect it.
    static String attribute(String name, String value) {
        return " " + name + "=\"" + Html.escape(value) + "\"";
    }
}
