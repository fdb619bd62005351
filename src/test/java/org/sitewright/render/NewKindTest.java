package org.sitewright.render;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sitewright.edit.Editor;
import org.sitewright.edit.SectionCommands;
import org.sitewright.edit.Transaction;
import org.sitewright.fixture.Assets;
import org.sitewright.fixture.HandClock;
import org.sitewright.library.Catalogue;
import org.sitewright.library.SectionKind;
import org.sitewright.library.StarterReader;
import org.sitewright.site.FieldPath;
import org.sitewright.site.Ids;
import org.sitewright.site.Page;
import org.sitewright.site.Section;
import org.sitewright.site.Site;
import org.sitewright.site.Value;
import org.sitewright.work.CancelToken;
import org.sitewright.work.Problem;
import org.sitewright.work.Progress;

/// Adding a kind of section is adding a folder.
class NewKindTest {
    private static final String SCHEMA = """
            {"format": 1, "kind": "poll", "name": "Poll", "category": "Forms",
             "variants": [{"name": "bars", "label": "Bars"}, {"name": "pie", "label": "Pie"}],
             "fields": [
               {"name": "title", "type": "rich-text", "inline": true, "label": "Title"},
               {"name": "items", "type": "list", "label": "Answers", "item": "Answer",
                "fields": [{"name": "label", "type": "text", "label": "Answer"}]}],
             "sample": {"title": "Rye or <em>wheat</em>?", "items": [{"label": "Rye & <b>"}, {"label": "Wheat"}]}}
            """;
    private static final String TEMPLATE = """
            <section {{ root("poll") }}><{{ heading }}{{ edit("title") }}>{{ title }}</{{ heading }}>
            <ol>{% for item in items %}<li{{ edit(item, "label") }}>{{ item.label }}</li>{% endfor %}</ol></section>
            """;

    @TempDir
    private Path assets;

    private Path kind;

    @BeforeEach
    void copyAssets() throws IOException {
        for (String folder : List.of("sections", "themes", "fonts", "icons")) {
            copy(Assets.catalogue().folder().resolve(folder), assets.resolve(folder));
        }
        Files.createDirectory(assets.resolve("starters"));
        kind = Files.createDirectory(assets.resolve("sections/poll"));
        Files.writeString(kind.resolve("section.json"), SCHEMA);
        Files.writeString(kind.resolve("bars.peb"), TEMPLATE);
        Files.writeString(kind.resolve("pie.peb"), TEMPLATE.replace("poll", "poll pie"));
        Files.writeString(kind.resolve("style.css"), ".poll { color: var(--text); }\n");
        Files.writeString(kind.resolve("pie.css"), ".pie { display: grid }\n");
    }

    @Test
    void aFolderIsAllItTakes() {
        Catalogue catalogue = Catalogue.read(assets);
        SectionKind poll = catalogue.kind("poll").orElseThrow();
        OutputTree tree = build(catalogue, site(section(catalogue, poll, "bars")));

        Document home = page(tree);
        assertThat(home.select("section.poll h1").html()).isEqualTo("Rye or <em>wheat</em>?");
        assertThat(home.select("section.poll li").eachText()).containsExactly("Rye & <b>", "Wheat");
        assertThat(home.select("[data-sw-edit]")).isEmpty();
        assertThat(css(tree)).contains(".poll{color: var(--text)}").doesNotContain(".pie{", ".hero");
    }

    @Test
    void itTakesEdits() {
        Catalogue catalogue = Catalogue.read(assets);
        assertThat(catalogue.kinds()).extracting(SectionKind::kind).contains("poll", "hero");
        // Its category is in no list, so it comes last.
        assertThat(catalogue.kinds().getLast().kind()).isEqualTo("poll");
        Section section = section(catalogue, catalogue.kind("poll").orElseThrow(), "bars");
        Editor editor = new Editor(site(section), new HandClock());
        SectionCommands commands = new SectionCommands(Section::kind, new Ids(new Random(2)));

        editor.run(commands.setField(
                section.id(), FieldPath.of("title"), new Value.Text("Tea or coffee?"), Transaction.Source.CANVAS));
        assertThat(page(build(catalogue, editor.site()))
                        .select("section.poll h1")
                        .text())
                .isEqualTo("Tea or coffee?");
        assertThat(editor.undo()).isTrue();
        assertThat(page(build(catalogue, editor.site()))
                        .select("section.poll h1")
                        .text())
                .isEqualTo("Rye or wheat?");
    }

