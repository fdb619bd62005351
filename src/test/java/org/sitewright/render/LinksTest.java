package org.sitewright.render;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sitewright.fixture.SomeSite;
import org.sitewright.site.LinkTarget;
import org.sitewright.site.MediaId;
import org.sitewright.site.Page;
import org.sitewright.site.PageId;
import org.sitewright.site.Site;
import org.sitewright.site.UserId;

class LinksTest {
    private static final MediaId MENU = new MediaId("cd".repeat(32));

    private final Site site = site();
    private final Page home = site.pages().get(0);
    private final Page prices = site.pages().get(1);
    private final Page draft = site.pages().get(2);

    @Test
    void pagesAreNamedFromWhereTheLinkStands() {
        assertThat(href(new LinkTarget.ToPage(prices.id(), ""), home)).isEqualTo("prices/");
        assertThat(href(new LinkTarget.ToPage(prices.id(), "rye"), home)).isEqualTo("prices/#rye");
        assertThat(href(new LinkTarget.ToPage(home.id(), ""), prices)).isEqualTo("../");
        assertThat(href(new LinkTarget.ToPage(home.id(), "visit"), prices)).isEqualTo("../#visit");
        assertThat(href(new LinkTarget.ToPage(home.id(), ""), home)).isEqualTo("./");
        assertThat(href(new LinkTarget.ToPage(prices.id(), "rye"), prices)).isEqualTo("#rye");
        assertThat(href(new LinkTarget.ToPage(prices.id(), ""), prices)).isEqualTo("../prices/");
    }

    @Test
    void draftsAndPagesThatAreGoneLeadNowhere() {
        assertThat(href(new LinkTarget.ToPage(draft.id(), ""), home)).isEqualTo("#");
        assertThat(href(new LinkTarget.ToPage(draft.id(), "x"), home)).isEqualTo("#");
        assertThat(href(new LinkTarget.ToPage(new PageId(new UUID(9, 9)), "x"), home))
                .isEqualTo("#");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "javascript:alert(1)",
                "JAVASCRIPT:alert(1)",
                " \tjavascript:alert(1)",
                "java\nscript:alert(1)",
                "data:text/html,<script>alert(1)</script>",
                "vbscript:x",
                "file:///etc/passwd",
                "//evil.example",
                "evil.example",
                "/up",
                "",
                "https://a.example/\"onmouseover=alert(1)",
                "https://a.example/<script>",
                "https://a.example/a b",
                "https://a.example/\u0000",
                "http:javascript:alert(1)"
            })
    void onlyWebAddressesComeOut(String url) {
        assertThat(href(new LinkTarget.ToUrl(url), home)).isEqualTo("#");
    }

    @ParameterizedTest
    @CsvSource({
        "https://a.example,https://a.example",
        "' HTTPS://a.example/x?y=1&z=2#f ',HTTPS://a.example/x?y=1&z=2#f",
        "http://münchen.example/größe,http://münchen.example/größe",
        "https://a.example/[1]|2,https://a.example/%5B1%5D%7C2",
        "https://a.example\\@evil.example,https://a.example%5C@evil.example"
    })
    void webAddressesStay(String url, String expected) {
        assertThat(href(new LinkTarget.ToUrl(url), home)).isEqualTo(expected);
    }

    @Test
    void mailAndPhoneCannotCarryMore() {
        assertThat(href(new LinkTarget.ToMail("rye@bakery.example"), home)).isEqualTo("mailto:rye@bakery.example");
        assertThat(href(new LinkTarget.ToMail("a b+c@x.example?bcc=evil@x.example&body=\"hi\"\r\nTo: y"), home))
                .isEqualTo("mailto:a%20b%2Bc@x.example%3Fbcc%3Devil@x.example%26body%3D%22hi%22%0D%0ATo%3A%20y");
        assertThat(href(new LinkTarget.ToPhone("+49 (30) 12-34<script>"), home)).isEqualTo("tel:+49301234");
    }

    @Test
    void filesAreNamedFromWhereTheLinkStands() {
        assertThat(href(new LinkTarget.ToFile(MENU), home)).isEqualTo("assets/menu.pdf");
        assertThat(href(new LinkTarget.ToFile(MENU), prices)).isEqualTo("../assets/menu.pdf");
        assertThat(href(new LinkTarget.ToFile(new MediaId("00".repeat(32))), home))
                .isEqualTo("#");
    }

    private String href(LinkTarget target, Page page) {
        PictureSource files = media -> media.equals(MENU)
                ? Optional.of(new PictureSource.Picture(0, 0, "assets/menu.pdf", List.of()))
                : Optional.empty();
        return Links.href(target, new PageContext(site, page, site.isHome(page.id()) ? "" : "../", false, files));
    }

    private static Site site() {
        Site made = new SomeSite(1, new UserId(new UUID(1, 1))).bakery(3);
        Page second = made.pages().get(1);
        Page third = made.pages().get(2);
        Page draft = new Page(third.id(), "Draft", "draft", "Draft", "", "", third.seo(), false, third.sections());
        return made.withPages(List.of(made.home(), second.withName("Prices", "prices"), draft));
    }
}
