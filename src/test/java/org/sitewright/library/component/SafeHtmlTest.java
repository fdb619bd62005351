package org.sitewright.library.component;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sitewright.library.Field;
import org.sitewright.library.FieldType;

class SafeHtmlTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "<script>evil()</script>",
                "<p onclick=\"evil()\">x</p>",
                "<svg onload=evil()><path d=\"M0 0\"/></svg>",
                "<svg><script>evil()</script></svg>",
                "<svg><style>evil</style></svg>",
                "<svg><foreignObject><iframe src=evil></iframe></foreignObject></svg>",
                "<svg><use href=\"https://evil.example/x.svg#a\"/></svg>",
                "<a href=\"javascript:evil()\">x</a>",
                "<a href=\" java\nscript:evil()\">x</a>",
                "<a href=\"JaVaScRiPt:evil()\">x</a>",
                "<a href=\"data:text/html,evil\">x</a>",
                "<form action=\"javascript:evil()\"><button>x</button></form>",
                "<button formaction=\"javascript:evil()\">x</button>",
                "<iframe src=\"https://evil.example\"></iframe>",
                "<object data=\"evil\"></object>",
                "<embed src=\"evil\">",
                "<img src=\"https://evil.example/x.png\">",
                "<img src=x onerror=evil()>",
                "<img srcset=\"https://evil.example/x.png 1x\">",
                "<link rel=stylesheet href=evil>",
                "<meta http-equiv=refresh content=\"0;url=evil\">",
                "<base href=\"https://evil.example\">",
                "<style>evil</style>",
                "<p style=\"background:url(https://evil.example)\">x</p>",
                "<p style=\"position:fixed\" data-x=evil-not>x</p>",
                "<template><p>evil</p></template>",
                "<noscript><p title=\"</noscript><img src=x onerror=evil()>\"></noscript>",
                "<math><mtext><style><img src=x onerror=evil()></style></mtext></math>",
                "<body onload=evil()>",
                "<input type=password>",
                "<p data-sw-section=\"evil\">x</p>",
                "<!-- evil -->",
                "<video src=https://evil.example></video>",
                "<svg><animate attributeName=href values=javascript:evil() /></svg>",
                "<svg><a><title><img src=x onerror=evil()></title></a></svg>"
            })
    void whatIsHostileIsLeftOut(String html) {
        String safe = SafeHtml.of(html).text();
        assertThat(safe.replace("evil-not", "")).doesNotContainIgnoringCase("evil", "fixed", "password", "srcset");
        assertThat(SafeHtml.of(safe).text()).isEqualTo(safe);
        assertThat(SafeHtml.of(safe).problems()).isEmpty();
    }

    @Test
    void whatIsLeftOutIsReportedWithItsLine() {
        SafeHtml html = SafeHtml.of("<p>One</p>\n<p onclick=\"x()\">Two</p>\n\n<script>x()</script>");
        assertThat(html.problems()).extracting(CodeProblem::line).containsExactly(2, 4);
        assertThat(html.problems()).extracting(CodeProblem::what).containsExactly("onclick=\"x()\"", "<script>");
    }

    @Test
    void aHeadingOfThePageBecomesOneOfTheComponent() {
        assertThat(SafeHtml.of("<h1>Title</h1>").text()).isEqualTo("<h2>Title</h2>");
    }

    @Test
    void markersBecomeFields() {
        SafeHtml html = SafeHtml.of("""
                <h3 data-field="title" data-label="Heading">Hello</h3>
                <p data-field-rich="text">A <em>word</em></p>
                <a data-field="label" data-field-href="link" href="#go">Go</a>
                <img data-field-src="picture" alt="">
                <span data-field-if="badge" data-field="badge-text">New</span>
                """);
        assertThat(html.problems()).isEmpty();
        assertThat(html.fields())
                .extracting(Field::name)
                .containsExactly("title", "text", "label", "link", "picture", "badge-text", "badge");
        assertThat(html.fields().getFirst().label()).isEqualTo("Heading");
        assertThat(html.fields().getFirst().initial()).isEqualTo("Hello");
        assertThat(html.fields().get(3).type()).isInstanceOf(FieldType.Link.class);
        assertThat(html.fields().get(6).type()).isInstanceOf(FieldType.Toggle.class);
        assertThat(html.defaults().text("text")).isEqualTo("A <em>word</em>");
    }

    @Test
    void aMarkerThatCannotBeOneIsReported() {
        assertThat(SafeHtml.of("<p data-field=\"Not a name\">x</p>").problems()).hasSize(1);
        assertThat(SafeHtml.of("<p data-field=\"a\"><b>x</b></p>").problems()).hasSize(1);
        assertThat(SafeHtml.of("<p data-field=\"a\">x</p><a data-field-href=\"a\" href=\"#\">y</a>")
                        .problems())
                .hasSize(1);
    }
}