    @Test
    void aLayoutThatIsGoneBecomesTheFirst() {
        Catalogue catalogue = Catalogue.read(assets);
        SectionKind poll = catalogue.kind("poll").orElseThrow();
        Section section = section(catalogue, poll, "bars");
        OutputTree tree = build(catalogue, site(section.withVariant("gone")));
        assertThat(page(tree).select("section.poll")).hasSize(1);
        assertThat(css(build(catalogue, site(section.withVariant("pie"))))).contains(".pie{");
    }

    @Test
    void theCanvasMarksItsFields() {
        Catalogue catalogue = Catalogue.read(assets);
        Section section = section(catalogue, catalogue.kind("poll").orElseThrow(), "bars");
        Site site = site(section);
        Document canvas = Jsoup.parse(new CanvasRenderer(catalogue)
                .section(site, site.home().id(), section, media -> java.util.Optional.empty()));
        assertThat(canvas.select("section").attr("data-sw-section"))
                .isEqualTo(section.id().toString());
        assertThat(canvas.select("h1").attr("data-sw-edit")).isEqualTo("title");
        assertThat(canvas.select("h1").attr("data-sw-type")).isEqualTo("inline");
        assertThat(canvas.select("li").attr("data-sw-edit"))
                .isEqualTo(
                        "items." + section.content().items("items").getFirst().id() + ".label");
    }

    @Test
    void aKindThatWasTakenAwayIsLeftOutAndKept() {
        Catalogue with = Catalogue.read(assets);
        Section section = section(with, with.kind("poll").orElseThrow(), "bars");
        OutputTree tree = build(Assets.catalogue(), site(section));
        assertThat(page(tree).select(".poll")).isEmpty();
        Site site = site(section);
        assertThat(new CanvasRenderer(Assets.catalogue())
                        .body(site, site.home().id(), media -> java.util.Optional.empty()))
                .contains("There is no section kind “poll” here");
    }

    @Test
    void aBrokenTemplateIsNamed() throws IOException {
        Files.writeString(kind.resolve("bars.peb"), "<section>{% for %}</section>");
        Catalogue catalogue = Catalogue.read(assets);
        Site site = site(section(catalogue, catalogue.kind("poll").orElseThrow(), "bars"));
        assertThatThrownBy(() -> build(catalogue, site)).isInstanceOfSatisfying(Problem.class, problem -> {
            assertThat(problem.code()).isEqualTo("SW-TEMPLATE");
            assertThat(problem.happened()).contains("poll/bars.peb");
        });
    }

    @Test
    void aTemplateCanCallNoMethod() throws IOException {
        for (String call : List.of(
                "{{ title.getClass() }}",
                "{{ items.getClass().forName('java.lang.Runtime') }}",
                "{{ site.name.getBytes() }}",
                "{{ _drawing.page.site.owner }}",
                "{{ home.class.name }}")) {
            Files.writeString(kind.resolve("bars.peb"), "<section>[" + call + "]</section>");
            Catalogue catalogue = Catalogue.read(assets);
            Site site = site(section(catalogue, catalogue.kind("poll").orElseThrow(), "bars"));
            try {
                assertThat(page(build(catalogue, site)).select("section").text())
                        .as(call)
                        .isEqualTo("[]");
            } catch (Problem refused) {
                assertThat(refused.code()).as(call).isEqualTo("SW-TEMPLATE");
            }
        }
    }

    private static Section section(Catalogue catalogue, SectionKind kind, String variant) {
        return new StarterReader(catalogue, new Ids(new Random(1))).sample(kind, variant, file -> {
            throw new IllegalStateException("no picture wanted: " + file);
        });
    }

    private static Site site(Section section) {
        Site starter = new Assets().starter("bakery");
        Page home = starter.home().withSections(List.of(section));
        return starter.withPages(List.of(home)).withShared(List.of(), List.of());
    }

    private static OutputTree build(Catalogue catalogue, Site site) {
        return new SiteRenderer(catalogue, (media, cancel) -> java.util.Optional.empty())
                .render(site, BuildOptions.WITHOUT_ADDRESS, Progress.NONE, new CancelToken());
    }

    private static Document page(OutputTree tree) {
        return Jsoup.parse(text(tree.file("index.html").orElseThrow()));
    }

    private static String css(OutputTree tree) {
        return tree.files().entrySet().stream()
                .filter(entry -> entry.getKey().endsWith(".css"))
                .map(Map.Entry::getValue)
                .map(NewKindTest::text)
                .findFirst()
                .orElseThrow();
    }

    private static String text(OutputFile file) {
        return new String(file.source().all(), StandardCharsets.UTF_8);
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> all = Files.walk(from)) {
            for (Path each : all.toList()) {
                Files.copy(each, to.resolve(from.relativize(each).toString()));
            }
        }
    }
}
