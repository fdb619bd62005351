package org.sitewright.render;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sitewright.edit.Edits;
import org.sitewright.fixture.AnyEdit;
import org.sitewright.fixture.Assets;
import org.sitewright.fixture.SomeSite;
import org.sitewright.library.component.ComponentSite;
import org.sitewright.site.FieldPath;
import org.sitewright.site.Page;
import org.sitewright.site.Section;
import org.sitewright.site.Site;
import org.sitewright.site.SiteComponent;
import org.sitewright.site.Value;
import org.sitewright.work.CancelToken;
import org.sitewright.work.Progress;

class IncrementalBuildTest {
    private static final int EDITS = 100;

    private final Assets assets = new Assets();
    private final Site bakery = assets.starter("bakery");

    @TempDir
    Path folder;

    @Test
    void equalsACleanBuildAfterAnyEdits() {
        long seed = new Random().nextLong();
        Random random = new Random(seed);
        SomeSite some = new SomeSite(seed, Assets.OWNER);
        SiteRenderer kept = renderer("1");
        Site site = bakery;
        for (int i = 0; i < EDITS; i++) {
            site = Edits.apply(site, AnyEdit.of(site, some, random));
            // Now and then the program was ended in between, and only the disk remembers.
            kept = i % 10 == 9 ? renderer("1") : kept;
            if (random.nextInt(3) == 0) {
                assertThat(content(build(kept, site)))
                        .as("edit %d with seed %d", i, seed)
                        .isEqualTo(content(build(new SiteRenderer(Assets.catalogue(), assets.plainPictures()), site)));
            }
        }
    }

    @Test
    void drawsOnlyThePageThatChanged() {
        SiteRenderer renderer = renderer("1");
        assertThat(build(renderer, bakery).work()).isEqualTo(new OutputTree.Work(3, 0));
        assertThat(build(renderer, bakery).work()).isEqualTo(new OutputTree.Work(0, 3));
        assertThat(build(renderer, retitled(1)).work()).isEqualTo(new OutputTree.Work(1, 2));
        assertThat(build(renderer("1"), retitled(1)).work())
                .as("the disk remembers")
                .isEqualTo(new OutputTree.Work(0, 3));
    }

    @Test
    void drawsEveryPageWhereMenusShowWhatChanged() {
        SiteRenderer renderer = renderer("1");
        build(renderer, bakery);
        Page visit = bakery.pages().get(2);
        List<Page> pages = new java.util.ArrayList<>(bakery.pages());
        pages.set(2, visit.withName("Find us", visit.slug()));
        assertThat(build(renderer, bakery.withPages(pages)).work()).isEqualTo(new OutputTree.Work(3, 0));
    }

    @Test
    void trustsNoRecordOfAnotherProgram() {
        build(renderer("1"), bakery);
        assertThat(build(renderer("2"), bakery).work()).isEqualTo(new OutputTree.Work(3, 0));
    }

    @Test
    void drawsAgainWhatTheRecordLost() throws IOException {
        build(renderer("1"), bakery);
        Path record = folder.resolve(bakery.id() + ".txt");
        String whole = Files.readString(record);
        Files.writeString(record, whole.substring(0, whole.length() - 20));
        assertThat(build(renderer("1"), bakery).work()).isEqualTo(new OutputTree.Work(1, 2));
        Files.writeString(record, "not a record", StandardOpenOption.TRUNCATE_EXISTING);
        assertThat(build(renderer("1"), bakery).work()).isEqualTo(new OutputTree.Work(3, 0));
    }

    @Test
    void drawsAgainWhereAPictureIsGone() {
        build(renderer("1"), bakery);
        SiteRenderer without = new SiteRenderer(
                Assets.catalogue(), (media, cancel) -> java.util.Optional.empty(), new FolderBuildRecords(folder, "1"));
        OutputTree tree = build(without, bakery);
        assertThat(tree.work().drawn()).isPositive();
        assertThat(content(tree))
                .isEqualTo(content(build(
                        new SiteRenderer(Assets.catalogue(), (media, cancel) -> java.util.Optional.empty()), bakery)));
    }

    @Test
    void equalsACleanBuildWhenFilesBecomeReadableAndTightAgain() {
        SiteComponent scripted = new SiteComponent(
                new UUID(0, 7), "Note", "<p>\n    One\n</p>", "p {\n  color: red\n}", "root.title  =  1; // one", true);
        Page home = bakery.home();
        List<Section> sections = new java.util.ArrayList<>(home.sections());
        sections.add(ComponentSite.section(scripted));
        Site tight = bakery.withPages(java.util.stream.Stream.concat(
                                java.util.stream.Stream.of(home.withSections(sections)),
                                bakery.pages().stream().skip(1))
                        .toList())
                .withParts(bakery.parts().withComponents(List.of(scripted)));
        Site readable =
                tight.withParts(tight.parts().withOutput(tight.parts().output().withReadable(true)));
        SiteRenderer kept = renderer("1");
        for (Site site : List.of(tight, readable, tight)) {
            assertThat(content(build(kept, site)))
                    .isEqualTo(content(build(new SiteRenderer(Assets.catalogue(), assets.plainPictures()), site)));
        }
        assertThat(build(renderer("1"), tight).work().drawn()).isZero();
        assertThat(content(build(renderer("1"), readable))).isNotEqualTo(content(build(kept, tight)));
    }

    private Site retitled(int page) {
        Page changed = bakery.pages().get(page);
        Section first = changed.sections().getFirst();
        List<Section> sections = new java.util.ArrayList<>(changed.sections());
        sections.set(0, first.withContent(first.content().with(FieldPath.of("title"), new Value.Text("Another word"))));
        List<Page> pages = new java.util.ArrayList<>(bakery.pages());
        pages.set(page, changed.withSections(sections));
        return bakery.withPages(pages);
    }

    private SiteRenderer renderer(String program) {
        return new SiteRenderer(Assets.catalogue(), assets.plainPictures(), new FolderBuildRecords(folder, program));
    }

    private static OutputTree build(SiteRenderer renderer, Site site) {
        return renderer.render(site, new BuildOptions("https://aurora.example/"), Progress.NONE, new CancelToken());
    }

    private static Map<String, String> content(OutputTree tree) {
        Map<String, String> content = new TreeMap<>();
        tree.files().forEach((path, file) -> {
            OutputFile read = OutputFile.of(path, file.contentType(), file.cacheControl(), file.source());
            assertThat(read.sha256()).as(path).isEqualTo(file.sha256());
            content.put(path, file.contentType() + " " + file.cacheControl() + " " + read.sha256());
        });
        return content;
    }
}
