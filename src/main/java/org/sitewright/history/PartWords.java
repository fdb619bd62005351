package org.sitewright.history;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.sitewright.site.Form;
import org.sitewright.site.MediaId;
import org.sitewright.site.Page;
import org.sitewright.site.SectionStyle;
import org.sitewright.site.Site;
import org.sitewright.site.SiteComponent;
import org.sitewright.site.Theme;

/// Says what parts of a site are like where they differ from another state of them.
final class PartWords {
    private PartWords() {}

    static String theme(Theme theme, Theme other) {
        return differing(
                List.of(
                        theme.style().label() + " style",
                        "colour " + theme.seed(),
                        theme.neutral() + " greys",
                        "headings in " + theme.display(),
                        "text in " + theme.body(),
                        "figures in " + theme.mono(),
                        theme.mode() + " appearance",
                        "" + theme.tokens()),
                List.of(
                        other.style().label() + " style",
                        "colour " + other.seed(),
                        other.neutral() + " greys",
                        "headings in " + other.display(),
                        "text in " + other.body(),
                        "figures in " + other.mono(),
                        other.mode() + " appearance",
                        "" + other.tokens()));
    }

    private static String differing(List<String> parts, List<String> others) {
        return Stream.iterate(0, at -> at < parts.size(), at -> at + 1)
                .filter(at -> !parts.get(at).equals(others.get(at)))
                .map(at -> parts.get(at).replaceAll("ThemeTokens\\[|]", ""))
                .collect(Collectors.joining(", "));
    }

    static String style(SectionStyle style, SectionStyle other) {
        return differing(
                List.of(
                        "" + background(style),
                        "room above " + word(style.above()),
                        "room below " + word(style.below()),
                        hiddenOn(style)),
                List.of(
                        "" + background(other),
                        "room above " + word(other.above()),
                        "room below " + word(other.below()),
                        hiddenOn(other)));
    }

    private static String background(SectionStyle style) {
        return switch (style.background()) {
            case SectionStyle.Background.None() -> "background of the layout";
            case SectionStyle.Background.Role(String role) -> "background " + role;
            case SectionStyle.Background.Gradient(String name) -> "gradient " + name;
            case SectionStyle.Background.Pattern(String name) -> "pattern " + name;
            case SectionStyle.Background.Picture picture ->
                "picture " + picture.media().sha256().substring(0, 8) + " dimmed by " + picture.dim() + " %";
        };
    }

    private static String hiddenOn(SectionStyle style) {
        return style.hiddenOn().isEmpty()
                ? "shown on every screen"
                : "hidden on " + style.hiddenOn().stream().map(PartWords::word).collect(Collectors.joining(" and "));
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    static String forms(Site site, Site other) {
        return site.parts().forms().stream()
                .filter(form -> !other.parts().forms().contains(form))
                .map(PartWords::form)
                .collect(Collectors.joining(", "));
    }

    private static String form(Form form) {
        return form.name() + " (" + form.fields().size() + (form.fields().size() == 1 ? " field)" : " fields)");
    }

    static String components(Site site, Site other) {
        return site.parts().components().stream()
                .filter(component -> !other.parts().components().contains(component))
                .map(SiteComponent::name)
                .collect(Collectors.joining(", "));
    }

    static List<PageChange.Setting> settings(Page before, Page after) {
        List<PageChange.Setting> settings = new ArrayList<>();
        add(settings, "Name", before.name(), after.name());
        add(settings, "Address", "/" + before.slug() + "/", "/" + after.slug() + "/");
        add(settings, "Title", before.title(), after.title());
        add(settings, "Description", before.description(), after.description());
        add(settings, "Icon", before.icon(), after.icon());
        add(settings, "Search title", before.seo().metaTitle(), after.seo().metaTitle());
        add(
                settings,
                "Search description",
                before.seo().metaDescription(),
                after.seo().metaDescription());
        add(
                settings,
                "Keywords",
                String.join(", ", before.seo().keywords()),
                String.join(", ", after.seo().keywords()));
        add(
                settings,
                "Card picture",
                media(before.seo().image()),
                media(after.seo().image()));
        add(settings, "Search engines", listed(before), listed(after));
        add(settings, "State", before.published() ? "Public" : "Draft", after.published() ? "Public" : "Draft");
        add(settings, "Role", word(before.role()), word(after.role()));
        add(settings, "Menu", before.inMenu() ? "Listed" : "Not listed", after.inMenu() ? "Listed" : "Not listed");
        return settings;
    }

    private static String media(@org.jspecify.annotations.Nullable MediaId media) {
        return media == null
                ? "Drawn from the page"
                : "Picture " + media.sha256().substring(0, 8);
    }

    private static String listed(Page page) {
        return page.seo().unlisted() ? "Asked to leave it out" : "May list it";
    }

    private static void add(List<PageChange.Setting> settings, String name, String before, String after) {
        if (!before.equals(after)) {
            settings.add(new PageChange.Setting(name, before, after));
        }
    }
}
