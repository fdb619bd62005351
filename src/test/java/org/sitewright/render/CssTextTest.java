package org.sitewright.render;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CssTextTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "a { b: c ; }|a{b: c}",
                "/* x */a{b:c}/* { */|a{b:c}",
                "a /* x */ b{c:d}|a b{c:d}",
                "a > b , c{d:e;;}|a>b,c{d:e;}",
                "a{b:\"x  /* y */ ; z\"}|a{b:\"x  /* y */ ; z\"}",
                "a{b:'it\\'s  ;}'}|a{b:'it\\'s  ;}'}",
                "a{b:c}/* open|a{b:c}"
            })
    void leavesOutCommentsAndSpace(String css, String tight) {
        assertThat(CssText.tight(css)).isEqualTo(tight + "\n");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "@container (min-width:48rem) and (max-width:60rem){.a{b:c}}",
                "a{width:clamp(1rem,.5rem + 2vw,3rem);margin:calc(1px - 2px) calc((1px + 2px)*-1)}",
                "a{--x:var(--y,var(--z,1px));color:color-mix(in oklab,var(--a) 9%,transparent)}",
                "@layer base,theme;@media (min-width:1px) and print{a :is(b,c):not(.d) + e ~ f{g:h}}",
                "a::after{content:\"→\"/\"\";inset-inline:0 1px;grid-area:1/1/5/3}",
                "a:nth-child(4n + 1 of :not(.b)){c:d!important}"
            })
    void keepsWhatMeansSomething(String css) {
        assertThat(CssText.tight(css)).isEqualTo(css + "\n");
    }

    @Test
    void isTheSameWhenDoneTwice() {
        String once = CssText.tight("a  >  b { c : d ; /* e */ }\n\n@media print { f { g: h } }");
        assertThat(CssText.tight(once)).isEqualTo(once);
    }
}
