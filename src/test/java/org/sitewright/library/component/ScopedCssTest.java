package org.sitewright.library.component;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.Pattern;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ScopedCssTest {
    private static final String SCOPE = "c-1a2b3c4d";

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            .a{color:red} | .c-1a2b3c4d .a{color:red}
            .a,h2 > .b{color:red;margin:0} | .c-1a2b3c4d .a,.c-1a2b3c4d h2 > .b{color:red;margin:0}
            :root{--x:1} | .c-1a2b3c4d{--x:1}
            html body{color:red} | .c-1a2b3c4d{color:red}
            body .a::before{content:"}"} | .c-1a2b3c4d .a:is(.c-1a2b3c4d,.c-1a2b3c4d *)::before{content:"}"}
            :root ~ *{color:red} | .c-1a2b3c4d ~ *:is(.c-1a2b3c4d,.c-1a2b3c4d *){color:red}
            .a{&:hover{color:red}.b{color:blue}} | .c-1a2b3c4d .a{&:hover:is(.c-1a2b3c4d,.c-1a2b3c4d *){color:red}.b{color:blue}}
            .a{:is(&,body) p{color:red}} | .c-1a2b3c4d .a{:is(&,.c-1a2b3c4d) p:is(.c-1a2b3c4d,.c-1a2b3c4d *){color:red}}
            @media (width>40rem){.a{color:oklch(70% .1 200)}} | @media (width>40rem){.c-1a2b3c4d .a{color:oklch(70% .1 200)}}
            @container (min-width:30rem){.a{gap:1rem}} | @container (min-width:30rem){.c-1a2b3c4d .a{gap:1rem}}
            @keyframes go{to{opacity:0}}.a{animation:go 2s} | @keyframes c-1a2b3c4d-go{to{opacity:0}}.c-1a2b3c4d .a{animation:c-1a2b3c4d-go 2s}
            @layer base{.a{color:red}} | @layer c-1a2b3c4d-base{.c-1a2b3c4d .a{color:red}}
            """)
    void whatCanBeHeldIsHeld(String css, String held) {
        ScopedCss scoped = ScopedCss.of(css, SCOPE);
        assertThat(scoped.text()).isEqualTo(held);
        assertThat(scoped.problems()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "@import 'https://evil.example/x.css';",
                "@import url(https://evil.example/x.css);",
                "@font-face{font-family:X;src:url(x.woff2)}",
                "@property --accent{syntax:'*';inherits:false}",
                "@scope (body){p{color:red}}",
                "@page{margin:0}",
                ".a{background:url(https://evil.example/x.png)}",
                ".a{background:url(\"//evil.example/x.png\")}",
                ".a{background:u\\72l(https://evil.example/x.png)}",
                ".a{background:image-set('https://evil.example/x.png' 1x)}",
                ".a{position:fixed}",
                ".a{POSITION:FIXED!important}",
                ".a{behavior:url(#default#time2)}",
                ".a{-moz-binding:url(#x)}",
                ".a{width:expression(alert(1))}",
                ".a{content:'</style><script>alert(1)</script>'}",
                "</style><script>alert(1)</script>",
                "#id{color:red}",
                "> p{color:red}",
                "~ *{color:red}",
                "& p{color:red}",
                "::view-transition{background:red}",
                ".a::backdrop{background:red}",
                ".a\\:b{color:red}",
                "color:red",
                "position:fixed{top:0}",
                "\"position:fixed\"{top:0}",
                "url(https://evil.example){color:red}",
                ".a:made-up{color:red}",
                "} body{",
                ".a{color:red",
                ".a{content:\"x\ny\"}",
                "/* never closed .a{color:red}.b{",
                "@keyframes x{from{background:url(https://evil.example)}}"
            })
    void whatCannotBeHeldIsLeftOut(String css) {
        ScopedCss scoped = ScopedCss.of(css, SCOPE);
        assertThat(scoped.text())
                .doesNotContainIgnoringCase("evil.example", "</", "fixed", "expression", "@import", "@font-face")
                .doesNotContain("@property", "@page", "@scope", "#id", "backdrop", "view-transition");
        assertThat(scoped.text()).isEmpty();
        boolean onlyComment = css.startsWith("/*");
        assertThat(scoped.problems().isEmpty()).isEqualTo(onlyComment);
    }

    @Test
    void problemsNameTheirLine() {
        ScopedCss scoped = ScopedCss.of(".a { color: red; }\n/* one\n two */\n.b { position: fixed; top: 0 }", SCOPE);
        assertThat(scoped.problems()).hasSize(1);
        assertThat(scoped.problems().getFirst().line()).isEqualTo(4);
        assertThat(scoped.text()).isEqualTo(".c-1a2b3c4d .a{color:red}.c-1a2b3c4d .b{top:0}");
    }

    @Test
    void deepAndLongInputEnds() {
        assertThat(ScopedCss.of("(".repeat(60_000), SCOPE).text()).isEmpty();
        assertThat(ScopedCss.of("a{".repeat(20_000), SCOPE).text()).isEmpty();
        assertThat(ScopedCss.of(".a{b:" + "(".repeat(3_000) + ")".repeat(3_000) + "}", SCOPE)
                        .text())
                .isEmpty();
    }

    /// Whatever is put together, each selector that comes out is held and nothing is loaded.
    @Property(tries = 1500)
    void nothingGetsOut(@ForAll("pieces") String css) {
        String text = ScopedCss.of(css, SCOPE).text();
        assertThat(text).doesNotContainIgnoringCase("evil", "</", "@import", "\\");
        assertThat(text).doesNotContainPattern("(?i)[;{]\\s*position:[^;}]*fixed");
        assertThat(CssText.isWhole(text)).isTrue();
        for (String rule : topRules(text)) {
            for (String selector : CssText.split(rule, ',')) {
                boolean held = (selector.startsWith("." + SCOPE + " ") && !selector.contains("&"))
                        || Pattern.compile("(^|[\\s>+~])\\.c-1a2b3c4d(?![\\w-])[^\\s>+~]*$")
                                .matcher(selector)
                                .find()
                        || selector.contains(":is(.c-1a2b3c4d,.c-1a2b3c4d *)");
                assertThat(held).as(selector + " in " + css).isTrue();
            }
        }
        assertThat(ScopedCss.of(css, SCOPE).text()).isEqualTo(text);
    }

    @Provide
    Arbitrary<String> pieces() {
        return Arbitraries.of(
                        ".a",
                        "body",
                        ":root",
                        "html",
                        "*",
                        "p",
                        " ",
                        ">",
                        "~",
                        "+",
                        ",",
                        "&",
                        "{",
                        "}",
                        ";",
                        ":",
                        "color:red",
                        "position:fixed",
                        "url(evil)",
                        "url(",
                        ")",
                        "(",
                        "[",
                        "]",
                        "\"",
                        "'",
                        "\\",
                        "\n",
                        "/*",
                        "*/",
                        "@media (width>1px){",
                        "@import 'evil';",
                        "@keyframes k{to{top:0}}",
                        ":is(",
                        "::before",
                        "</style>",
                        "#x",
                        "." + SCOPE,
                        "--x:{",
                        "@layer a{",
                        "!important",
                        "e\\vil")
                .list()
                .ofMinSize(1)
                .ofMaxSize(24)
                .map(parts -> String.join("", parts));
    }

    private static java.util.List<String> topRules(String css) {
        java.util.List<String> selectors = new java.util.ArrayList<>();
        int at = 0;
        while (at < css.length()) {
            int open = CssText.next(css, at, css.length(), "{");
            if (open == css.length()) {
                break;
            }
            int close = CssText.closing(css, open, css.length());
            String prelude = css.substring(at, open);
            if (prelude.startsWith("@media") || prelude.startsWith("@layer")) {
                selectors.addAll(topRules(css.substring(open + 1, close)));
            } else if (!prelude.startsWith("@")) {
                selectors.add(prelude);
            }
            at = close + 1;
        }
        return selectors;
    }
}
