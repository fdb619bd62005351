package org.sitewright.render;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sitewright.fixture.Assets;
import org.sitewright.site.Site;
import org.sitewright.site.json.Json;
import org.sitewright.work.CancelToken;
import org.sitewright.work.Progress;
import tools.jackson.databind.JsonNode;

class StarterBuildTest {
    private final Assets assets = new Assets();

    @ParameterizedTest
    @ValueSource(strings = {"bakery", "photographer", "society"})
    void aStarterBecomesACompleteSite(String name) {
        Site site = assets.starter(name);
        OutputTree tree = build(site);
        new OutputFolder(Path.of("target/starters", name)).write(tree, true, Progress.NONE, new CancelToken());

        assertThat(tree.files()).containsKeys("index.html", "404.html", "sitemap.xml", "robots.txt", "favicon.ico");
        for (OutputFile file : tree.files().values()) {
            if (file.path().endsWith(".html")) {
                check(file, tree);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"bakery", "photographer", "society"})
    void theSameSiteGivesTheSameBytes(String name) {
        Site site = assets.starter(name);
        OutputTree once = build(site);
        OutputTree again = build(site);
        assertThat(again.files().values().stream().map(file -> file.path() + " " + file.sha256()))
                .containsExactlyElementsOf(once.files().values().stream()
                        .map(file -> file.path() + " " + file.sha256())
                        .toList());
    }

    @ParameterizedTest
    @CsvSource({"bakery, LocalBusiness, telephone", "photographer, Person, address", "society, Organization, logo"})
    void saysWhomItPresents(String name, String type, String told) {
        OutputTree tree = new SiteRenderer(Assets.catalogue(), assets.plainPictures())
                .render(
                        assets.starter(name),
                        new BuildOptions("https://aurora.example/"),
                        Progress.NONE,
                        new CancelToken());
        byte[] home = tree.file("index.html").orElseThrow().source().all();
        String said = Jsoup.parse(new String(home, java.nio.charset.StandardCharsets.UTF_8))
                .select("script[type=application/ld+json]")
                .html();
        JsonNode about = Json.read(said).path("@graph").get(1);
        assertThat(about.path("@type").asString()).isEqualTo(type);
        assertThat(about.path("name").asString()).isNotBlank();
        assertThat(about.path("email").asString()).contains("@");
        assertThat(about.has(told)).as(told).isTrue();
    }

    private OutputTree build(Site site) {
        return new SiteRenderer(Assets.catalogue(), assets.plainPictures())
                .render(site, BuildOptions.WITHOUT_ADDRESS, Progress.NONE, new CancelToken());
    }

    private static void check(OutputFile file, OutputTree tree) {
        Document page = Jsoup.parse(new String(file.source().all(), java.nio.charset.StandardCharsets.UTF_8));
        assertThat(page.select("h1")).as("h1 of %s", file.path()).hasSize(1);
        assertThat(page.select("main h1")).hasSize(1);
        assertThat(page.select("[data-sw-edit], [data-sw-section], script:not([type=application/ld+json])"))
                .isEmpty();
        assertThat(page.select("a[href='#']"))
                .as("links to nowhere on %s", file.path())
                .isEmpty();
        assertThat(page.select("img:not([alt])")).isEmpty();
        if (file.path().equals("404.html")) {
            return;
        }
        String folder = file.path().contains("/") ? "https://x/a/" : "https://x/";
        for (var each : page.select("img[src], link[rel=stylesheet], a[href^=..], a[href^=.]")) {
            each.setBaseUri(folder);
            String attribute = each.hasAttr("src") ? "src" : "href";
            String path = each.absUrl(attribute).replaceFirst("^https://x/", "").replaceFirst("#.*", "");
            String target = path.isEmpty() || path.endsWith("/") ? path + "index.html" : path;
            assertThat(tree.file(target)).as("%s on %s", target, file.path()).isPresent();
        }
    }
}
