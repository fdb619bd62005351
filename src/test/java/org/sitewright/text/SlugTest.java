package org.sitewright.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SlugTest {
    @ParameterizedTest
    @CsvSource({
        "Prices,prices",
        "'  Opening hours & more!  ',opening-hours-more",
        "Über uns – Größe,uber-uns-grosse",
        "L’été à Kraków,lete-a-krakow",
        "Łódź İzmir ıssız,lodz-izmir-issiz",
        "'Don''t panic',dont-panic",
        "ﬁne ２０２６,fine-2026",
        "a--b__c,a-b-c",
        "<script>alert(1)</script>,script-alert-1-script"
    })
    void isMadeOfLettersThatAnyAddressTakes(String text, String slug) {
        assertThat(Slug.of(text, "page")).isEqualTo(slug);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "   ", "🥐🥖", "مخبز", "---", "\u0000"})
    void fallsBackWhereNothingIsLeft(String text) {
        assertThat(Slug.of(text, "page")).isEqualTo("page");
    }

    @Property(tries = 500)
    void isAlwaysASlugOfAtMostSixtyCharacters(@ForAll String text) {
        String slug = Slug.of(text, "page");
        assertThat(Slug.isSlug(slug)).as(slug).isTrue();
        assertThat(slug).hasSizeLessThanOrEqualTo(60);
    }

    @Test
    void staysShortForAVeryLongName() {
        assertThat(Slug.of("word ".repeat(2_000), "page")).hasSize(59).endsWith("word");
        assertThat(Slug.of("x".repeat(10_000), "page")).hasSize(60);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "-a", "a-", "a--b", "A", "a b", "ä", "a/b", "..", "a.b"})
    void tellsWhatIsNone(String text) {
        assertThat(Slug.isSlug(text)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"assets", "index", "404", "sitemap", "con", "nul", "com1", "com9", "lpt1", "lpt9"})
    void keepsNamesOfTheBuildAndOfWindowsFromPages(String name) {
        assertThat(Slug.isReserved(name)).isTrue();
        assertThat(Slug.free(name, taken -> false)).isEqualTo(name + "-2");
    }

    @Test
    void numbersWhatIsTaken() {
        assertThat(Slug.free("prices", Set.of()::contains)).isEqualTo("prices");
        assertThat(Slug.free("prices", Set.of("prices", "prices-2")::contains)).isEqualTo("prices-3");
    }

    @Property(tries = 300)
    void isStillASlugWhenNumbered(@ForAll("slugs") String slug) {
        String free = Slug.free(slug, slug::equals);
        assertThat(free).isNotEqualTo(slug);
        assertThat(Slug.isSlug(free)).as(free).isTrue();
    }

    @Provide
    Arbitrary<String> slugs() {
        return Arbitraries.strings()
                .withChars("ab-")
                .ofMinLength(50)
                .ofMaxLength(70)
                .map(text -> Slug.of(text, "page"));
    }
}
