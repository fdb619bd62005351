package org.sitewright.edit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sitewright.fixture.SomeSite;
import org.sitewright.site.Ids;
import org.sitewright.site.LinkTarget;
import org.sitewright.site.Page;
import org.sitewright.site.PageId;
import org.sitewright.site.PageRole;
import org.sitewright.site.Redirect;
import org.sitewright.site.Section;
import org.sitewright.site.Site;
import org.sitewright.site.UserId;

class PageCommandsTest {
    private final Site site = new SomeSite(5, new UserId(new UUID(1, 1))).bakery(3);
    private final Editor editor = new Editor(site, Clock.systemUTC());
    private final PageCommands pages = new PageCommands(new Ids(new Random(3)), () -> true);
    private final Page second = site.pages().get(1);
    private final Page third = site.pages().get(2);

    @Test
    void anAddressThatAPageLeavesLeadsToItInOneStepHoweverOftenItMoves() {
        assertThat(editor.run(pages.readdress(second.id(), "bread"))).isTrue();
        assertThat(editor.run(pages.readdress(second.id(), "rye"))).isTrue();
        assertThat(redirects()).containsExactly(to(second.slug(), second), to("bread", second));
        assertThat(editor.run(pages.readdress(second.id(), "bread"))).isTrue();
        assertThat(redirects()).containsExactly(to(second.slug(), second), to("rye", second));
        assertThat(editor.undo()).isTrue();
        assertThat(redirects()).containsExactly(to(second.slug(), second), to("bread", second));
    }

    @Test
    void aRedirectGoesWhereAPageTakesItsAddress() {
        editor.run(pages.readdress(second.id(), "bread"));
        editor.run(pages.readdress(third.id(), second.slug()));
        assertThat(redirects()).containsExactly(to(third.slug(), third));
        editor.run(pages.add(third.slug(), List.of()));
        assertThat(redirects()).isEmpty();
    }

    @Test
    void aSiteThatNobodyHasSeenNeedsNoRedirects() {
        PageCommands unseen = new PageCommands(new Ids(new Random(3)));
        assertThat(editor.run(unseen.readdress(second.id(), "bread"))).isTrue();
        editor.run(pages.setPublished(third.id(), false));
        editor.run(pages.readdress(third.id(), "draft"));
        assertThat(redirects()).isEmpty();
    }

