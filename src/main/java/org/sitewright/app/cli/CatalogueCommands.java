package org.sitewright.app.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.sitewright.app.DataFolder;
import org.sitewright.library.Catalogue;
import org.sitewright.library.Component;
import org.sitewright.library.SectionKind;
import org.sitewright.library.Starter;
import org.sitewright.library.component.SafeHtml;
import org.sitewright.library.component.ShippedComponents;
import org.sitewright.site.Style;
import org.sitewright.site.Theme;
import org.sitewright.site.json.Json;
import org.sitewright.site.json.JsonObject;
import org.sitewright.site.json.SiteJson;
import picocli.CommandLine.Command;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// What there is to build with. These need no data folder.
final class CatalogueCommands {
    private CatalogueCommands() {}

    @Command(name = "starters", description = "List the example sites to begin from.")
    static final class Starters implements Callable<Integer> {
        private final Invocation invocation;

        Starters(Invocation invocation) {
            this.invocation = invocation;
        }

        @Override
        public Integer call() {
            ArrayNode array = Json.array();
            List<String> lines = new ArrayList<>();
            for (Starter starter : catalogue().starters()) {
                array.addObject()
                        .put("name", starter.name())
                        .put("label", starter.label())
                        .put("description", starter.description())
                        .put("style", starter.style().label())
                        .put("pages", starter.pages());
                lines.add(starter.name() + "  " + starter.label() + ", " + starter.pages() + " pages, "
                        + starter.style().label());
            }
            invocation.show(array, lines);
            return ExitCode.DONE;
        }
    }

    @Command(name = "sections", description = "List the kinds of sections with their variants.")
    static final class Sections implements Callable<Integer> {
        private final Invocation invocation;

        Sections(Invocation invocation) {
            this.invocation = invocation;
        }

        @Override
        public Integer call() {
            ArrayNode array = Json.array();
            List<String> lines = new ArrayList<>();
            for (SectionKind kind : catalogue().kinds()) {
                ObjectNode object = array.addObject()
                        .put("kind", kind.kind())
                        .put("name", kind.name())
                        .put("category", kind.category())
                        .put("description", kind.description())
                        .put("placement", JsonObject.word(kind.placement()));
                ArrayNode variants = object.putArray("variants");
                kind.variants().forEach(variant -> variants.add(variant.name()));
                ArrayNode fields = object.putArray("fields");
                kind.fields().forEach(field -> fields.add(field.name()));
                lines.add(kind.kind() + "  " + kind.name() + " ("
                        + String.join(
                                ", ",
                                kind.variants().stream()
                                        .map(SectionKind.Variant::name)
                                        .toList()) + ")");
            }
            invocation.show(array, lines);
            return ExitCode.DONE;
        }
    }

    @Command(name = "components", description = "List the public components with their fields.")
    static final class Components implements Callable<Integer> {
        private final Invocation invocation;

        Components(Invocation invocation) {
            this.invocation = invocation;
        }

        @Override
        public Integer call() {
            ArrayNode array = Json.array();
            List<String> lines = new ArrayList<>();
            for (Component component : ShippedComponents.read(DataFolder.assets())) {
                ObjectNode object = array.addObject()
                        .put("id", component.id().toString())
                        .put("name", component.name())
                        .put("category", component.category())
                        .put("script", !component.javascript().isBlank());
                ArrayNode fields = object.putArray("fields");
                SafeHtml.of(component.html()).fields().forEach(field -> fields.add(field.name()));
                lines.add(component.category() + "  " + component.name()
                        + (component.javascript().isBlank() ? "" : " (script)"));
            }
            invocation.show(array, lines);
            return ExitCode.DONE;
        }
    }

    @Command(name = "themes", description = "List the styles with their colours and fonts.")
    static final class Themes implements Callable<Integer> {
        private final Invocation invocation;

        Themes(Invocation invocation) {
            this.invocation = invocation;
        }

        @Override
        public Integer call() {
            ArrayNode array = Json.array();
            List<String> lines = new ArrayList<>();
            for (Style style : Style.values()) {
                Theme theme = catalogue().theme(style).theme();
                array.add(SiteJson.printTheme(theme));
                lines.add(style.label() + "  " + theme.seed() + ", " + theme.display() + " and " + theme.body());
            }
            invocation.show(array, lines);
            return ExitCode.DONE;
        }
    }

    private static Catalogue catalogue() {
        return Catalogue.read(DataFolder.assets());
    }
}
