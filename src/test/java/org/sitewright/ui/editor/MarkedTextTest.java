package org.sitewright.ui.editor;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sitewright.site.RichText;

class MarkedTextTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "Fresh *bread*|Fresh <em>bread</em>",
                "**Open** now|<strong>Open</strong> now",
                "***Both***|<em><strong>Both</strong></em>",
                "*a **b** c*|<em>a <strong>b</strong> c</em>",
                "***b** c*|<em><strong>b</strong> c</em>",
                "See [our *bread*](https://a.example/x)|See <a href=\"https://a.example/x\">our <em>bread</em></a>",
                "5 * 3 * 2|5 * 3 * 2",
                "a*|a*",
                "[no link]|[no link]",
                "2 < 3 & 4 > 1|2 &lt; 3 &amp; 4 &gt; 1",
                "\\*stars\\*|*stars*",
                "C:\\bread|C:\\bread",
                "Type `mvn <x>`|Type <code>mvn &lt;x&gt;</code>",
            })
    void marksBecomeMarkup(String marked, String html) {
        assertThat(MarkedText.toHtml(marked, true)).isEqualTo("<p>" + html + "</p>");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "<p>One</p><p>Two<br>three</p>",
                "<h3>Hours</h3><p>Open at <strong>six</strong>.</p>",
                "<h4>Small</h4><blockquote>Worth <em>it</em><br>Ada</blockquote>",
                "<ul><li>Rye</li><li><strong>Oat</strong> bread</li></ul>",
                "<ol><li>Mix</li><li>Bake</li></ol><p>Eat</p>",
                "<p>5 * 3 and *this* and **that**</p>",
                "<p>- no list</p>",
                "<p>1. no list</p><p>### none</p><p>&gt; none</p>",
                "<p>a \\* b, C:\\, [x](y) and `code`</p>",
                "<p>He <em>said <strong>so</strong></em>, \"twice\" &amp; it's &lt;true&gt;</p>",
                "<p><a href=\"https://a.example/?a=1&amp;b=2\">Two &amp; three</a></p>",
                "<p>Call <a href=\"tel:+4755\">us</a> or <a href=\"mailto:a@b.example\">write</a></p>",
                "<p>Type <code>mvn -q</code></p>",
                "<p>خبز 🥐 <em>طازج</em></p>",
            })
    void whatIsShownGivesTheSameMarkupBack(String html) {
        assertThat(RichText.block(html)).isEqualTo(html);
        assertThat(MarkedText.toHtml(MarkedText.of(html), true)).isEqualTo(html);
    }

    @Test
    void oneLineKeepsItsBreaks() {
        String html = "Bread <em>worth</em><br>getting up for";
        assertThat(MarkedText.of(html)).isEqualTo("Bread *worth*\ngetting up for");
        assertThat(MarkedText.toHtml(MarkedText.of(html), false)).isEqualTo(html);
    }

    @Test
    void markupThatIsTypedIsShownAsTyped() {
        assertThat(MarkedText.toHtml("<script>alert(1)</script>", true))
                .isEqualTo("<p>&lt;script&gt;alert(1)&lt;/script&gt;</p>");
        assertThat(MarkedText.toHtml("[x](javascript:alert(1))", true)).doesNotContain("href");
        assertThat(MarkedText.toHtml("[x](https://a.example/\"onclick=\"x)", true))
                .doesNotContain("\"onclick");
    }

    @Test
    @Timeout(10)
    void aRowOfStarsIsReadAtOnce() {
        assertThat(MarkedText.toHtml("*a **b [c ".repeat(800), false)).contains("*a **b [c");
    }

    @Property(tries = 1000)
    void plainTextComesBackAsItWas(@ForAll("sentences") String text) {
        String html = RichText.block(text);
        assertThat(MarkedText.toHtml(MarkedText.of(html), true)).isEqualTo(html);
    }

    @Provide
    Arbitrary<String> sentences() {
        return Arbitraries.strings()
                .withChars("ab *`[]()\\-#>.1&é")
                .ofMinLength(1)
                .ofMaxLength(24)
                .map(text -> "x" + text.strip().replaceAll(" +", " ") + "x");
    }
}
