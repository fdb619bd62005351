package org.sitewright.ui.bin;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.sitewright.fixture.HandClock;
import org.sitewright.history.Bin;
import org.sitewright.history.Binned;
import org.sitewright.history.Binned.Kind;
import org.sitewright.site.SiteId;
import org.sitewright.site.SiteRepository.Change;
import org.sitewright.site.UserId;
import org.sitewright.ui.fx.Destination;
import org.sitewright.ui.fx.HeardNavigator;
import org.sitewright.ui.fx.SteadyWork;
import org.sitewright.work.Problem;

/// The bin's screen without a screen: what it lists, how long it says that is kept, and where it leads.
@Timeout(30)
class BinViewModelTest {
    private static final UserId USER = new UserId(new UUID(1, 1));
    private static final SiteId SITE = new SiteId(new UUID(2, 2));

    private final HandClock clock = new HandClock();
    private final SteadyWork work = new SteadyWork();
    private final HeardNavigator navigator = new HeardNavigator(USER);
    private final FilledBin bin = new FilledBin();
    private final BinViewModel model = new BinViewModel(bin, navigator, work.work(), clock);

    @AfterEach
    void close() {
        work.close();
    }

    /// A bin in memory that refuses what it was told to.
    private static final class FilledBin implements Bin {
        private final List<Binned> things = new ArrayList<>();
        private final List<String> labels = new ArrayList<>();
        private @Nullable Problem refusal;

        @Override
        public List<Binned> list(UserId owner) {
            return owner.equals(USER) ? List.copyOf(things) : List.of();
        }

        @Override
        public void bringBack(Binned thing, Change change) {
            if (refusal != null) {
                throw refusal;
            }
            labels.add(change.label());
            things.remove(thing);
        }

        @Override
        public int prune() {
            return 0;
        }
    }

    private Binned thing(Kind kind, Instant deleted) {
        SiteId site = kind == Kind.COMPONENT ? null : SITE;
        return new Binned(kind, "7", "Prices", site, site == null ? "" : "Aurora", deleted, 9);
    }

    private Binned listed(Kind kind) {
        Binned thing = thing(kind, clock.instant());
        bin.things.add(thing);
        model.load();
        work.step();
        return thing;
    }

    @Test
    void whatIsDeletedIsListedOnceItWasRead() {
        assertThat(model.loadedProperty().get()).isFalse();
        Binned page = listed(Kind.PAGE);
        assertThat(model.things()).containsExactly(page);
        assertThat(model.loadedProperty().get()).isTrue();
    }

    @Test
    void whatComesBackLeavesTheListAndIsOpenedFromTheMessage() {
        model.bringBack(listed(Kind.PAGE));
        work.step();
        assertThat(model.things()).isEmpty();
        assertThat(bin.labels).containsExactly("Bring back page “Prices”");
        assertThat(navigator.told()).containsExactly("“Prices” is back [Open]");
        navigator.act();
        assertThat(navigator.opened()).containsExactly(new Destination.Editor(SITE));
    }

    @Test
    void aPictureLeadsToTheMediaAndAComponentToTheLibrary() {
        model.bringBack(listed(Kind.MEDIA));
        work.step();
        navigator.act();
        model.bringBack(listed(Kind.COMPONENT));
        work.step();
        navigator.act();
        assertThat(navigator.opened()).containsExactly(new Destination.Media(SITE), new Destination.Components(null));
    }

    @Test
    void whatCannotComeBackStaysAndSaysWhy() {
        bin.refusal = new Problem("SW-BIN-404", "Its place has gone.", "Bring back the site first.");
        Binned page = listed(Kind.PAGE);
        model.bringBack(page);
        work.step();
        assertThat(model.things()).containsExactly(page);
        assertThat(navigator.faults()).containsExactly(bin.refusal);
        assertThat(navigator.told()).isEmpty();
    }

    @Test
    void theLastDayIsCountedToItsEnd() {
        Binned thing = thing(Kind.SITE, clock.instant());
        assertThat(model.daysLeft(thing)).isEqualTo(30);
        clock.advance(Duration.ofDays(29).plusSeconds(1));
        assertThat(model.daysLeft(thing)).isEqualTo(1);
        clock.advance(Duration.ofDays(3));
        assertThat(model.daysLeft(thing)).isEqualTo(1);
    }
}
