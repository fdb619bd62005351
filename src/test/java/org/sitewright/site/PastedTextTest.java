package org.sitewright.site;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PastedTextTest {
    private static String entry(String mark, int level, String text) {
        return "<p class=MsoListParagraphCxSpMiddle style='text-indent:-18.0pt;mso-list:l0 level" + level
                + " lfo1'><![if !supportLists]><span style='font-family:Symbol'><span style='mso-list:Ignore'>" + mark
                + "<span style='font:7.0pt \"Times New Roman\"'>&nbsp;&nbsp;</span></span></span><![endif]>" + text
                + "<o:p></o:p></p>\n";
    }

    @Test
    void listsOfAWordProcessorBecomeLists() {
        String html = "<html xmlns:o='urn:schemas-microsoft-com:office:office'><head><style>p.MsoNormal{margin:0}"
                + "</style><title>Document1</title></head><body><!--StartFragment--><p class=MsoNormal>Bring:</p>"
                + entry("·", 1, "flour") + entry("o", 2, "rye") + entry("·", 1, "<b>salt</b>")
                + "<p class=MsoNormal>Then:</p>" + entry("1.", 1, "mix") + entry("2.", 1, "wait")
                + "<!--EndFragment--></body></html>";
        assertThat(PastedText.block(html).replaceAll("\\s*\\n\\s*", ""))
                .isEqualTo("<p>Bring:</p><ul><li>flour<ul><li>rye</li></ul></li><li><strong>salt</strong></li></ul>"
                        + "<p>Then:</p><ol><li>mix</li><li>wait</li></ol>");
    }

    @Test
    void emphasisThatIsAStyleStaysAndNoneIsAdded() {
        String html = "<b style=\"font-weight:normal;\" id=\"docs-internal-guid-1\"><p dir=\"ltr\">"
                + "<span style=\"font-weight:700;color:#f00\">Bold</span> and "
                + "<span style=\"font-style:italic\">slanted</span> and <span>plain</span></p></b>";
        assertThat(PastedText.block(html)).isEqualTo("<p><strong>Bold</strong> and <em>slanted</em> and plain</p>");
    }

    @Test
    void headingsAndTablesFindTheirPlace() {
        assertThat(PastedText.block("<h1>Big</h1><div>Text</div><table><tr><td>Rye</td><td>kr 68</td></tr></table>"))
                .isEqualTo("<h3>Big</h3><p>Text</p><p>Rye · kr 68</p>");
    }

    @Test
    void aTitleIsOneRunOfText() {
        assertThat(PastedText.inline("<h1>Bread</h1><p>worth <b>getting up</b><br>for</p>"))
                .isEqualTo("Bread worth <strong>getting up</strong> for");
        assertThat(PastedText.plain("<p>One</p><p>Two<br>Three</p>", true)).isEqualTo("One\nTwo\nThree");
        assertThat(PastedText.plain("<p>One</p><p>Two</p>", false)).isEqualTo("One Two");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<img src=x onerror=alert(1)>ok",
                "<script>alert(1)</script>ok",
                "<p onclick='alert(1)' style='background:url(javascript:alert(1))'>ok</p>",
                "<a href='javascript:alert(1)'>ok</a>",
                "<a href=' JaVaScRiPt&colon;alert(1)'>ok</a>",
                "<a href='data:text/html,<script>alert(1)</script>'>ok</a>",
                "<a href='file:///etc/passwd'>ok</a>",
                "<svg onload=alert(1)><script>alert(1)</script></svg>ok",
                "<iframe srcdoc='<script>alert(1)</script>'></iframe>ok",
                "<style>*{display:none}</style><link rel=stylesheet href=//evil>ok",
                "<math><mtext><table><mglyph><style><img src=x onerror=alert(1)></style></mglyph></table></mtext></math>ok",
                "<form action=//evil><button formaction=javascript:alert(1)>x</button></form>ok",
                "<template><img src=x onerror=alert(1)></template>ok",
                "<div style='display:none'>hidden text</div>ok",
                "<base href=//evil><meta http-equiv=refresh content='0;url=//evil'>ok"
            })
    void nothingThatCouldActOrLoadIsLeft(String hostile) {
        for (String clean : new String[] {PastedText.block(hostile), PastedText.inline(hostile)}) {
            assertThat(clean)
                    .contains("ok")
                    .doesNotContainIgnoringCase("script")
                    .doesNotContainIgnoringCase("alert")
                    .doesNotContainIgnoringCase("evil")
                    .doesNotContainIgnoringCase("on" + "error")
                    .doesNotContainIgnoringCase("style")
                    .doesNotContain("<img", "<svg", "<iframe", "file:", "data:", "hidden text");
        }
    }

    @Test
    void deepAndLongIsTakenInWithoutHarm() {
        assertThat(PastedText.block("<div>".repeat(3_000) + "deep" + "</div>".repeat(3_000)))
                .contains("deep");
        assertThat(PastedText.block("<p>" + "x".repeat(PastedText.LONGEST + 10)).length())
                .isLessThanOrEqualTo(PastedText.LONGEST + 20);
    }
}
