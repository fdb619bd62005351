package org.sitewright.render;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sitewright.fixture.Assets;
import org.sitewright.library.SectionKind;
import org.sitewright.library.StarterReader;
import org.sitewright.site.Ids;
import org.sitewright.site.LinkTarget;
import org.sitewright.site.OutputChoices;
import org.sitewright.site.OutputChoices.About;
import org.sitewright.site.OutputChoices.Crawlers;
import org.sitewright.site.Page;
import org.sitewright.site.PageId;
import org.sitewright.site.Redirect;
import org.sitewright.site.Section;
import org.sitewright.site.Seo;
import org.sitewright.site.Site;
import org.sitewright.site.SiteType;
import org.sitewright.site.Value;
import org.sitewright.site.json.Json;
import org.sitewright.work.CancelToken;
import org.sitewright.work.Progress;
import tools.jackson.databind.JsonNode;

class CompleteOutputTest {
    private static final String ADDRESS = "https://aurora.example/";

    private final Assets assets = new Assets();
    private final Ids ids = new Ids(new Random(3));
    private final Site bakery = assets.starter("bakery");

    @TempDir
    Path cards;

    @Test
    void eachPageHasACardThatIsDrawnOnce() throws IOException {
        OutputTree tree = build(bakery, HostForm.NONE);
        for (OutputFile page : pages(tree)) {
            String image = meta(parsed(page), "og:image");
            assertThat(image).as(page.path()).startsWith(ADDRESS + "assets/card-");
            OutputFile card = tree.file(image.substring(ADDRESS.length())).orElseThrow();
            var picture = ImageIO.read(new ByteArrayInputStream(card.source().all()));
            assertThat(picture.getWidth()).isEqualTo(1200);
            assertThat(picture.getHeight()).isEqualTo(630);
            assertThat(card.size()).isLessThan(200_000);
        }
        List<String> kept = names();
        assertThat(kept).hasSize(3);
        // What stands in the store is taken as it is, so a second run draws nothing.
        Path one = cards.resolve(kept.getFirst());
        byte[] other = Files.readAllBytes(cards.resolve(kept.getLast()));
        Files.write(one, other);
        OutputTree again = build(bakery, HostForm.NONE);
        assertThat(again.file("assets/card-" + kept.getFirst())
                        .orElseThrow()
                        .source()
                        .all())
                .isEqualTo(other);
    }

    @Test
    void aPageKeepsItsOwnPictureAndASiteWithoutAddressHasNone() {
        Page home = bakery.home();
        var photo = bakery.sections()
                .flatMap(section -> section.content().values().values().stream())
                .filter(Value.Image.class::isInstance)
                .map(value -> ((Value.Image) value).media())
                .filter(media -> !assets.file(media).toString().endsWith(".svg"))
                .findFirst()
                .orElseThrow();
        Site own = bakery.withPages(List.of(home.withSeo(home.seo().withImage(photo))));
        assertThat(meta(parsed(build(own, HostForm.NONE).file("index.html").orElseThrow()), "og:image"))
                .isEqualTo(ADDRESS + "assets/" + photo.sha256().substring(0, 12) + "-1200.webp");
        OutputTree nowhere = renderer().render(bakery, BuildOptions.WITHOUT_ADDRESS, Progress.NONE, new CancelToken());
        assertThat(parsed(nowhere.file("index.html").orElseThrow()).select("meta[property^=og:image]"))
                .isEmpty();
        assertThat(nowhere.files().keySet()).noneMatch(path -> path.startsWith("assets/card-"));
    }

    @Test
    void kindsTellWhatTheyShowAndNothingElse() {
        Site site = with("faq", "article", "events", "pricing");
        JsonNode graph = data(build(site, HostForm.NONE), "all/index.html");
        assertThat(types(graph))
                .containsExactly(
                        "BreadcrumbList", "FAQPage", "Article", "Event", "Event", "Event", "Event", "OfferCatalog");
        JsonNode event = graph.get(3);
        assertThat(event.path("startDate").asString()).matches("\\d{4}-\\d\\d-\\d\\d");
        assertThat(event.path("location").path("name").asString()).isEqualTo("Harbour Steps");
        // A price in words is no price, and a group without prices is no offer.
        assertThat(graph.get(7).toString())
                .contains("\"priceCurrency\":\"EUR\"")
                .doesNotContain("free");
    }

    @Test
    void saysWhomTheSitePresentsAsItsOwnerChose() {
        assertThat(types(data(build(choosing(OutputChoices.DEFAULT), HostForm.NONE), "index.html")))
                .contains("Organization")
                .doesNotContain("LocalBusiness");
        Site business = choosing(OutputChoices.DEFAULT.withAbout(About.LOCAL_BUSINESS));
        JsonNode about = data(build(business, HostForm.NONE), "index.html").get(1);
        assertThat(about.path("@type").asString()).isEqualTo("LocalBusiness");
        assertThat(about.path("openingHoursSpecification")).hasSize(6);
        Site person = choosing(OutputChoices.DEFAULT.withAbout(About.PERSON));
        assertThat(data(build(person, HostForm.NONE), "index.html").get(1).has("openingHoursSpecification"))
                .isFalse();
    }

