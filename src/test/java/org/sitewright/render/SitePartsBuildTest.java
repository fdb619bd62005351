package org.sitewright.render;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sitewright.fixture.Assets;
import org.sitewright.site.Focal;
import org.sitewright.site.Form;
import org.sitewright.site.FormField;
import org.sitewright.site.FormId;
import org.sitewright.site.LinkTarget;
import org.sitewright.site.MediaId;
import org.sitewright.site.MenuItem;
import org.sitewright.site.Page;
import org.sitewright.site.PageRole;
import org.sitewright.site.Redirect;
import org.sitewright.site.Section;
import org.sitewright.site.SectionId;
import org.sitewright.site.SectionStyle;
import org.sitewright.site.SectionStyle.Background;
import org.sitewright.site.SectionStyle.Screen;
import org.sitewright.site.SectionStyle.Space;
import org.sitewright.site.Site;
import org.sitewright.site.ThemeTokens;
import org.sitewright.site.Value;
import org.sitewright.work.CancelToken;
import org.sitewright.work.Progress;

class SitePartsBuildTest {
    private final Assets assets = new Assets();
    private final Site site = assets.starter("bakery");

    @Test
    void templatesAndUnlistedPagesStayOutOfTheSitemapAndTemplatesOutOfTheBuild() {
        Page template = page(1).withRole(PageRole.TEMPLATE, false);
        Page unlisted = page(2).withSeo(page(2).seo().withUnlisted(true));
        OutputTree tree = build(site.withPages(List.of(site.home(), template, unlisted)));
        assertThat(tree.files()).doesNotContainKey(template.slug() + "/index.html");
        assertThat(html(tree, unlisted.slug() + "/index.html").select("meta[name=robots][content=noindex]"))
                .hasSize(1);
        assertThat(text(tree, "sitemap.xml")).doesNotContain(template.slug()).doesNotContain(unlisted.slug());
    }

    @Test
    void aPageOfOnesOwnIsShownForAddressesThatAreNotThere() {
        Page own = page(1).withRole(PageRole.NOT_FOUND, false);
        OutputTree tree = build(site.withPages(List.of(site.home(), own)));
        Document shown = html(tree, "404.html");
        assertThat(shown.select("main h1")).hasSize(1);
        assertThat(shown.text())
                .contains(html(build(site), page(1).slug() + "/index.html")
                        .select("h1")
                        .text());
        assertThat(shown.select("meta[name=robots][content=noindex]")).hasSize(1);
        assertThat(tree.files()).doesNotContainKey(own.slug() + "/index.html");
    }

    @Test
    void whatIsShownForAddressesThatAreNotThereHasItsStyles() {
        Site alone = site.withPages(List.of(site.home()));
        assertThat(css(build(alone))).contains(".lost__row");
        Section paths = new Section(
                new SectionId(new UUID(4, 4)),
                "notfound",
                "paths",
                alone.home().sections().getFirst().content(),
                "",
                false);
        Page own = page(1).withSections(List.of(paths)).withRole(PageRole.NOT_FOUND, false);
        assertThat(css(build(site.withPages(List.of(site.home(), own)))))
                .contains(".lost__grid")
                .doesNotContain(".lost__row");
    }

    @Test
    void theMenuIsTheSitesOwnOrThePagesThatWantToBeInIt() {
        Page shy = page(1).withRole(PageRole.PAGE, false);
        Document automatic = html(build(site.withPages(List.of(site.home(), shy, page(2)))), "index.html");
        assertThat(automatic.select(".header nav a").eachText())
                .contains(page(2).name())
                .doesNotContain(shy.name());

        List<MenuItem> menu = List.of(
                new MenuItem("a", "", new LinkTarget.ToPage(page(2).id(), ""), List.of()),
                new MenuItem("b", "Elsewhere", new LinkTarget.ToUrl("https://else.example/"), List.of()),
                new MenuItem(
                        "c",
                        "Gone",
                        new LinkTarget.ToPage(new org.sitewright.site.PageId(new UUID(9, 9)), ""),
                        List.of()));
        Document own = html(build(site.withParts(site.parts().withMenu(menu))), "index.html");
        assertThat(own.select(".header__nav a").eachText()).containsExactly(page(2).name(), "Elsewhere");
    }

    @Test
    void oldAddressesLeadToTheNewOnesUnlessAPageIsThereAgain() {
        List<Redirect> redirects = List.of(
                new Redirect("old-menu", new LinkTarget.ToPage(page(1).id(), "bread")),
                new Redirect(page(2).slug(), new LinkTarget.ToPage(page(1).id(), "")),
                new Redirect("away", new LinkTarget.ToUrl("javascript:alert(1)")),
                new Redirect("../up", new LinkTarget.ToPage(page(1).id(), "")));
        OutputTree tree = build(site.withParts(site.parts().withRedirects(redirects)));
        Document old = html(tree, "old-menu/index.html");
        assertThat(old.select("meta[http-equiv=refresh]").attr("content"))
                .isEqualTo("0; url=../" + page(1).slug() + "/#bread");
        assertThat(old.select("a").attr("href")).isEqualTo("../" + page(1).slug() + "/#bread");
        assertThat(html(tree, page(2).slug() + "/index.html").select("meta[http-equiv=refresh]"))
                .isEmpty();
        assertThat(tree.files()).doesNotContainKey("away/index.html").doesNotContainKey("../up/index.html");
    }

