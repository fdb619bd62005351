package org.sitewright.render;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.sitewright.library.component.SiteComponents;
import org.sitewright.site.Section;
import org.sitewright.site.Site;
import org.sitewright.site.SiteComponent;

/// The scripts of a site's components: one file each, deferred, and only where a person has agreed. A script sees the
/// component's outer element as `root` and runs once for each use on the page.
final class ComponentScripts {
    private final Map<SiteComponent, Written> scripts = new LinkedHashMap<>();

    /// A script as visitors get it.
    record Written(String text, OutputFile file) {}

    /// @param scripts how a person's code is written into files
    ComponentScripts(Site site, ScriptText scripts) {
        boolean readable = site.parts().output().readable();
        shown(site, site.sections())
                .filter(ComponentScripts::runs)
                .forEach(each -> this.scripts.put(each, written(each, readable, scripts)));
    }

    /// The components that sections which visitors see show, in the order of the site.
    static Stream<SiteComponent> shown(Site site, Stream<Section> sections) {
        if (site.parts().components().isEmpty()) {
            return Stream.empty();
        }
        List<SiteComponent> used = sections.filter(section -> !section.hidden())
                .flatMap(section -> SiteComponents.of(site, section).stream())
                .distinct()
                .toList();
        return site.parts().components().stream().filter(used::contains);
    }

    static boolean runs(SiteComponent component) {
        return component.scripted() && !component.javascript().isBlank();
    }

    List<OutputFile> files() {
        return scripts.values().stream().map(Written::file).toList();
    }

    /// The scripts that run on a page.
    List<Written> on(PageContext context) {
        Site site = context.site();
        return scripts.isEmpty()
                ? List.of()
                : shown(
                                site,
                                Stream.of(site.top(), context.page().sections(), site.bottom())
                                        .flatMap(List::stream))
                        .filter(scripts::containsKey)
                        .map(scripts::get)
                        .toList();
    }

    private static Written written(SiteComponent component, boolean readable, ScriptText scripts) {
        String own = "((root)=>{\n" + component.javascript() + "\n})(each)";
        String scope = SiteComponents.scope(component.id());
        String script = "(()=>{\"use strict\";for(const each of document.querySelectorAll(\"." + scope + "\")){try{"
                + (readable ? own : scripts.tight(own).strip()) + "}catch(fault){console.error(fault)}}})();\n";
        Bytes bytes = Bytes.of(script.getBytes(StandardCharsets.UTF_8));
        String type = "text/javascript; charset=utf-8";
        String sha256 = OutputFile.of("x", type, CacheControl.IMMUTABLE, bytes).sha256();
        OutputFile file = OutputFile.of(
                "assets/c-" + sha256.substring(0, 10) + ".js", type, CacheControl.IMMUTABLE, bytes, sha256);
        return new Written(script, file);
    }
}
