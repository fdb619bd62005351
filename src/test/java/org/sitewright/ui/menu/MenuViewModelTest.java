package org.sitewright.ui.menu;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.sitewright.edit.Editor;
import org.sitewright.edit.PageCommands;
import org.sitewright.fixture.Assets;
import org.sitewright.site.Ids;
import org.sitewright.site.LinkTarget;
import org.sitewright.site.PageId;
import org.sitewright.site.Site;
import org.sitewright.ui.menu.MenuViewModel.Entry;

class MenuViewModelTest {
    private final Site site = new Assets().starter("bakery");
    private final Editor editor = new Editor(site, Clock.systemUTC());
    private final Ids ids = new Ids(new Random(5));
    private final MenuViewModel model = new MenuViewModel(editor, ids);
    private final PageCommands pages = new PageCommands(ids);

    @Test
    void theAutomaticMenuListsPagesAndLeavesThemOut() {
        assertThat(model.isOwn()).isFalse();
        PageId second = site.pages().get(1).id();
        model.list(second, false);
        assertThat(model.pages().get(1).listed()).isFalse();
        model.own();
        assertThat(model.entries())
                .extracting(Entry::words)
                .doesNotContain(site.pages().get(1).name())
                .hasSize(site.pages().size() - 1);
        model.automatic();
        assertThat(model.isOwn()).isFalse();
    }

    @Test
    void whatLeadsNowhereSaysWhy() {
        model.own();
        assertThat(model.entries()).allMatch(entry -> entry.broken().isEmpty());
        PageId second = site.pages().get(1).id();
        editor.run(pages.setPublished(second, false));
        assertThat(model.entries().get(1).broken()).contains("not part of the site");
        editor.run(pages.delete(second));
        assertThat(model.entries().get(1).broken()).contains("gone");
        assertThat(model.entries().get(1).words()).isEqualTo("A page that is gone");
        model.addLink("Shop", new LinkTarget.ToUrl("https://"));
        assertThat(last().broken()).contains("https://");
        assertThat(model.isOpen(last().item().id())).isTrue();
        model.change(last().item(), "", new LinkTarget.ToUrl("https://shop.example/"));
        assertThat(last().broken()).contains("label");
        model.change(last().item(), "Shop", new LinkTarget.ToUrl("https://shop.example/"));
        assertThat(last().broken()).isEmpty();
        model.addLink("Oven", new LinkTarget.ToPage(site.home().id(), "nowhere"));
        assertThat(last().broken()).contains("nowhere");
    }

    @Test
    void entriesUnderOthersAreListedAfterThem() {
        model.own();
        String second = model.entries().get(1).item().id();
        model.nest(second);
        assertThat(model.entries().get(1).under()).isTrue();
        model.unnest(second);
        assertThat(model.entries()).noneMatch(Entry::under);
        model.remove(second);
        assertThat(model.entries()).extracting(entry -> entry.item().id()).doesNotContain(second);
        assertThat(editor.undo()).isTrue();
        assertThat(model.entries().get(1).item().id()).isEqualTo(second);
    }

    @Test
    void redirectsAreCheckedAndSayWhenTheyLeadNowhere() {
        PageId second = site.pages().get(1).id();
        assertThat(model.redirect("", "/Old/", null)).isPresent();
        assertThat(model.redirect("", "assets", new LinkTarget.ToPage(second, "")))
                .isPresent();
        assertThat(model.redirect("", "/Old/", new LinkTarget.ToPage(second, "")))
                .isEmpty();
        assertThat(model.redirects()).singleElement().satisfies(line -> {
            assertThat(line.redirect().from()).isEqualTo("old");
            assertThat(line.leads()).isEqualTo(site.pages().get(1).name());
            assertThat(line.broken()).isEmpty();
        });
        editor.run(pages.delete(second));
        assertThat(model.redirects().getFirst().broken()).contains("gone");
        model.removeRedirect("old");
        assertThat(model.redirects()).isEmpty();
    }

    @Test
    void targetsHaveWords() {
        assertThat(List.of(
                        model.words(new LinkTarget.ToPage(new PageId(new UUID(8, 8)), "")),
                        model.words(new LinkTarget.ToAnchor("prices")),
                        model.words(new LinkTarget.ToMail("a@b.example")),
                        model.words(new LinkTarget.ToPhone("+47 1"))))
                .containsExactly("A page that is gone", "#prices", "a@b.example", "+47 1");
    }

    private Entry last() {
        return model.entries().getLast();
    }
}
