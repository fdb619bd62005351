package org.sitewright.site;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RichTextTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "<script>alert(1)</script>",
                "<SCRIPT SRC=//evil.example/x.js></SCRIPT>",
                "<img src=x onerror=alert(1)>",
                "<svg/onload=alert(1)>",
                "<svg><style><a title=\"</style><img src onerror=alert(1)>\">",
                "<math><mtext><table><mglyph><style><!--</style><img title=\"--&gt;&lt;img src=1 onerror=alert(1)&gt;\">",
                "<noscript><p title=\"</noscript><img src=x onerror=alert(1)>\">",
                "<a href=\"javascript:alert(1)\">x</a>",
                "<a href=\"java\nscript:alert(1)\">x</a>",
                "<a href=\" &#106;avascript:alert(1)\">x</a>",
                "<a href=\"data:text/html,<script>alert(1)</script>\">x</a>",
                "<a href=\"vbscript:x\" onclick=\"alert(1)\" style=\"position:fixed\">x</a>",
                "<a href=\"//evil.example\">x</a>",
                "<iframe srcdoc=\"<script>alert(1)</script>\"></iframe>",
                "<base href=\"https://evil.example/\"><meta http-equiv=refresh content=\"0;url=//evil.example\">",
                "<form action=//evil.example><button formaction=javascript:alert(1)>x</button></form>",
                "<style>*{background:url(//evil.example)}</style>",
                "<p id=\"main\" class=\"x\" data-sw-edit=\"title\">x</p>",
                "<<script>script>alert(1)<</script>/script>",
                "\"><script>alert(1)</script>"
            })
    void nothingThatRunsOrLeadsAwayStays(String hostile) {
        assertHarmless(RichText.inline(hostile));
        assertHarmless(RichText.block(hostile));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "plain|plain",
                "a < b & c|a &lt; b &amp; c",
                "<b>bold</b> and <i>soft</i>|<strong>bold</strong> and <em>soft</em>",
                "<p>one</p><p>two</p>|onetwo",
                "<em>a<br>b</em>|<em>a<br>b</em>",
                "<a href=\"https://x.example/?a=1&amp;b=2\">x</a>|<a href=\"https://x.example/?a=1&amp;b=2\">x</a>",
                "<a href=\"mailto:a@b.example\">x</a>|<a href=\"mailto:a@b.example\">x</a>",
                "<a href=\"#visit\" target=\"_blank\">x</a>|<a href=\"#visit\">x</a>"
            })
    void inlineKeepsEmphasisLinksAndBreaks(String html, String expected) {
        assertThat(RichText.inline(html)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "plain|<p>plain</p>",
                "a & b|<p>a &amp; b</p>",
                "<em>a</em> b|<p><em>a</em> b</p>",
                "<p>one</p><p>two</p>|<p>one</p><p>two</p>",
                "<h3>a</h3><ul><li>b</li></ul>|<h3>a</h3><ul><li>b</li></ul>",
                "text<p>one</p>|<p>text</p><p>one</p>",
                "text<ul><li>b</li></ul>tail <em>x</em>|<p>text</p><ul><li>b</li></ul><p>tail <em>x</em></p>",
                "<li>alone</li><li>two</li>|<ul><li>alone</li><li>two</li></ul>"
            })
    void blockIsAlwaysMadeOfBlocks(String html, String expected) {
        assertThat(RichText.block(html)).isEqualTo(expected);
    }

    @Test
    void blankIsNothing() {
        assertThat(RichText.block(" \n ")).isEmpty();
        assertThat(RichText.inline("")).isEmpty();
    }

    @Test
    void plainIsTheTextAlone() {
        assertThat(RichText.plain("Walk until the <em>light<br>changes</em> &amp; rest"))
                .isEqualTo("Walk until the light changes & rest");
        assertThat(RichText.plain("a  b")).isEqualTo("a  b");
    }

    @Property(tries = 400)
    void cleaningTwiceChangesNothingMore(@ForAll("markup") String html) {
        String inline = RichText.inline(html);
        assertThat(parsed(RichText.inline(inline))).isEqualTo(parsed(inline));
        String block = RichText.block(html);
        assertThat(parsed(RichText.block(block))).isEqualTo(parsed(block));
        assertHarmless(inline);
        assertHarmless(block);
    }

    @Provide
    Arbitrary<String> markup() {
        return Arbitraries.of(
                        "<p>",
                        "</p>",
                        "<em>",
                        "</em>",
                        "<ul>",
                        "<li>",
                        "</ul>",
                        "<h3>",
                        "</h3>",
                        "<a href=\"",
                        "https://x.example",
                        "javascript:x",
                        "\">",
                        "</a>",
                        "<br>",
                        "text",
                        " ",
                        "&amp;",
                        "&",
                        "<",
                        "<script>",
                        "</script>",
                        "<svg>",
                        "<style>",
                        "<!--",
                        "-->",
                        "<table>",
                        "<td>",
                        "\u0000",
                        "مرحبا")
                .list()
                .ofMaxSize(12)
                .map(parts -> String.join("", parts));
    }

    private static String parsed(String html) {
        return Jsoup.parseBodyFragment(html).body().html();
    }

    private static void assertHarmless(String html) {
        for (Element element : Jsoup.parseBodyFragment(html).body().select("*:not(body)")) {
            assertThat(element.tagName())
                    .as(html)
                    .isIn("em", "strong", "a", "br", "p", "ul", "ol", "li", "h3", "h4", "blockquote", "code");
            element.attributes().forEach(attribute -> {
                assertThat(attribute.getKey()).as(html).isEqualTo("href");
                assertThat(attribute.getValue()).as(html).matches("(?s)(https?:|mailto:|tel:|#).*");
            });
        }
    }

    @Test
    void aReferenceToAControlCharacterGoesToo() {
        assertThat(RichText.block("x&#1;x & y")).isEqualTo("<p>xx &amp; y</p>");
    }
}
