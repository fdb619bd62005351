package org.sitewright.render;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UsedCssTest {
    private static final Set<String> CLASSES = Set.of("a", "a__b", "c-1");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                ".a{x:1}|.a{x:1}",
                ".b{x:1}|``",
                ".a__b{x:1}.a__{x:1}|.a__b{x:1}",
                ".a,.b,h1{x:1}|.a,h1{x:1}",
                ".a .b{x:1}.a>.c-1{x:1}|.a>.c-1{x:1}",
                ":is(.a,.b) h1{x:1}:is(.b,.d) h1{x:1}|:is(.a,.b) h1{x:1}",
                ":where(.b>*){x:1}:where(main>*){x:1}|:where(main>*){x:1}",
                ".a:not(.b,.d){x:1}|.a:not(.b,.d){x:1}",
                ".a:has(+.b){x:1}.a:has(>:nth-child(3)){x:1}|.a:has(>:nth-child(3)){x:1}",
                ".a:has(:is(.b,h1) .c-1){x:1}.a:has(:is(.b) .c-1){x:1}|.a:has(:is(.b,h1) .c-1){x:1}",
                ".a:nth-child(odd of :not(.b)){x:1}|.a:nth-child(odd of :not(.b)){x:1}",
                "[class*=pat-]::before{x:1}[data-x=\".b]\"]{x:1}|[class*=pat-]::before{x:1}[data-x=\".b]\"]{x:1}",
                ".a\\:b{x:1}|.a\\:b{x:1}",
                "@media print{.b{x:1}}@media print{.b{x:1}.a{y:2}}|@media print{.a{y:2}}",
                "@container (min-width:48rem){@media print{.a{x:1}.b{x:1}}}|@container (min-width:48rem){@media print{.a{x:1}}}",
                "@layer x{.b{x:1}}@supports (x:y){.a{x:1}}|@supports (x:y){.a{x:1}}",
                "@layer x,y;.a{x:1}|@layer x,y;.a{x:1}",
                "@font-face{font-family:\"b\";src:url(.b.woff2)}|@font-face{font-family:\"b\";src:url(.b.woff2)}",
                "@keyframes b{to{rotate:1turn}}|@keyframes b{to{rotate:1turn}}",
                ".a::before{content:\"}.b{\"}.b{x:1}|.a::before{content:\"}.b{\"}",
                ".a{background:url(\"x;y\");--x:{b}}|.a{background:url(\"x;y\");--x:{b}}",
                ".a{width:calc((1px + 2px)*3);color:color-mix(in oklab,red 5%,blue)}"
                        + "|.a{width:calc((1px + 2px)*3);color:color-mix(in oklab,red 5%,blue)}",
                ".a{inset-inline:0;&:hover{x:1}}|.a{inset-inline:0;&:hover{x:1}}",
                ".a{|``",
                "}.a{x:1}|}.a{x:1}",
                ".a{x:1|.a{x:1}"
            })
    void keepsWhatCanMatch(String css, String kept) {
        assertThat(UsedCss.of(css, CLASSES)).isEqualTo(kept);
    }

    @Test
    void collectsTheClassesOfMarkup() {
        Set<String> classes = new HashSet<>();
        UsedCss.collect(
                "<p class=\"a  b-1\n c\"><a data-class=\"x\" class=\"\">class=\"no\"</a><i\nclass=\"d\">", classes);
        assertThat(classes).contains("a", "b-1", "c", "d").doesNotContain("x");
    }
}
