package org.sitewright.ui.editor;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.sitewright.fixture.Assets;
import org.sitewright.fixture.HandClock;
import org.sitewright.site.Ids;
import org.sitewright.site.LinkTarget;
import org.sitewright.site.MemorySites;
import org.sitewright.site.Page;
import org.sitewright.site.PageRole;
import org.sitewright.site.Redirect;
import org.sitewright.site.Seo;
import org.sitewright.site.Site;
import org.sitewright.site.SiteListing;
import org.sitewright.site.SiteStatus;
import org.sitewright.ui.editor.PageSettingsViewModel.Length;
import org.sitewright.ui.fx.HandDelay;
import org.sitewright.ui.fx.SteadyWork;

class PageSettingsViewModelTest {
    private final HandClock clock = new HandClock();
    private final SteadyWork steady = new SteadyWork();
    private final Site site = new Assets().starter("bakery");
    private final EditorViewModel editor = new EditorViewModel(
            site,
            new Autosave(new MemorySites(clock), steady.work(), new HandDelay(), clock, clock.instant()),
            Assets.catalogue(),
            Assets.OWNER,
            new Ids(new Random(3)),
            clock);
    private final PageSettingsViewModel model = new PageSettingsViewModel(editor);
    private final Page second = site.pages().get(1);

    @AfterEach
    void close() {
        steady.close();
    }

    @Test
    void anAddressMovesAndTheOldOneIsKeptOnceTheSiteHasBeenPublic() {
        editor.openPage(second.id());
        assertThat(model.readdress("bread")).isTrue();
        assertThat(editor.site().parts().redirects()).isEmpty();
        editor.published(listing("https://aurora.example/"));
        assertThat(model.readdress("rolls")).isTrue();
        assertThat(editor.site().parts().redirects())
                .containsExactly(new Redirect("bread", new LinkTarget.ToPage(second.id(), "")));
        assertThat(model.trail()).isEqualTo("aurora.example › rolls");
    }

    @Test
    void aWrongAddressIsSaidAndChangesNothing() {
        editor.openPage(second.id());
        assertThat(model.wrongAddress(site.pages().get(2).slug())).hasValueSatisfying(words -> assertThat(words)
                .contains(site.pages().get(2).name()));
        assertThat(model.readdress(site.pages().get(2).slug())).isFalse();
        assertThat(model.readdress("Not one")).isFalse();
        assertThat(model.rename(" ")).isPresent();
        assertThat(model.rename("x".repeat(201))).isPresent();
        assertThat(editor.site()).isSameAs(site);
        assertThat(model.wrongAddress(second.slug())).isEmpty();
    }

    @Test
    void lengthsAreCountedAsPeopleSeeThem() {
        assertThat(Length.ofTitle("🥐".repeat(50))).matches(Length::isGood);
        assertThat(Length.ofTitle("x".repeat(49)).words()).contains("could say more");
        assertThat(Length.ofTitle("x".repeat(61)).words()).contains("cut off");
        assertThat(Length.ofDescription("x".repeat(160))).matches(Length::isGood);
        assertThat(Length.ofDescription("").words()).startsWith("Empty");
        assertThat(Length.ofDescription("x".repeat(400)).part()).isEqualTo(1);
    }

    @Test
    void theSearchResultShowsWhatTheBuildWritesAndCutsWhatIsTooLong() {
        editor.openPage(second.id());
        model.settings(model.page().withSeo(Seo.EMPTY).withTexts("Prices", ""));
        assertThat(model.title()).isEqualTo("Prices – " + site.name());
        assertThat(model.shownDescription()).contains("themselves");
        model.settings(model.page().withTexts("🥐".repeat(100), "y".repeat(500)));
        assertThat(model.shownTitle().codePointCount(0, model.shownTitle().length()))
                .isEqualTo(60);
        assertThat(model.shownDescription()).hasSize(160).endsWith("…");
        assertThat(model.host()).isEqualTo("your-site.example");
    }

    @Test
    void rolesPicturesAndKeywordsAreSet() {
        editor.openPage(second.id());
        model.setRole(PageRole.TEMPLATE);
        assertThat(model.page().role()).isEqualTo(PageRole.TEMPLATE);
        model.setKeywords(" bread, , rye ,");
        assertThat(model.page().seo().keywords()).isEqualTo(List.of("bread", "rye"));
        var picture = model.pictures(5).getFirst();
        model.setPicture(Optional.of(picture));
        assertThat(model.page().seo().image()).isEqualTo(picture);
        model.setPicture(Optional.empty());
        assertThat(model.page().seo().image()).isNull();
        editor.openPage(site.home().id());
        model.setRole(PageRole.NOT_FOUND);
        model.setPublished(false);
        assertThat(model.page()).isEqualTo(site.home());
    }

    private SiteListing listing(String url) {
        return new SiteListing(
                site.id(),
                site.name(),
                site.type(),
                SiteStatus.PUBLISHED,
                url,
                Instant.EPOCH,
                clock.instant(),
                clock.instant());
    }
}
