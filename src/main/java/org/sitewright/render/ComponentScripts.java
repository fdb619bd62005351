package org.sitewright.render;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.sitewright.library.component.SiteComponents;
import org.sitewright.site.Section;
import org.sitewright.site.Site;
import org.sitewright.site.SiteComponent;

/// The scripts of components: one file each, deferred, and only where a person has agreed. A script sees the
/// component's outer element as `root` and runs once for each use on the page.
final class ComponentScripts {
    private ComponentScripts() {}

    /// The components that sections which visitors see show, in the order of the site.
    static List<SiteComponent> shown(Site site, Stream<Section> sections) {
        List<SiteComponent> used = sections.filter(section -> !section.hidden())
                .flatMap(section -> SiteComponents.of(site, section).stream())
                .distinct()
                .toList();
        return site.parts().components().stream().filter(used::contains).toList();
    }

    static List<OutputFile> files(Site site) {
        return shown(site, site.sections()).stream()
                .filter(ComponentScripts::runs)
                .map(ComponentScripts::file)
                .toList();
    }

    /// The components whose scripts run on a page.
    static List<SiteComponent> on(PageContext context) {
        Site site = context.site();
        return site.parts().components().isEmpty()
                ? List.of()
                : shown(
                                site,
                                Stream.of(site.top(), context.page().sections(), site.bottom())
                                        .flatMap(List::stream))
                        .stream()
                        .filter(ComponentScripts::runs)
                        .toList();
    }

    /// What a page writes to run the scripts of its components.
    static String tags(PageContext context) {
        StringBuilder out = new StringBuilder();
        on(context).forEach(each -> out.append("<script defer")
                .append(TemplateFunctions.attribute(
                        "src", context.up() + file(each).path()))
                .append("></script>\n"));
        return out.toString();
    }

    static boolean runs(SiteComponent component) {
        return component.scripted() && !component.javascript().isBlank();
    }

    private static OutputFile file(SiteComponent component) {
        String scope = SiteComponents.scope(component.id());
        String script =
                "(()=>{\"use strict\";for(const each of document.querySelectorAll(\"." + scope + "\")){try{((root)=>{\n"
                        + component.javascript() + "\n})(each)}catch(fault){console.error(fault)}}})();\n";
        Bytes bytes = Bytes.of(script.getBytes(StandardCharsets.UTF_8));
        String type = "text/javascript; charset=utf-8";
        String sha256 = OutputFile.of("x", type, CacheControl.IMMUTABLE, bytes).sha256();
        return OutputFile.of(
                "assets/c-" + sha256.substring(0, 10) + ".js", type, CacheControl.IMMUTABLE, bytes, sha256);
    }
}