    @Test
    void aPriceIsTakenOnlyWhereItIsCertain() {
        assertThat(Money.of("€ 9,50")).contains(new Money("9.50", "EUR"));
        assertThat(Money.of("1200 CHF")).contains(new Money("1200", "CHF"));
        assertThat(List.of("9.50", "$ 20", "free", "from € 9", "€ 9 / month", "1.200 €"))
                .allMatch(price -> Money.of(price).isEmpty());
    }

    @Test
    void robotsAskWhatTheOwnerChose() {
        assertThat(text(build(bakery, HostForm.NONE), "robots.txt")).doesNotContain("Disallow");
        String noTraining = text(
                build(choosing(OutputChoices.DEFAULT.withCrawlers(Crawlers.NO_TRAINING)), HostForm.NONE), "robots.txt");
        assertThat(noTraining).contains("User-agent: GPTBot", "Disallow: /").doesNotContain("PerplexityBot");
        assertThat(text(
                        build(choosing(OutputChoices.DEFAULT.withCrawlers(Crawlers.NONE)), HostForm.NONE),
                        "robots.txt"))
                .contains("User-agent: GPTBot", "User-agent: PerplexityBot");
    }

    @Test
    void articlesAreInTheFeedAndDateTheSitemap() throws Exception {
        OutputTree tree = build(with("article"), HostForm.NONE);
        var xml = javax.xml.parsers.DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(
                        tree.file("feed.xml").orElseThrow().source().all()));
        assertThat(xml.getElementsByTagName("entry").getLength()).isEqualTo(1);
        assertThat(text(tree, "sitemap.xml")).contains("/all/</loc><lastmod>2026-09-18</lastmod>");
        Document page = parsed(tree.file("all/index.html").orElseThrow());
        assertThat(page.select("link[type=application/atom+xml]").attr("href")).isEqualTo("../feed.xml");
        assertThat(meta(page, "og:type")).isEqualTo("article");
        assertThat(build(bakery, HostForm.NONE).file("feed.xml")).isEmpty();
    }

    @Test
    void thePolicyOfAPageNamesExactlyItsStyles() {
        for (OutputFile file : pages(build(bakery, HostForm.NONE))) {
            Document page = parsed(file);
            String policy =
                    page.select("meta[http-equiv=Content-Security-Policy]").attr("content");
            assertThat(policy)
                    .contains("default-src 'none'", "script-src 'none'")
                    .doesNotContain("unsafe-inline");
            long styles = page.select("[style]").stream()
                    .map(element -> element.attr("style"))
                    .distinct()
                    .count();
            assertThat(Stream.of(policy.split(" ")).filter(part -> part.startsWith("'sha256-")))
                    .hasSize((int) styles);
        }
    }

    @Test
    void thePolicyAllowsWhereFormsGoAndFilmsComeFrom() {
        String policy = new ContentPolicy()
                .of(
                        "<form action=\"https://Forms.example:8443/a?b=c\"></form><form action=\"mailto:a@b.example\"></form>"
                                + "<video src=\"https://films.example/a.mp4\" poster=\"https://pictures.example/a.jpg\"></video>",
                        List.of(),
                        false);
        assertThat(policy)
                .contains("form-action 'self' https://forms.example:8443 mailto:")
                .contains("media-src 'self' https://films.example;")
                .contains("img-src 'self' data: https://pictures.example;");
    }

    @Test
    void hostsGetTheirRulesInTheirOwnForm() {
        Site site = bakery.withParts(bakery.parts()
                .withRedirects(List.of(
                        new Redirect(
                                "old",
                                new LinkTarget.ToPage(bakery.pages().get(1).id(), "")),
                        new Redirect("away", new LinkTarget.ToUrl("https://example.org/a%20b?c=$1")))));
        assertThat(text(build(site, HostForm.HEADERS_FILE), "_redirects"))
                .isEqualTo("/old/ /prices/ 301\n/old /prices/ 301\n");
        assertThat(text(build(site, HostForm.HTACCESS), ".htaccess"))
                .contains("RewriteRule \"^old/?$\" \"/prices/\"")
                .contains("\"https://example.org/a\\%20b?c=\\$1\"");
        assertThat(text(build(site, HostForm.HTACCESS), ".htaccess"))
                .startsWith("# BEGIN Sitewright")
                .endsWith("# END Sitewright\n");
        assertThat(text(build(site, HostForm.NGINX), "_nginx.conf"))
                .contains("301 \"https://example.org/a%20b?c=%241\"");
        assertThat(Json.read(text(build(site, HostForm.VERCEL), "vercel.json")).path("redirects"))
                .hasSize(1);
        assertThat(build(site, HostForm.NONE).files().keySet())
                .contains("old/index.html")
                .doesNotContain(".htaccess", "_headers");
        Site without = site.withParts(site.parts().withOutput(OutputChoices.DEFAULT.withHostRules(false)));
        assertThat(build(without, HostForm.HTACCESS).file(".htaccess")).isEmpty();
    }

    @Test
    void anAppKeepsEveryPageByItsHash() {
        OutputTree tree = build(bakery.withType(SiteType.APP), HostForm.NONE);
        String worker = text(tree, "worker.js");
        for (String path : List.of("index.html", "visit/index.html", "404.html")) {
            String address = path.replaceFirst("index\\.html$", "");
            assertThat(worker)
                    .contains("\"" + address + "\":\""
                            + tree.file(path).orElseThrow().sha256() + "\"");
        }
        assertThat(worker).startsWith("'use strict';").contains("addEventListener(\"fetch\"");
        assertThat(worker).doesNotContain("// ", "@files@", "@version@", "assets/card-", "sitemap");
        JsonNode manifest = Json.read(text(tree, "site.webmanifest"));
        assertThat(manifest.path("display").asString()).isEqualTo("standalone");
        for (JsonNode icon : manifest.path("icons")) {
            assertThat(tree.file(icon.path("src").asString())).isPresent();
        }
        assertThat(text(
                        build(
                                choosing(OutputChoices.DEFAULT)
                                        .withType(SiteType.APP)
                                        .withDetails("Other", "", "en"),
                                HostForm.NONE),
                        "worker.js"))
                .isNotEqualTo(worker);
        assertThat(build(bakery, HostForm.NONE).file("worker.js")).isEmpty();
    }

    @Test
    void stylesCanStayReadable() {
        OutputTree tree = build(choosing(OutputChoices.DEFAULT.withReadable(true)), HostForm.NONE);
        OutputFile css = tree.files().values().stream()
                .filter(file -> file.path().endsWith(".css"))
                .findFirst()
                .orElseThrow();
        String readable = new String(css.source().all(), StandardCharsets.UTF_8);
        OutputTree tight = build(bakery, HostForm.NONE);
        String written = tight.files().values().stream()
                .filter(file -> file.path().endsWith(".css"))
                .map(file -> new String(file.source().all(), StandardCharsets.UTF_8))
                .findFirst()
                .orElseThrow();
        assertThat(readable.lines().count()).isGreaterThan(500);
        assertThat(CssText.tight(readable).replaceAll("\\s", "").replace(";}", "}"))
                .isEqualTo(written.replaceAll("\\s", "").replace(";}", "}"));
    }

    private Site choosing(OutputChoices choices) {
        return bakery.withParts(bakery.parts().withOutput(choices));
    }

    private Site with(String... kinds) {
        StarterReader reader = new StarterReader(Assets.catalogue(), ids);
        List<Section> sections = new ArrayList<>();
        for (String kind : kinds) {
            SectionKind found = Assets.catalogue().kind(kind).orElseThrow();
            sections.add(reader.sample(found, "", assets::keep));
        }
        List<Page> pages = new ArrayList<>(bakery.pages());
        pages.add(new Page(new PageId(ids.next()), "All", "all", "All", "", "", Seo.EMPTY, true, sections));
        return bakery.withPages(pages);
    }

    private SiteRenderer renderer() {
        return new SiteRenderer(
                Assets.catalogue(), assets.plainPictures(), BuildRecords.NONE, new FolderBuildStore(cards));
    }

    private OutputTree build(Site site, HostForm host) {
        return renderer().render(site, new BuildOptions(ADDRESS, host), Progress.NONE, new CancelToken());
    }

    private List<String> names() throws IOException {
        try (Stream<Path> all = Files.list(cards)) {
            return all.map(path -> String.valueOf(path.getFileName())).sorted().toList();
        }
    }

    private static List<OutputFile> pages(OutputTree tree) {
        return tree.files().values().stream()
                .filter(file -> file.path().endsWith("index.html"))
                .toList();
    }

    private static JsonNode data(OutputTree tree, String page) {
        Element script = parsed(tree.file(page).orElseThrow()).expectFirst("script[type=application/ld+json]");
        return Json.read(script.data()).path("@graph");
    }

    private static List<String> types(JsonNode graph) {
        List<String> types = new ArrayList<>();
        graph.forEach(each -> types.add(each.path("@type").asString()));
        return types;
    }

    private static String meta(Document page, String property) {
        return page.select("meta[property=" + property + "]").attr("content");
    }

    private static Document parsed(OutputFile file) {
        return Jsoup.parse(new String(file.source().all(), StandardCharsets.UTF_8));
    }

    private static String text(OutputTree tree, String path) {
        return new String(tree.file(path).orElseThrow().source().all(), StandardCharsets.UTF_8);
    }
}
