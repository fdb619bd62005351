package org.sitewright.edit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sitewright.fixture.SomeSite;
import org.sitewright.site.LinkTarget;
import org.sitewright.site.PageId;
import org.sitewright.site.Redirect;
import org.sitewright.site.Site;
import org.sitewright.site.UserId;

class RedirectCommandsTest {
    private final Site site = new SomeSite(5, new UserId(new UUID(1, 1))).bakery(2);
    private final Editor editor = new Editor(site, Clock.systemUTC());
    private final RedirectCommands commands = new RedirectCommands();
    private final LinkTarget home = new LinkTarget.ToPage(site.home().id(), "");

    @Test
    void addressesAreReadAsPeopleWriteThem() {
        assertThat(RedirectCommands.slug(" /Old-Prices/ ")).isEqualTo("old-prices");
    }

    @Test
    void aRedirectIsAddedChangedInItsPlaceAndRemoved() {
        assertThat(editor.run(commands.put("", new Redirect("old", home)))).isTrue();
        assertThat(editor.run(commands.put("", new Redirect("older", home)))).isTrue();
        Redirect changed = new Redirect("oldest", new LinkTarget.ToUrl("https://example.com/new"));
        assertThat(editor.run(commands.put("old", changed))).isTrue();
        assertThat(editor.site().parts().redirects()).containsExactly(changed, new Redirect("older", home));
        assertThat(editor.run(commands.remove("older"))).isTrue();
        assertThat(editor.run(commands.remove("older"))).isFalse();
        assertThat(editor.undo()).isTrue();
        assertThat(editor.site().parts().redirects()).hasSize(2);
    }

    @Test
    void whatCannotBeChangesNothing() {
        editor.run(commands.put("", new Redirect("old", home)));
        Site before = editor.site();
        String page = site.pages().get(1).slug();
        for (Redirect wrong : new Redirect[] {
            new Redirect("old", home),
            new Redirect(page, home),
            new Redirect("assets", home),
            new Redirect("a/b", home),
            new Redirect("", home),
            new Redirect("x", new LinkTarget.ToPage(new PageId(new UUID(9, 9)), "")),
            new Redirect("x", new LinkTarget.ToMail("a@b.c"))
        }) {
            assertThat(RedirectCommands.problem(before, "", wrong))
                    .as("%s", wrong)
                    .isPresent();
            assertThat(editor.run(commands.put("", wrong))).isFalse();
        }
        assertThat(editor.site()).isSameAs(before);
    }

    @ParameterizedTest
    @ValueSource(strings = {"javascript:alert(1)", "example.com", "http://", "data:text/html,x", "https://a b"})
    void onlyWebAddressesAreLedTo(String url) {
        assertThat(RedirectCommands.target(site, new LinkTarget.ToUrl(url))).isPresent();
    }
}
