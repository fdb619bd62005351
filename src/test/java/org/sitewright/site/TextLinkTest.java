package org.sitewright.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class TextLinkTest {
    private static final PageId PAGE = new PageId(new UUID(3, 4));

    @Test
    void whatIsWrittenIsReadAgain() {
        List<LinkTarget> targets = List.of(
                new LinkTarget.ToPage(PAGE, ""),
                new LinkTarget.ToPage(PAGE, "prices"),
                new LinkTarget.ToAnchor("visit"),
                new LinkTarget.ToUrl("https://example.com/a?b=c&d=e"),
                new LinkTarget.ToMail("a@example.com"),
                new LinkTarget.ToPhone("+4755"),
                new LinkTarget.ToFile(new MediaId("ab".repeat(32))));
        for (LinkTarget target : targets) {
            String html = RichText.inline("<a href=\"" + TextLink.href(target).replace("&", "&amp;") + "\">x</a>");
            assertThat(TextLink.in(html)).as(html).containsExactly(target);
        }
        assertThat(TextLink.read("javascript:alert(1)")).isEmpty();
        assertThat(TextLink.read("page:../../x")).isEmpty();
    }

    @Test
    void pagesGetTheirAddressAndThoseThatAreGoneLoseTheLink() {
        String html = "<p>See <a href=\"page:" + PAGE + "#a\">the <em>page</em></a>, <a href=\"https://x.org\">x</a>"
                + " and <a href=\"media:" + "cd".repeat(32) + "\">that</a>.</p>";
        String resolved = TextLink.resolve(
                html, target -> target instanceof LinkTarget.ToPage to ? "../prices/#" + to.anchor() : "");
        assertThat(resolved)
                .isEqualTo("<p>See <a href=\"../prices/#a\">the <em>page</em></a>, <a href=\"https://x.org\">x</a>"
                        + " and that.</p>");
    }
}