    @Test
    void formsHaveALabelForEveryControlAndSendSomewhere() {
        String markup = FormMarkup.of(form("https://hook.example/a?b=1&c=2"), false);
        Document page = Jsoup.parse(markup);
        assertThat(page.select("form").attr("action")).isEqualTo("https://hook.example/a?b=1&c=2");
        page.select("input:not([type=hidden],[type=radio],[type=checkbox]), textarea, select")
                .forEach(control -> assertThat(page.select("label[for=" + control.id() + "]"))
                        .hasSize(1));
        assertThat(page.select("fieldset legend")).hasSize(2);
        assertThat(page.select("input[type=hidden]").attr("value")).isEqualTo("\"><script>");
        assertThat(page.select("script")).isEmpty();
        assertThat(page.select("[aria-describedby]").attr("aria-describedby"))
                .isEqualTo(page.select(".field__help").attr("id"));
        assertThat(FormMarkup.of(form(""), false)).contains("action=\"mailto:ada@example.org\"");
        Form deaf = form("").withDelivery("", "");
        assertThat(FormMarkup.of(deaf, false)).isEmpty();
        assertThat(FormMarkup.of(deaf, true)).contains("data-sw-form");
    }

    private static Form form(String webhook) {
        List<FormField> fields = new ArrayList<>();
        for (FormField.Type type : FormField.Type.values()) {
            String help = type == FormField.Type.EMAIL ? "Never <shown>" : "";
            fields.add(new FormField(
                    "f" + fields.size(),
                    "n" + fields.size(),
                    "L <b>" + type,
                    type,
                    true,
                    "",
                    help,
                    List.of("a", "b"),
                    "\"><script>"));
        }
        return new Form(new FormId(new UUID(4, 4)), null, "Order", fields, "Send", "", "ada@example.org", webhook);
    }

    @Test
    void aStyleBecomesClassesAndAPictureBehind() {
        Section first = site.home().sections().getFirst();
        MediaId picture = site.sections()
                .flatMap(section -> section.content().values().values().stream())
                .filter(Value.Image.class::isInstance)
                .map(value -> ((Value.Image) value).media())
                .findFirst()
                .orElseThrow();
        SectionStyle style = new SectionStyle(
                new Background.Picture(picture, new Focal(0.25, 0.5), 40),
                Space.NONE,
                Space.LARGE,
                Set.of(Screen.PHONE));
        OutputTree tree = build(site.withSection(first.id(), section -> section.withStyle(style)));
        Document home = html(tree, "index.html");
        assertThat(home.select("main > .has-backdrop.above-none.below-large.off-phone > .backdrop:first-child img"))
                .hasSize(1);
        assertThat(css(tree)).contains(".has-backdrop");
        assertThat(css(build(site))).doesNotContain(".has-backdrop");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\" onclick=\"alert(1)", "x y", "panel-7", "../a"})
    void aRoleThatIsNoneIsLeftOut(String role) {
        Section first = site.home().sections().getFirst();
        Site odd = site.withSection(
                first.id(), section -> section.withStyle(SectionStyle.PLAIN.withBackground(new Background.Role(role))));
        assertThat(text(build(odd), "index.html"))
                .isEqualTo(text(build(site), "index.html").replace(cssName(build(site)), cssName(build(odd))));
    }

    @Test
    void tokensChangeTheStylesheetOnlyWhereTheyDepart() {
        assertThat(ThemeCss.of(ThemeTokens.OF_STYLE)).isEmpty();
        ThemeTokens tokens = ThemeTokens.OF_STYLE
                .withScale(110)
                .withCorners(ThemeTokens.Corners.SQUARE)
                .withRhythm(ThemeTokens.Rhythm.WIDE)
                .withButtons(ThemeTokens.Buttons.PILL);
        assertThat(css(build(site.withTheme(site.theme().withTokens(tokens)))))
                .contains("html{font-size:110%}", "--r-m:0", "--beat:1.35", "--r-btn:99rem");
    }

    private Page page(int at) {
        return site.pages().get(at);
    }

    private OutputTree build(Site built) {
        return new SiteRenderer(Assets.catalogue(), assets.plainPictures())
                .render(built, new BuildOptions("https://a.example/"), Progress.NONE, new CancelToken());
    }

    private static String cssName(OutputTree tree) {
        return tree.files().keySet().stream()
                .filter(path -> path.endsWith(".css"))
                .findFirst()
                .orElseThrow();
    }

    private static String css(OutputTree tree) {
        return text(tree, cssName(tree));
    }

    private static Document html(OutputTree tree, String path) {
        return Jsoup.parse(text(tree, path));
    }

    private static String text(OutputTree tree, String path) {
        OutputFile file = java.util.Objects.requireNonNull(tree.files().get(path), path);
        return new String(file.source().all(), StandardCharsets.UTF_8);
    }
}
