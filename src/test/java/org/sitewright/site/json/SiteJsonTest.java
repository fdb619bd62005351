package org.sitewright.site.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sitewright.fixture.AnySite;
import org.sitewright.site.Fields;
import org.sitewright.site.Site;
import org.sitewright.site.Value;

class SiteJsonTest {
    private static final String SITE = """
            {"format":1,"id":"00000000-0000-4000-8000-000000000001","owner":"00000000-0000-4000-8000-000000000002",
            "name":"Bread","description":"","type":"website","brief":{"idea":"","requirements":""},"language":"en",
            "theme":{"style":"Modern","seed":"#00aa77","neutral":"warm","display":"a","body":"b","mono":"","mode":"auto"},
            "top":[],"pages":[{"id":"00000000-0000-4000-8000-000000000003","name":"Home","slug":"home","title":"",
            "description":"","icon":"","seo":{"title":"","description":"","keywords":[]},"published":true,
            "sections":[{"id":"00000000-0000-4000-8000-000000000004","type":"hero","variant":"bento",
            "content":{"title":"Hello"},"anchor":"","hidden":false}]}],"bottom":[]}""";

    @Provide
    Arbitrary<Site> sites() {
        return AnySite.sites();
    }

    @Property(tries = 300)
    void readsBackWhatItWrote(@ForAll("sites") Site site) {
        assertThat(SiteJson.parse(SiteJson.printText(site))).isEqualTo(site);
    }

    @Test
    void readsASite() {
        Site site = SiteJson.parse(SITE);
        assertThat(site.home().sections().getFirst().content().text("title")).isEqualTo("Hello");
    }

    @Test
    void halfASurrogatePairBecomesTheReplacementCharacter() {
        Fields broken = new Fields(Map.of("title", new Value.Text("a\uD83Db")));
        String text = Json.write(FieldsJson.print(broken));
        assertThat(FieldsJson.parse(Json.read(text), "").text("title")).isEqualTo("a\uFFFDb");
    }

    @Test
    void aFieldOfAnItemCannotTakeThePlaceOfItsId() {
        Fields fields = new Fields(Map.of("id", new Value.Text("x")));
        Value items = new Value.Items(List.of(new Value.Item("i1", fields)));
        assertThatThrownBy(() -> FieldsJson.print(items)).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            "format":1 | "format":2 | format: this version reads format 1, not 2
            "name":"Bread" | "name":"Bread","colour":1 | colour: is not known to this version
            "name":"Bread", | '' | name: is missing
            "type":"website" | "type":"shop" | type: does not know "shop"
            "seed":"#00aa77" | "seed":"green" | theme.seed: a colour is written #rrggbb: green
            "content":{"title":"Hello"} | "content":{"title":null} | pages[0].sections[0].content.title: expected text
            "content":{"title":"Hello"} | "content":{"image":{"media":"x"}} | content.image.media: expected the SHA-256
            "content":{"title":"Hello"} | "content":{"link":{"url":"a","b":1}} | content.link.b: is not known
            "content":{"title":"Hello"} | "content":{"items":[{"a":1}]} | content.items[0].id: is missing
            "hidden":false | "hidden":"no" | pages[0].sections[0].hidden: expected true or false
            "name":"Bread" | "name":"Bread","name":"Cake" | not JSON
            000000000004 | 00000000000x | pages[0].sections[0].id: expected a UUID
            """)
    void refusesWhatIsNotASiteAndSaysWhere(String good, String bad, String message) {
        assertThat(SITE).contains(good);
        assertThatThrownBy(() -> SiteJson.parse(SITE.replace(good, bad)))
                .isInstanceOf(MalformedSite.class)
                .hasMessageContaining(message);
    }
}
