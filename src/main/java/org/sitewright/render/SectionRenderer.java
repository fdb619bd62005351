package org.sitewright.render;

import io.pebbletemplates.pebble.PebbleEngine;
import io.pebbletemplates.pebble.error.PebbleException;
import io.pebbletemplates.pebble.loader.FileLoader;
import io.pebbletemplates.pebble.template.PebbleTemplate;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sitewright.library.Catalogue;
import org.sitewright.library.SectionKind;
import org.sitewright.site.Section;
import org.sitewright.text.Html;
import org.sitewright.work.Problem;

/// Draws one section as HTML. Templates are compiled once and used from any thread.
final class SectionRenderer {
    private final Catalogue catalogue;
    private final PebbleEngine engine;

    SectionRenderer(Catalogue catalogue) {
        this.catalogue = catalogue;
        FileLoader loader = new FileLoader(
                catalogue.folder().resolve("sections").toAbsolutePath().toString());
        this.engine = new PebbleEngine.Builder()
                .loader(loader)
                .extension(new TemplateFunctions(catalogue))
                .autoEscaping(true)
                .cacheActive(true)
                // Templates see maps, lists, text and Pebble's own loop counter; no method of anything else can be
                // called.
                .methodAccessValidator((object, method) ->
                        method.getDeclaringClass().getName().startsWith("io.pebbletemplates.pebble.node.ForNode$"))
                .build();
    }

    /// @param heading the level of its title, 1 or 2
    String render(Section section, PageContext page, int heading) {
        if (section.kind().equals(Section.COMPONENT)) {
            return ComponentMarkup.of(section, page);
        }
        Optional<SectionKind> known = catalogue.kind(section.kind());
        if (known.isEmpty()) {
            return page.canvas() ? unknown(section) : "";
        }
        SectionKind kind = known.get();
        String template =
                kind.kind() + "/" + kind.variantOrFirst(section.variant()).name() + ".peb";
        Map<String, @Nullable Object> model =
                new HashMap<>(SectionModel.of(section, kind, html -> Links.inText(html, page)));
        model.put("heading", "h" + heading);
        model.put("subheading", "h" + (heading + 1));
        model.put("site", siteModel(page));
        model.put("page", pageModel(page));
        model.put("nav", new Navigation(page));
        model.put("home", page.home());
        model.put(
                TemplateFunctions.DRAWING,
                new TemplateFunctions.Drawing(new SectionMarks(section, kind, page.canvas()), page));
        try {
            PebbleTemplate compiled = engine.getTemplate(template);
            StringWriter out = new StringWriter(2_048);
            compiled.evaluate(out, model, Locale.forLanguageTag(page.site().language()));
            return SectionGround.behind(section, out.toString(), page);
        } catch (PebbleException fault) {
            throw new Problem(
                    "SW-TEMPLATE",
                    "The layout " + template + " could not be drawn: " + fault.getMessage(),
                    "Choose another layout for this section, or install the program again.",
                    fault);
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }

    private static Map<String, Object> siteModel(PageContext page) {
        return Map.of(
                "name", Html.withoutForbidden(page.site().name()),
                "style", page.site().theme().style().folder(),
                "language", page.site().language());
    }

    private static Map<String, Object> pageModel(PageContext page) {
        return Map.of(
                "title", Html.withoutForbidden(page.page().title()),
                "slug", page.page().slug(),
                "home", page.site().isHome(page.page().id()));
    }

    private static String unknown(Section section) {
        return "<section class=\"sw-unknown\" data-sw-section=\"" + section.id() + "\" data-sw-name=\""
                + Html.escape(section.kind()) + "\"><p>There is no section kind “" + Html.escape(section.kind())
                + "” here. Its content is kept; it is left out of the site until the kind is installed.</p></section>";
    }
}
