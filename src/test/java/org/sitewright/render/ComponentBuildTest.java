package org.sitewright.render;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.sitewright.fixture.Assets;
import org.sitewright.library.Catalogue;
import org.sitewright.library.Component;
import org.sitewright.library.component.ComponentCategories;
import org.sitewright.library.component.ComponentLibrary;
import org.sitewright.library.component.ComponentSite;
import org.sitewright.library.component.ShippedComponents;
import org.sitewright.library.component.SiteComponents;
import org.sitewright.site.Fields;
import org.sitewright.site.LinkTarget;
import org.sitewright.site.Section;
import org.sitewright.site.Site;
import org.sitewright.site.SiteComponent;
import org.sitewright.site.Style;
import org.sitewright.site.Value;
import org.sitewright.work.CancelToken;
import org.sitewright.work.Progress;

class ComponentBuildTest {
    private static final Catalogue CATALOGUE = Assets.catalogue();
    private static final UUID ID = UUID.fromString("1a2b3c4d-0000-4000-8000-000000000001");
    private static final SiteComponent CARD = new SiteComponent(
            ID,
            "Card",
            "<h2 data-field=\"title\" id=\"t\">Plain</h2><a data-field-href=\"link\" href=\"#t\">Go</a>"
                    + "<p data-field-if=\"more\">More</p><script>evil()</script>",
            ".never-written{color:red} h2{color:var(--accent)}",
            "root.classList.add('never-written')",
            false);

    @Test
    void aUseShowsTheComponentWithItsOwnWords() throws IOException {
        Fields own = Fields.EMPTY
                .with("title", new Value.Text("<b>Mine</b>"))
                .with("link", new Value.Link(new LinkTarget.ToUrl("https://example.org/")))
                .with("more", new Value.Flag(false));
        String html = page(build(site(CARD, own)));
        assertThat(html)
                .contains("<div class=\"component\"><div class=\"c-1a2b3c4d\">")
                .contains("&lt;b&gt;Mine&lt;/b&gt;")
                .contains("href=\"https://example.org/\"")
                .doesNotContain("evil", "data-field", "More</p>", "data-sw-", "<script defer", "<style");
    }

    @Test
    void itsRulesAreHeldAndKeptWhole() throws IOException {
        OutputTree tree = build(site(CARD, Fields.EMPTY));
        String css = text(tree, path(tree, "assets/site-"));
        assertThat(css).contains(".c-1a2b3c4d .never-written{color:red}", ".c-1a2b3c4d h2{color:var(--accent)}");
        assertThat(css).containsOnlyOnce(".c-1a2b3c4d h2{");
    }

    @Test
    void aScriptIsWrittenOnlyWhereAPersonAgreed() throws IOException {
        assertThat(build(site(CARD, Fields.EMPTY)).files().keySet()).noneMatch(file -> file.endsWith(".js"));
        SiteComponent agreed = new SiteComponent(ID, "Card", CARD.html(), CARD.css(), "while (true) {}", true);
        OutputTree tree = build(site(agreed, Fields.EMPTY));
        String script = path(tree, "assets/c-");
        assertThat(page(tree)).contains("<script defer src=\"" + script + "\"></script>");
        assertThat(text(tree, script))
                .startsWith("(()=>{\"use strict\";for(const each of")
                .contains("(root=>{while(true);})(each)");
    }

    @Test
    void whatAPersonWroteIsWrittenTight() throws IOException {
        SiteComponent written = new SiteComponent(
                ID,
                "Card",
                "<div>\n    <!-- a note -->\n    <p>One   <b>two</b></p>\n    <pre>  as\n  it is</pre>\n</div>\n",
                "/* a note */\np {\n    color: red; /* another */\n}\n",
                "// see https://notes.example/\nroot.hidden  =  false; // a note\n",
                true);
        OutputTree tight = build(site(written, Fields.EMPTY));
        assertThat(page(tight))
                .contains("<div>  <p>One <b>two</b></p> <pre>  as\n  it is</pre>\n</div>\n</div></div>")
                .as("the policy is that of the script as it is sent")
                .doesNotContain("notes.example");
        assertThat(text(tight, path(tight, "assets/c-")))
                .contains("root.hidden=false")
                .doesNotContain("note");
        assertThat(text(tight, path(tight, "assets/site-"))).contains(".c-1a2b3c4d p{color:red}");
        Site readable = readable(site(written, Fields.EMPTY));
        OutputTree loose = build(readable);
        assertThat(page(loose)).contains("    <p>One   <b>two</b></p>\n", "https://notes.example");
        assertThat(text(loose, path(loose, "assets/c-"))).contains("root.hidden  =  false; // a note\n");
        assertThat(page(loose)).contains("src=\"" + path(loose, "assets/c-"));
    }

