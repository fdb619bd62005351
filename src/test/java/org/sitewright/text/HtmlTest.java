package org.sitewright.text;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;

class HtmlTest {
    @Test
    void replacesWhatMeansSomething() {
        assertThat(Html.escape("<a href=\"x\" title='y'>&amp;"))
                .isEqualTo("&lt;a href=&quot;x&quot; title=&#39;y&#39;&gt;&amp;amp;");
    }

    @Test
    void leavesOutControlCharactersThatHtmlForbids() {
        assertThat(Html.escape("a\u0000b\u0007c\u001bd\u007fe\u0085f\ufffeg\uffffh\ti\nj"))
                .isEqualTo("abcdefgh\ti\nj");
        assertThat(Html.escape("سلام 👩‍🍳 ​")).isEqualTo("سلام 👩‍🍳 ​");
    }

    @Property(tries = 300)
    void comesBackFromAnAttributeAsItWas(@ForAll String text) {
        var elements = Jsoup.parseBodyFragment("<p title=\"" + Html.escape(text) + "\">x</p>")
                .select("p");
        assertThat(elements).singleElement().matches(element -> element.attributesSize() == 1);
        assertThat(Html.escape(elements.attr("title"))).isEqualTo(Html.escape(text));
    }
}