    @Test
    void theAddressOfAPageThatBecomesTheHomePageStaysGood() {
        assertThat(editor.run(pages.moveTo(third.id(), 0))).isTrue();
        assertThat(redirects()).containsExactly(to(third.slug(), third));
        assertThat(editor.run(pages.moveTo(third.id(), 2))).isTrue();
        assertThat(redirects())
                .as("it is at its own address again; the one that was second meanwhile is at / again")
                .containsExactly(to(site.home().slug(), site.home()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Bread", "a b", "-a", "a--b", "404", "index", "../x", "<script>", "خبز", "con"})
    void anAddressThatCannotBeChangesNothing(String slug) {
        assertThat(PageCommands.problem(site, second.id(), slug)).isPresent();
        assertThat(editor.run(pages.readdress(second.id(), slug))).isFalse();
        assertThat(editor.site()).isSameAs(site);
    }

    @Test
    void anAddressUsedTwiceChangesNothingAndNamesThePage() {
        assertThat(editor.run(pages.readdress(second.id(), third.slug()))).isFalse();
        assertThat(PageCommands.problem(site, second.id(), third.slug()))
                .hasValueSatisfying(words -> assertThat(words).contains(third.name()));
        assertThat(PageCommands.problem(site, second.id(), second.slug())).isEmpty();
    }

    @Test
    void onlyOnePageIsForMissingAddressesAndTheOneBeforeIsKept() {
        assertThat(editor.run(pages.setRole(second.id(), PageRole.NOT_FOUND))).isTrue();
        assertThat(editor.run(pages.setRole(third.id(), PageRole.NOT_FOUND))).isTrue();
        assertThat(page(second).role()).isEqualTo(PageRole.PAGE);
        assertThat(page(second).published()).isFalse();
        assertThat(page(third).role()).isEqualTo(PageRole.NOT_FOUND);
        assertThat(page(third).inMenu()).isFalse();
        assertThat(editor.run(pages.setRole(third.id(), PageRole.PAGE))).isTrue();
        assertThat(page(third).isBuilt()).isTrue();
        assertThat(editor.run(pages.setRole(site.home().id(), PageRole.NOT_FOUND)))
                .isFalse();
    }

    @Test
    void aPageSavedAsTemplateMakesNewPagesWithSectionsOfTheirOwn() {
        assertThat(editor.run(pages.saveAsTemplate(second.id()))).isTrue();
        Page template = editor.site().pages().getLast();
        assertThat(template.role()).isEqualTo(PageRole.TEMPLATE);
        assertThat(template.isBuilt()).isFalse();
        assertThat(editor.run(pages.addFrom(template.id(), "Rye"))).isTrue();
        Page made = editor.site().pages().getLast();
        assertThat(made.slug()).isEqualTo("rye");
        assertThat(made.isBuilt()).isTrue();
        assertThat(made.sections()).extracting(Section::kind).containsExactly("hero", "faq");
        assertThat(made.sections())
                .extracting(Section::id)
                .doesNotContainAnyElementsOf(
                        template.sections().stream().map(Section::id).toList());
        assertThat(editor.state().selection().page()).isEqualTo(made.id());
        assertThat(editor.run(pages.addFrom(second.id(), "No")))
                .as("not a template")
                .isFalse();
    }

    @Test
    void aCopyStandsAfterThePageUnderAnAddressOfItsOwn() {
        assertThat(editor.run(pages.duplicate(second.id()))).isTrue();
        Page copy = editor.site().pages().get(2);
        assertThat(copy.name()).isEqualTo(second.name() + " copy");
        assertThat(copy.slug()).isNotEqualTo(second.slug());
        assertThat(copy.sections().getFirst().content()).isNotNull();
        editor.run(pages.setRole(second.id(), PageRole.NOT_FOUND));
        editor.run(pages.duplicate(second.id()));
        assertThat(editor.site().pages().stream().filter(page -> page.role() == PageRole.NOT_FOUND))
                .hasSize(1);
    }

    @Test
    void aTemplateNeverBecomesTheHomePage() {
        editor.run(pages.setRole(second.id(), PageRole.TEMPLATE));
        assertThat(editor.run(pages.moveTo(second.id(), 0))).isFalse();
        assertThat(editor.run(pages.delete(site.home().id()))).isFalse();
        assertThat(editor.run(pages.setPublished(site.home().id(), false))).isFalse();
    }

    @Test
    void togglesAreOneStepEach() {
        editor.run(pages.setInMenu(second.id(), false));
        editor.run(pages.setUnlisted(second.id(), true));
        editor.run(pages.setPublished(second.id(), false));
        assertThat(page(second).inMenu()).isFalse();
        assertThat(page(second).seo().unlisted()).isTrue();
        assertThat(editor.run(pages.setPublished(second.id(), false))).isFalse();
        for (int i = 0; i < 3; i++) {
            assertThat(editor.undo()).isTrue();
        }
        assertThat(editor.site()).isEqualTo(site);
    }

    /// After any changes: one page at an address, one for missing addresses, a home page that can be opened, and every
    /// address that a page once had leads to it unless another page is there now.
    @Property(tries = 150)
    void everyAddressThatWasPublicGoesOnWorking(@ForAll long seed) {
        Random random = new Random(seed);
        Editor open = new Editor(new SomeSite(seed, new UserId(new UUID(1, 1))).bakery(4), Clock.systemUTC());
        PageCommands commands = new PageCommands(new Ids(new Random(seed + 7)), () -> true);
        Site first = open.site();
        Map<String, PageId> known = new HashMap<>();
        int steps = 0;
        for (int i = 0; i < 40; i++) {
            learn(open.site(), known);
            Site before = open.site();
            open.run(any(commands, open.site(), random));
            steps += before.equals(open.site()) ? 0 : 1;
            assertSound(open.site());
            learn(open.site(), known);
            known.forEach((slug, page) -> assertLeadsTo(open.site(), slug, page));
        }
        for (int i = 0; i < steps; i++) {
            assertThat(open.undo()).isTrue();
        }
        assertThat(open.site()).isEqualTo(first);
    }

    private static void learn(Site site, Map<String, PageId> known) {
        site.pages().stream()
                .filter(page -> page.isBuilt() && !site.isHome(page.id()))
                .forEach(page -> known.put(page.slug(), page.id()));
    }

    private static void assertSound(Site site) {
        assertThat(site.pages()).extracting(Page::slug).doesNotHaveDuplicates();
        assertThat(site.pages().stream().filter(page -> page.role() == PageRole.NOT_FOUND))
                .hasSizeLessThan(2);
        assertThat(site.home().role()).isEqualTo(PageRole.PAGE);
        assertThat(site.parts().redirects()).extracting(Redirect::from).doesNotHaveDuplicates();
        assertThat(site.parts().redirects()).noneMatch(redirect -> OldAddresses.served(site, redirect.from())
                .isPresent());
    }

    /// Pages that are drafts, gone or for something else owe nothing to their old addresses.
    private static void assertLeadsTo(Site site, String slug, PageId wanted) {
        boolean reachable = site.page(wanted)
                .filter(page -> page.isBuilt() || site.isHome(wanted))
                .isPresent();
        boolean here = OldAddresses.served(site, slug).isPresent();
        boolean redirected = site.parts().redirects().contains(new Redirect(slug, new LinkTarget.ToPage(wanted, "")));
        if (!reachable || here || redirected) {
            return;
        }
        assertThat(site.parts().redirects())
                .as("another page had /%s/ later", slug)
                .noneMatch(redirect -> redirect.from().equals(slug));
    }

    private static Command any(PageCommands commands, Site site, Random random) {
        PageId page = site.pages().get(random.nextInt(site.pages().size())).id();
        String slug = "slug-" + random.nextInt(4);
        return switch (random.nextInt(10)) {
            case 0 -> commands.add(slug, List.of());
            case 1 -> site.pages().size() > 3 ? commands.delete(page) : commands.duplicate(page);
            case 2 -> commands.moveTo(page, random.nextInt(site.pages().size()));
            case 3 -> commands.setRole(page, List.of(PageRole.values()).get(random.nextInt(3)));
            case 4 -> commands.saveAsTemplate(page);
            case 5 -> commands.addFrom(page, slug);
            case 6 -> commands.rename(page, "Name " + random.nextInt(3));
            default -> commands.readdress(page, slug);
        };
    }

    private Page page(Page page) {
        return editor.site().page(page.id()).orElseThrow();
    }

    private List<Redirect> redirects() {
        return editor.site().parts().redirects();
    }

    private static Redirect to(String from, Page page) {
        return new Redirect(from, new LinkTarget.ToPage(page.id(), ""));
    }
}
