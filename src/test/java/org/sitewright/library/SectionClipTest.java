package org.sitewright.library;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sitewright.fixture.Assets;
import org.sitewright.site.Ids;
import org.sitewright.site.Section;
import org.sitewright.site.Site;
import org.sitewright.site.Value;
import org.sitewright.work.Problem;

class SectionClipTest {
    private final Ids ids = new Ids(new Random(4));
    private final Site site = new Assets().starter("bakery");
    private final SectionClip clip = new SectionClip(site.id(), site.home().sections());

    @Test
    void sectionsComeBackWithTheirContentAndIdsOfTheirOwn() {
        SectionClip read = SectionClip.read(clip.print(), Assets.catalogue(), ids);
        assertThat(read.from()).isEqualTo(site.id());
        assertThat(read.sections()).extracting(Section::kind).isEqualTo(kinds(clip.sections()));
        assertThat(read.sections())
                .extracting(Section::id)
                .doesNotContainAnyElementsOf(
                        clip.sections().stream().map(Section::id).toList());
        assertThat(read.media()).isEqualTo(clip.media()).isNotEmpty();
        assertThat(read.words()).contains("oven");
    }

    @Test
    void picturesThatAreNotThereAreLeftOut() {
        SectionClip without = clip.withOnly(new SectionClip.There(Set.of(), Set.of()));
        assertThat(without.media()).isEmpty();
        assertThat(kinds(without.sections())).isEqualTo(kinds(clip.sections()));
    }

    @Test
    void hostileTextIsCleanedAndValuesOfAnotherTypeGo() {
        String hostile = clip.print()
                .replaceFirst("\"title\":\"[^\"]*\"", "\"title\":\"<img src=x onerror=alert(1)><b>Hi</b>\"")
                .replaceFirst("\"text\":\"[^\"]*\"", "\"text\":true,\"smuggled\":\"x\"");
        Section hero =
                SectionClip.read(hostile, Assets.catalogue(), ids).sections().getFirst();
        assertThat(hero.content().text("title")).isEqualTo("<strong>Hi</strong>");
        assertThat(hero.content().get("text")).isEmpty();
        assertThat(hero.content().get("smuggled")).isEmpty();
    }

    @Test
    void aKindThatIsNotInstalledIsKept() {
        Section odd = site.home().sections().getFirst();
        Section unknown = new Section(
                odd.id(),
                "carousel-3d",
                "x",
                odd.content().with("html", new Value.Text("<script>1</script>ok")),
                "",
                false);
        Section read = SectionClip.read(new SectionClip(site.id(), List.of(unknown)).print(), Assets.catalogue(), ids)
                .sections()
                .getFirst();
        assertThat(read.kind()).isEqualTo("carousel-3d");
        assertThat(read.content().text("html")).isEqualTo("<p>ok</p>");
        assertThat(read.content().values()).hasSize(unknown.content().values().size());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "null",
                "[]",
                "{}",
                "{\"format\":2,\"site\":\"00000000-0000-0001-0000-000000000001\",\"sections\":[]}",
                "{\"format\":1,\"site\":\"x\",\"sections\":[]}",
                "{\"format\":1,\"site\":\"00000000-0000-0001-0000-000000000001\",\"sections\":[]}",
                "{\"format\":1,\"site\":\"00000000-0000-0001-0000-000000000001\",\"sections\":[{\"id\":1}]}",
                "{\"format\":1,\"site\":\"00000000-0000-0001-0000-000000000001\",\"sections\":[],\"more\":1}"
            })
    void whateverIsNoClipSaysSo(String text) {
        assertThatThrownBy(() -> SectionClip.read(text, Assets.catalogue(), ids))
                .isInstanceOfSatisfying(
                        Problem.class, fault -> assertThat(fault.code()).isEqualTo("SW-PASTE"));
    }

    @Test
    void namesOfKindsCannotLeaveTheirFolder() {
        String text = clip.print().replaceFirst("\"type\":\"hero\"", "\"type\":\"../../hero\"");
        assertThatThrownBy(() -> SectionClip.read(text, Assets.catalogue(), ids))
                .isInstanceOf(Problem.class);
        assertThatThrownBy(() -> SectionClip.read("x".repeat(4_000_001), Assets.catalogue(), ids))
                .isInstanceOf(Problem.class);
    }

    private static List<String> kinds(List<Section> sections) {
        return sections.stream().map(Section::kind).toList();
    }
}
