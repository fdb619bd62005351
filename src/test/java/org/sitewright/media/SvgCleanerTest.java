package org.sitewright.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sitewright.work.Problem;

class SvgCleanerTest {
    private static final String OPEN = "<svg xmlns='http://www.w3.org/2000/svg'"
            + " xmlns:xlink='http://www.w3.org/1999/xlink' viewBox='0 0 40 20'>";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<script>alert(1)</script>",
                "<SCRIPT>alert(1)</SCRIPT>",
                "<svg:script>alert(1)</svg:script>",
                "<script xlink:href='https://evil.example/x.js'/>",
                "<rect onload='alert(1)' width='1' height='1'/>",
                "<rect OnClick='alert(1)' width='1' height='1'/>",
                "<foreignObject><body xmlns='http://www.w3.org/1999/xhtml'><img src='x' onerror='alert(1)'/></body>"
                        + "</foreignObject>",
                "<a href='javascript:alert(1)'><rect width='1' height='1'/></a>",
                "<use href='https://evil.example/a.svg#x'/>",
                "<use xlink:href='data:image/svg+xml;base64,PHN2Zz4=#x'/>",
                "<image href='https://evil.example/track.png'/>",
                "<image href='//evil.example/track.png'/>",
                "<image href='data:image/svg+xml;base64,PHN2Zz4='/>",
                "<feImage href='https://evil.example/track.png'/>",
                "<rect style='fill:url(https://evil.example/a#b)'/>",
                "<rect style='fill:u\\72l(https://evil.example/a)'/>",
                "<rect style='background:/**/url(//evil.example)'/>",
                "<rect fill='url(https://evil.example/a.svg#b)'/>",
                "<rect filter='url(\"https://evil.example/a.svg#b\")'/>",
                "<style>@import 'https://evil.example/a.css';</style>",
                "<style>@font-face{font-family:x;src:url(https://evil.example/f.woff)}</style>",
                "<style>rect{fill:url(https://evil.example/a)}</style>",
                "<style><![CDATA[rect{background-image:image-set('https://evil.example/a' 1x)}]]></style>",
                "<style>&lt;/style>&lt;script>alert(1)&lt;/script></style>",
                "<animate attributeName='href' to='javascript:alert(1)'/>",
                "<set attributeName='xlink:href' to='javascript:alert(1)'/>",
                "<animate attributeName='onclick' values='alert(1)'/>",
                "<iframe src='https://evil.example'/>",
                "<handler xmlns='http://www.w3.org/2001/xml-events'>alert(1)</handler>",
                "<?xml-stylesheet href='https://evil.example/a.css'?>",
                "<!-- --><metadata>evil.example</metadata>",
            })
    void removesWhatCouldRunOrLoad(String hostile) {
        String clean = clean(OPEN + hostile + "<circle r='4'/></svg>");
        assertThat(clean.toLowerCase(Locale.ROOT))
                .doesNotContain("alert", "evil", "javascript", "script", "onload", "svg+xml")
                .contains("<circle r=\"4\">");
    }

    @Test
    void neverReadsEntities() {
        String clean = clean("<?xml version='1.0'?><!DOCTYPE svg [<!ENTITY lol 'lollol'>"
                + "<!ENTITY f SYSTEM 'file:///etc/passwd'>]>" + OPEN + "<text>&lol;&f;</text></svg>");
        assertThat(clean).doesNotContain("DOCTYPE", "ENTITY", "root:", "lollol").contains("<text>");
    }

    @Test
    void keepsWhatMakesADrawing() {
        String clean = clean(OPEN
                + "<defs><linearGradient id='g' gradientUnits='userSpaceOnUse'><stop offset='0' stop-color='#fff'/>"
                + "</linearGradient><clipPath id='c'><rect width='4' height='4'/></clipPath><mask id='m'/>"
                + "<filter id='f'><feGaussianBlur stdDeviation='2'/></filter><symbol id='s'><path d='M0 0L4 4z'/>"
                + "</symbol></defs><style>.a{fill:url(#g);stroke:red}</style>"
                + "<use xlink:href='#s' clip-path='url(#c)' mask=\"url('#m')\" filter='url(#f)'/>"
                + "<text style='font-family:\"Inter\";fill:rgb(1,2,3)' x='3'>A &amp; B</text>"
                + "<image href='data:image/png;base64,iVBORw0KGgo='/></svg>");
        assertThat(clean)
                .contains(
                        "viewBox=\"0 0 40 20\"",
                        "<linearGradient id=\"g\" gradientUnits=\"userSpaceOnUse\">",
                        ".a{fill:url(#g);stroke:red}",
                        "<use href=\"#s\" clip-path=\"url(#c)\"",
                        "mask=\"url(&#39;#m&#39;)\"",
                        "filter=\"url(#f)\"",
                        "<feGaussianBlur stdDeviation=\"2\">",
                        "d=\"M0 0L4 4z\"",
                        "fill:rgb(1,2,3)",
                        "A &amp; B",
                        "data:image/png;base64,iVBORw0KGgo=");
        assertThat(clean(clean)).isEqualTo(clean);
    }

    @Test
    void refusesDrawingsThatStopABrowser() {
        StringBuilder bomb = new StringBuilder(OPEN + "<g id='a0'><rect width='1' height='1'/></g>");
        for (int i = 1; i < 12; i++) {
            bomb.append("<g id='a").append(i).append("'>");
            bomb.append(("<use href='#a" + (i - 1) + "'/>").repeat(10)).append("</g>");
        }
        assertTooComplex(bomb + "</svg>");
        assertTooComplex(OPEN + "<g id='a'><use href='#b'/></g><g id='b'><use href='#a'/></g></svg>");
        assertTooComplex(OPEN + "<g>".repeat(50_000) + "</g>".repeat(50_000) + "</svg>");
    }

    @Test
    void readsHowLargeADrawingIs() {
        assertThat(size("viewBox='0 0 40 20'")).isEqualTo(new SvgSize(40, 20));
        assertThat(size("width='80' viewBox='0,0,40,20'")).isEqualTo(new SvgSize(80, 40));
        assertThat(size("width='12px' height='24.4'")).isEqualTo(new SvgSize(12, 24));
        assertThat(size("width='100%' height='100%'")).isEqualTo(new SvgSize(300, 150));
        assertThat(size("viewBox='0 0 9e99 -1' width='99999999999999999999'")).isEqualTo(new SvgSize(300, 150));
    }

    private static SvgSize size(String attributes) {
        String drawing = "<svg xmlns='http://www.w3.org/2000/svg' " + attributes + "></svg>";
        return SvgSize.of(drawing.getBytes(StandardCharsets.UTF_8));
    }

    private static void assertTooComplex(String drawing) {
        assertThatThrownBy(() -> clean(drawing))
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.code()).isEqualTo("SW-MEDIA-SVG"));
    }

    private static String clean(String drawing) {
        byte[] clean = SvgCleaner.clean(drawing.getBytes(StandardCharsets.UTF_8), "drawing.svg");
        return new String(clean, StandardCharsets.UTF_8);
    }
}
