package org.sitewright.render;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sitewright.fixture.Assets;
import org.sitewright.site.LinkTarget;
import org.sitewright.site.MenuItem;
import org.sitewright.site.Section;
import org.sitewright.site.Site;
import org.sitewright.work.CancelToken;
import org.sitewright.work.Progress;

class SubmenuBuildTest {
    private final Assets assets = new Assets();
    private final Site site = assets.starter("bakery");

    @ParameterizedTest
    @ValueSource(strings = {"pill", "plain", "centred"})
    void entriesUnderAnotherOpenByKeyboardAndWithoutAScript(String variant) {
        Document page = build(variant);
        for (String place : List.of(".header__nav", ".menu__nav")) {
            var sub = page.select(place + " .sub");
            assertThat(sub).as(place).hasSize(1);
            assertThat(sub.select("> a").attr("href")).isEqualTo("prices/");
            assertThat(sub.select("> details > summary").text()).isEqualTo("Menu: Prices <b>");
            assertThat(sub.select("> details > ul a").eachText()).containsExactly("Breads", "Cakes");
            assertThat(page.select(place + " b")).as("markup in a label").isEmpty();
            assertThat(page.select(place + " details .sub")).as("a third level").isEmpty();
        }
        assertThat(page.select(".header__nav details").attr("name"))
                .isNotEqualTo(page.select(".menu__nav details").attr("name"));
    }

    private Document build(String variant) {
        LinkTarget prices = new LinkTarget.ToPage(site.pages().get(1).id(), "");
        List<MenuItem> under = List.of(
                new MenuItem("b", "Breads", new LinkTarget.ToUrl("https://example.com/breads"), List.of()),
                new MenuItem("c", "Cakes", new LinkTarget.ToUrl("https://example.com/cakes"), List.of()));
        List<MenuItem> menu = List.of(
                new MenuItem("a", "Prices <b>", prices, under),
                new MenuItem("d", "", new LinkTarget.ToPage(site.pages().get(2).id(), ""), List.of()));
        List<Section> top = site.top().stream()
                .map(section -> section.kind().equals("header") ? section.withVariant(variant) : section)
                .toList();
        Site changed =
                site.withShared(top, site.bottom()).withParts(site.parts().withMenu(menu));
        OutputTree tree = new SiteRenderer(Assets.catalogue(), assets.plainPictures())
                .render(changed, BuildOptions.WITHOUT_ADDRESS, Progress.NONE, new CancelToken());
        return Jsoup.parse(
                new String(tree.file("index.html").orElseThrow().source().all(), StandardCharsets.UTF_8));
    }
}