    @Test
    void whiteSpaceThatIsShownStays() throws IOException {
        SiteComponent code = new SiteComponent(ID, "Code", "<p>a\n    b</p>", "p{white-space:pre}", "", false);
        assertThat(page(build(site(code, Fields.EMPTY)))).contains("<p>a\n    b</p>");
    }

    @Test
    void brokenCodeIsWrittenAsItIs() throws IOException {
        SiteComponent broken = new SiteComponent(ID, "Card", "<p>x</p>", "p{color:red", "let  let  =  }{", true);
        OutputTree tree = build(site(broken, Fields.EMPTY));
        assertThat(text(tree, path(tree, "assets/c-"))).contains("\nlet  let  =  }{\n");
    }

    private static Site readable(Site site) {
        return site.withParts(site.parts().withOutput(site.parts().output().withReadable(true)));
    }

    @Test
    void aComponentThatIsGoneIsShownInTheCanvasOnly() throws IOException {
        Site gone = site(CARD, Fields.EMPTY);
        gone = gone.withParts(gone.parts().withComponents(List.of()));
        assertThat(page(build(gone))).doesNotContain("component", "sw-unknown");
        CanvasRenderer canvas = new CanvasRenderer(CATALOGUE);
        assertThat(canvas.body(gone, ComponentSite.PAGE, media -> Optional.empty()))
                .contains("sw-unknown", "The component that stood here is gone.");
    }

    @Test
    void theCanvasMarksWhatCanBeEditedAndRunsNothing() {
        SiteComponent agreed = new SiteComponent(ID, "Card", CARD.html(), CARD.css(), "while (true) {}", true);
        String body = new CanvasRenderer(CATALOGUE)
                .body(site(agreed, Fields.EMPTY), ComponentSite.PAGE, media -> Optional.empty());
        assertThat(body)
                .contains("data-sw-section", "data-sw-edit=\"title\" data-sw-type=\"text\"")
                .doesNotContain("<script", "while");
    }

    @Test
    void twoUsesDoNotShareIds() throws IOException {
        Site site = site(CARD, Fields.EMPTY);
        Section again = ComponentSite.section(CARD)
                .withId(new org.sitewright.site.SectionId(UUID.fromString("99999999-0000-4000-8000-000000000001")));
        Site twice = site.withPages(
                List.of(site.home().withSections(List.of(site.home().sections().getFirst(), again))));
        String html = page(build(twice));
        assertThat(html).contains("id=\"c1a2b3c4d-t\"", "href=\"#c1a2b3c4d-t\"", "id=\"c99999999-t\"");
        assertThat(page(build(twice))).isEqualTo(html);
    }

    @TestFactory
    Stream<DynamicTest> whatIsShippedKeepsTheRules() {
        List<Component> shipped = ShippedComponents.read(CATALOGUE.folder());
        assertThat(shipped).hasSizeGreaterThanOrEqualTo(30);
        assertThat(shipped).extracting(Component::id).doesNotHaveDuplicates();
        assertThat(shipped.stream().map(each -> SiteComponents.scope(each.id())))
                .doesNotHaveDuplicates();
        return shipped.stream()
                .map(component -> DynamicTest.dynamicTest(component.name(), () -> {
                    assertThat(ComponentLibrary.code(component).problems()).isEmpty();
                    assertThat(ComponentCategories.ALL).contains(component.category());
                    SiteComponent copy = SiteComponents.copy(component, true);
                    assertThat(SiteComponents.kind(copy).fields()).isNotEmpty();
                    OutputTree tree = build(site(copy, Fields.EMPTY));
                    assertThat(page(tree)).doesNotContain("src=\"http", "data-field");
                    assertThat(copy.css()).doesNotContainPattern("#[0-9a-fA-F]{6}\\b");
                }));
    }

    private static Site site(SiteComponent component, Fields content) {
        Site site = ComponentSite.of(CATALOGUE.theme(Style.MODERN).theme(), component);
        Section section = site.home().sections().getFirst().withContent(content);
        return site.withPages(List.of(site.home().withSections(List.of(section))));
    }

    private static OutputTree build(Site site) {
        SiteRenderer renderer = new SiteRenderer(CATALOGUE, (media, cancel) -> Optional.empty());
        return renderer.render(site, BuildOptions.WITHOUT_ADDRESS, Progress.NONE, new CancelToken());
    }

    private static String page(OutputTree tree) throws IOException {
        return text(tree, "index.html");
    }

    private static String path(OutputTree tree, String begin) {
        return tree.files().keySet().stream()
                .filter(path -> path.startsWith(begin))
                .findFirst()
                .orElseThrow();
    }

    private static String text(OutputTree tree, String path) throws IOException {
        try (InputStream in = tree.file(path).orElseThrow().source().open()) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
