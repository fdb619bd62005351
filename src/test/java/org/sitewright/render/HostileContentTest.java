package org.sitewright.render;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.sitewright.fixture.Assets;
import org.sitewright.fixture.FilledSections;
import org.sitewright.library.SectionKind;
import org.sitewright.site.Brief;
import org.sitewright.site.Ids;
import org.sitewright.site.LinkTarget;
import org.sitewright.site.MediaId;
import org.sitewright.site.Page;
import org.sitewright.site.PageId;
import org.sitewright.site.Section;
import org.sitewright.site.Seo;
import org.sitewright.site.Site;
import org.sitewright.site.SiteId;
import org.sitewright.site.SiteType;
import org.sitewright.site.Style;
import org.sitewright.site.json.Json;
import org.sitewright.text.Html;
import org.sitewright.work.CancelToken;
import org.sitewright.work.Progress;

/// Every text of a site is hostile: in each field of each kind and layout, in names, titles, alternative texts and
/// links. The pages must come out with the very elements and attributes that harmless text gives.
class HostileContentTest {
    private static final String HARMLESS = "Bread";

    private final Assets assets = new Assets();
    private final MediaId picture = assets.keep(Assets.catalogue().folder().resolve("sections/_samples/ridge.webp"));

    static List<String> hostile() {
        return List.of(
                "B<script>alert(1)</script><img src=x onerror=alert(1)><svg onload=alert(1)>",
                "B\"'><script>alert(1)</script>\" onmouseover=\"alert(1)\" x='",
                "B</title></style></textarea></main></body>--></script><!--<![CDATA[",
                "javascript:alert(1)//B&#106;&lt;script&gt;{{ 7*7 }}{% include 'x' %}${7*7}",
                "B\u0000\u0007\u001b\u007f\u202e\u2028x",
                "مرحبا بالعالم שלום עולם \u202eB\u202c",
                "👩‍🍳🥐 B \ud83d\udc69\u200d\ud83d\udcbb",
                "ß".repeat(10_000));
    }

    @ParameterizedTest
    @MethodSource("hostile")
    void pagesKeepTheirShape(String text) throws Exception {
        Map<String, List<String>> expected = shapes(build(site(HARMLESS, new LinkTarget.ToUrl("https://a.example/"))));
        for (LinkTarget link : List.of(
                new LinkTarget.ToUrl(text),
                new LinkTarget.ToMail(text),
                new LinkTarget.ToPhone(text),
                new LinkTarget.ToAnchor(text))) {
            OutputTree tree = build(site(text, link));
            shapes(tree).forEach((path, shape) -> assertSame(shape, expected.getOrDefault(path, List.of()), path));
            checkPages(tree, text);
            checkXml(tree);
            if (text.length() > 1_000) {
                break;
            }
        }
    }

    @ParameterizedTest
    @MethodSource("hostile")
    void theCanvasIsAsSafe(String text) {
        CanvasRenderer canvas = new CanvasRenderer(Assets.catalogue());
        PictureSource none = media -> java.util.Optional.empty();
        Site hostile = site(text, new LinkTarget.ToUrl(text));
        Site harmless = site(HARMLESS, new LinkTarget.ToUrl("https://a.example/"));
        for (int i = 0; i < hostile.pages().size(); i++) {
            PageId id = hostile.pages().get(i).id();
            Document page = Jsoup.parse(canvas.body(hostile, id, none));
            Document plain = Jsoup.parse(canvas.body(harmless, id, none));
            assertSame(shape(page), shape(plain), hostile.pages().get(i).slug());
            check(page, "canvas");
        }
    }

    private static void checkPages(OutputTree tree, String text) {
        // What stays of the text in an attribute: HTML allows no control characters there.
        String kept = Jsoup.parse("<p title=\"" + Html.escape(text) + "\">")
                .select("p")
                .attr("title");
        for (OutputFile file : tree.files().values()) {
            if (!file.path().endsWith(".html")) {
                continue;
            }
            String html = new String(file.source().all(), StandardCharsets.UTF_8);
            assertThat(html.chars().filter(c -> Character.isISOControl(c) && c != '\n' && c != '\t'))
                    .as("control characters in %s", file.path())
                    .isEmpty();
            Document page = Jsoup.parse(html);
            check(page, file.path());
            assertThat(page.select("img[alt]").eachAttr("alt"))
                    .as("alternative texts of %s", file.path())
                    .allMatch(alt -> alt.equals(kept) || alt.isEmpty());
            assertThat(page.select("meta[property=og:site_name]").attr("content"))
                    .isEqualTo(kept);
        }
    }

    private static void check(Document page, String where) {
        assertThat(page.select("script:not([type=application/ld+json]), iframe, object, embed, base, style, "
                        + "meta[http-equiv]:not([http-equiv=Content-Security-Policy]), svg[onload]"))
                .as("elements of %s", where)
                .isEmpty();
        for (Element script : page.select("script")) {
            assertThat(script.data()).as(where).doesNotContain("<");
            assertThat(Json.read(script.data()).path("@graph").isArray())
                    .as("what %s says to search engines", where)
                    .isTrue();
        }
        for (Element element : page.getAllElements()) {
            for (Attribute attribute : element.attributes()) {
                String name = attribute.getKey();
                String value = attribute.getValue().strip().toLowerCase(java.util.Locale.ROOT);
                assertThat(name).as(where).matches("[a-zA-Z][a-zA-Z0-9:-]*");
                assertThat(name).as(where).doesNotStartWith("on");
                if (List.of("href", "src", "action", "formaction", "xlink:href").contains(name)) {
                    assertThat(value)
                            .as("%s in %s", element, where)
                            .doesNotMatch("(?s)(javascript|vbscript|data|file):.*|//.*");
                }
                if (name.equals("class") || name.equals("style")) {
                    assertThat(value).as(where).doesNotContain("<", "alert", "url(", "expression");
                }
            }
        }
    }

    private static void checkXml(OutputTree tree) throws Exception {
        for (String path : List.of("sitemap.xml", "favicon.svg")) {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            var xml = factory.newDocumentBuilder()
                    .parse(new ByteArrayInputStream(
                            tree.file(path).orElseThrow().source().all()));
            assertThat(xml.getElementsByTagName("script").getLength()).isZero();
        }
    }

    /// Each page as its elements in order, with the names of their attributes and their classes.
    private static Map<String, List<String>> shapes(OutputTree tree) {
        Map<String, List<String>> shapes = new TreeMap<>();
        tree.files().forEach((path, file) -> {
            if (path.endsWith(".html")) {
                shapes.put(path, shape(Jsoup.parse(new String(file.source().all(), StandardCharsets.UTF_8))));
            }
        });
        return shapes;
    }

    private static void assertSame(List<String> shape, List<String> expected, String where) {
        for (int i = 0; i < Math.min(shape.size(), expected.size()); i++) {
            assertThat(shape.get(i)).as("element %d of %s", i, where).isEqualTo(expected.get(i));
        }
        assertThat(shape).as(where).hasSameSizeAs(expected);
    }

    private static List<String> shape(Document page) {
        List<String> shape = new ArrayList<>();
        for (Element element : page.getAllElements()) {
            shape.add(element.tagName() + "." + element.className() + " "
                    + Stream.of(element.attributes().asList().toArray(Attribute[]::new))
                            .map(Attribute::getKey)
                            .sorted()
                            .toList());
        }
        return shape;
    }

    private OutputTree build(Site site) {
        return new SiteRenderer(Assets.catalogue(), assets.plainPictures())
                .render(site, new BuildOptions("https://aurora.example/"), Progress.NONE, new CancelToken());
    }

    private Site site(String text, LinkTarget link) {
        Ids ids = new Ids(new Random(3));
        FilledSections filled = new FilledSections(text, link, picture);
        List<Page> pages = new ArrayList<>();
        for (SectionKind kind : Assets.catalogue().kinds()) {
            List<Section> sections = filled.everyVariantOf(kind);
            pages.add(new Page(
                    new PageId(ids.next()),
                    text,
                    kind.kind(),
                    text,
                    text,
                    text,
                    new Seo(text, text, List.of(text, text)),
                    true,
                    sections));
        }
        return new Site(
                new SiteId(ids.next()),
                Assets.OWNER,
                text,
                text,
                SiteType.WEBSITE,
                new Brief(text, text),
                "en",
                Assets.catalogue().theme(Style.PREMIUM).theme(),
                List.of(),
                pages,
                List.of());
    }
}
