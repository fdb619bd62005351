package org.sitewright.ui.publish;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.value.ObservableBooleanValue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.sitewright.fixture.Assets;
import org.sitewright.publish.DeploymentStatus;
import org.sitewright.publish.MemoryTarget;
import org.sitewright.publish.PublishFailure;
import org.sitewright.publish.PublishProblem;
import org.sitewright.publish.PublishRequest;
import org.sitewright.publish.Publisher;
import org.sitewright.publish.ScheduledPublish;
import org.sitewright.publish.SslStatus;
import org.sitewright.publish.Target;
import org.sitewright.publish.TestSites;
import org.sitewright.publish.WatchedTarget;
import org.sitewright.publish.address.AddressState;
import org.sitewright.publish.address.DnsRecord;
import org.sitewright.render.OutputTree;
import org.sitewright.site.Page;
import org.sitewright.site.Site;
import org.sitewright.site.SiteId;
import org.sitewright.site.SiteRepository.Change;
import org.sitewright.site.SiteStatus;
import org.sitewright.ui.control.Actions;
import org.sitewright.work.CancelToken;
import org.sitewright.work.Progress;

class PublishViewModelTest {
    private final Bench bench = new Bench();

    @AfterEach
    void end() {
        bench.close();
    }

    @Test
    void withoutATargetThereIsNothingToCompare() {
        PublishViewModel model = bench.model(PublishState.NoTarget.class);
        assertThat(model.mayPublish()).isFalse();
        assertThat(model.rows()).isEmpty();
    }

    @Test
    void showsWhatWouldBeSentBeforeAnythingIs() {
        bench.addTarget("Live");
        PublishViewModel model = bench.model(PublishState.Ready.class);

        assertThat(model.rows()).extracting(row -> row.words().title()).startsWith("Home", "Prices", "Visit");
        assertThat(model.rows()).allMatch(row -> row.state() == PlanRow.State.PLANNED);
        assertThat(model.summaryProperty().get().send()).isEqualTo(model.rows().size());
        assertThat(bench.host.list()).isEmpty();
        assertThat(bench.deployments.list(bench.site.id())).isEmpty();
    }

    @Test
    void looksAtTheAddressByItselfAndKeepsWhatItSaw() {
        bench.outside.leads("aurora.example", DnsRecord.Type.A, "192.0.2.1");
        bench.addTarget("Live");
        PublishViewModel model = bench.model(PublishState.Ready.class);
        bench.until(() -> model.address().lookProperty().get() instanceof AddressViewModel.Look.Seen);
        model.publish();
        bench.until(model, PublishState.Published.class);
        bench.until(() -> bench.deployments.list(bench.site.id()).getFirst().ssl() == SslStatus.ACTIVE);
        bench.until(() -> model.address().lookProperty().get() instanceof AddressViewModel.Look.Seen);
        bench.outside.offline = true;
        model.address().refresh();
        bench.until(() -> model.address().lookProperty().get() instanceof AddressViewModel.Look.Seen seen
                && seen.state().names().status() == AddressState.Names.Status.UNASKED);
    }

    @Test
    void publishesAndMarksTheSite() {
        bench.addTarget("Live");
        PublishViewModel model = bench.model(PublishState.Ready.class);
        int files = model.summaryProperty().get().send();
        model.publish();
        var done = bench.until(model, PublishState.Published.class);

        assertThat(done.warnings()).isEmpty();
        assertThat(done.deployment().sent().files()).isEqualTo(files);
        assertThat(model.rows()).hasSize(files).allMatch(row -> row.state() == PlanRow.State.SENT);
        assertThat(model.sending().filesDone()).isEqualTo(files);
        assertThat(model.sending().fraction()).isEqualTo(1);
        assertThat(model.sending().log())
                .filteredOn(line -> line.verb().equals("put"))
                .hasSize(files);
        assertThat(bench.host.list()).extracting(file -> file.path()).contains("index.html", "prices/index.html");
        assertThat(bench.sites.listing(bench.site.id()).orElseThrow())
                .matches(listing -> listing.status() == SiteStatus.PUBLISHED)
                .matches(listing -> listing.publishedUrl().equals("https://aurora.example/"))
                .matches(listing -> !listing.changedSincePublish());
        bench.until(() -> !model.deployments().isEmpty()
                && model.deployments().getFirst().status() == DeploymentStatus.COMPLETED);
    }

    @Test
    void anEditMadeWhilePublishingStillShowsAsOne() {
        bench.addTarget("Live");
        PublishViewModel model = bench.model(PublishState.Ready.class);
        AtomicBoolean edited = new AtomicBoolean();
        bench.wrap(target -> new WatchedTarget(target).before(step -> {
            if (step.equals("put index.html") && edited.compareAndSet(false, true)) {
                bench.sites.save(bench.site.withDetails("Aurora", "New words", "en"), new Change(Assets.OWNER, "Edit"));
            }
        }));
        model.publish();
        bench.until(model, PublishState.Published.class);
        assertThat(edited).isTrue();
        assertThat(bench.sites.listing(bench.site.id()).orElseThrow().changedSincePublish())
                .isTrue();
    }

    @Test
    void saysWhenEverythingIsThere() {
        published();
        PublishViewModel model = bench.model(PublishState.UpToDate.class);
        assertThat(model.rows()).isEmpty();
        assertThat(model.mayPublish()).isFalse();
        model.publish();
        assertThat(model.isPublishing()).isFalse();
    }

    @Test
    void aVersionThatIsLiveAlreadyIsSaidToBe() {
        published();
        PublishViewModel model = bench.model(PublishState.UpToDate.class);
        model.planRollback(model.deployments().getFirst());
        bench.until(() -> model.stateProperty().get() instanceof PublishState.UpToDate
                && model.wanted() instanceof Wanted.Release);
        assertThat(WantedWords.alreadyTitle(model.wanted())).isEqualTo("Version 1 is what visitors see");
        model.compare();
        bench.until(model, PublishState.UpToDate.class);
        assertThat(model.wanted()).isInstanceOf(Wanted.Newest.class);
    }

    @Test
    void whatIsLiveAndWhatWillBeAreReadEachFromItsPlace() throws Exception {
        published();
        String before = text(bench.host.open("index.html"));
        bench.sites.save(bench.site.withDetails("Words that are not live", "", "en"), new Change(Assets.OWNER, "Edit"));
        PublishViewModel model = bench.model(PublishState.Ready.class);
        PlanSource source = Objects.requireNonNull(model.plan().sourceProperty().get());
        assertThat(source.read(Side.BEFORE, "index.html"))
                .map(file -> new String(file.content(), StandardCharsets.UTF_8))
                .contains(before);
        assertThat(source.read(Side.AFTER, "index.html"))
                .map(file -> new String(file.content(), StandardCharsets.UTF_8))
                .hasValueSatisfying(after -> assertThat(after).contains("Words that are not live"));
        assertThat(source.read(Side.BEFORE, "nowhere/index.html")).isEmpty();
        assertThat(model.plan().effortProperty().get().puts()).isGreaterThan(3);
    }

    @Test
    void whatSomebodyElsePutThereIsNotShownAsWhatWasPublished() {
        published();
        bench.host.put(TestSites.page("index.html", "by somebody else"));
        bench.sites.save(bench.site.withDetails("Other words", "", "en"), new Change(Assets.OWNER, "Edit"));
        PublishViewModel model = bench.model(PublishState.Ready.class);
        PlanSource source = Objects.requireNonNull(model.plan().sourceProperty().get());
        assertThat(source.sha256(Side.BEFORE, "index.html")).isPresent();
        assertThat(source.read(Side.BEFORE, "index.html")).isEmpty();
    }

    @Test
    void whatIsStagedIsPromotedAndTheSiteStaysUnpublishedUntilThen() {
        Target live = bench.addTarget("Live");
        Target staging = bench.addTarget("Staging").staging(live.id());
        bench.targets.save(staging);
        bench.hosts.put(staging.id(), new MemoryTarget(bench.clock));
        PublishViewModel model = bench.model(PublishState.Ready.class);
        model.targets().choose(staging);
        bench.until(model, PublishState.Ready.class);
        model.publish();
        bench.until(model, PublishState.Published.class);
        assertThat(bench.sites.listing(bench.site.id()).orElseThrow().status()).isEqualTo(SiteStatus.DRAFT);
        bench.sites.save(bench.site.withDetails("Later words", "", "en"), new Change(Assets.OWNER, "Edit"));

        model.planPromotion();
        bench.until(model, PublishState.Ready.class);
        assertThat(model.targets().chosen()).contains(live);
        assertThat(model.wanted()).isEqualTo(new Wanted.Staged(staging));
        model.publish();
        bench.until(model, PublishState.Published.class);
        assertThat(bench.host.read("index.html").orElseThrow().text())
                .doesNotContain("Later words")
                .doesNotContain("noindex");
        assertThat(bench.sites.listing(bench.site.id()).orElseThrow().status()).isEqualTo(SiteStatus.PUBLISHED);
    }

    @Test
    void aTimeIsChosenChangedAndTakenOff() {
        Target live = bench.addTarget("Live");
        PublishViewModel model = bench.model(PublishState.Ready.class);
        ScheduleViewModel schedule = model.schedule();
        Instant tomorrow = bench.clock.instant().plus(Duration.ofDays(1));
        schedule.plan(tomorrow, ScheduledPublish.WhenMissed.ASK);
        bench.until(() -> schedule.currentProperty().get() != null);
        schedule.plan(tomorrow.plusSeconds(60), ScheduledPublish.WhenMissed.PUBLISH);
        bench.until(() -> {
            ScheduledPublish now = schedule.currentProperty().get();
            return now != null && now.due().equals(tomorrow.plusSeconds(60));
        });
        assertThat(bench.schedules.list(Assets.OWNER)).singleElement().satisfies(planned -> assertThat(planned.target())
                .isEqualTo(live.id()));
        schedule.cancel();
        bench.until(() -> schedule.currentProperty().get() == null);
        assertThat(bench.schedules.list(Assets.OWNER)).isEmpty();
        assertThat(bench.told).contains("Nothing is published by itself now");
    }

    @Test
    void everyActionSaysWhenItApplies() {
        bench.addTarget("Live");
        PublishViewModel model = bench.model(PublishState.Ready.class);
        List<String> called = new ArrayList<>();
        Actions actions = new PublishActions(model, new PublishActions.Asks() {
                    @Override
                    public void back() {
                        called.add("back");
                    }

                    @Override
                    public void addTarget() {
                        called.add("add");
                    }

                    @Override
                    public void changeTarget() {
                        called.add("change");
                    }

                    @Override
                    public void schedule() {
                        called.add("schedule");
                    }

                    @Override
                    public void shortcuts() {
                        called.add("shortcuts");
                    }

                    @Override
                    public void page() {
                        called.add("page");
                    }

                    @Override
                    public ObservableBooleanValue pageIsChosen() {
                        return new SimpleBooleanProperty();
                    }
                })
                .all();
        actions.run("publish.promote");
        actions.run("publish.cancel");
        actions.run("publish.page");
        actions.run("publish.later");
        assertThat(called).containsExactly("schedule");
        actions.run("publish.now");
        assertThat(model.isPublishing()).isTrue();
        actions.run("target.add");
        assertThat(called).as("not while publishing").containsExactly("schedule");
        bench.until(model, PublishState.Published.class);
        assertThat(actions.keys("publish.compare")).isEqualTo("F5");
    }

    private static String text(InputStream from) throws IOException {
        try (from) {
            return new String(from.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @Test
    void aPageThatGoesIsSaidAndRemoved() {
        published();
        List<Page> pages = bench.site.pages().subList(0, bench.site.pages().size() - 1);
        Page gone = bench.site.pages().getLast();
        bench.sites.save(bench.site.withPages(pages), new Change(Assets.OWNER, "Delete page"));
        PublishViewModel model = bench.model(PublishState.Ready.class);

        assertThat(model.rows().getLast()).matches(PlanRow::goes).matches(row -> row.path()
                .equals(gone.slug() + "/index.html"));
        model.publish();
        bench.until(model, PublishState.Published.class);
        assertThat(model.rows().getLast().state()).isEqualTo(PlanRow.State.GONE);
        assertThat(bench.host.list()).extracting(file -> file.path()).doesNotContain(gone.slug() + "/index.html");
    }

    @Test
    void aFailureSaysWhatToDoAndTryingAgainGoesOn() {
        bench.addTarget("Live");
        PublishViewModel model = bench.model(PublishState.Ready.class);
        bench.wrap(target -> new WatchedTarget(target).before(step -> {
            if (step.equals("put index.html")) {
                throw new PublishProblem(new PublishFailure.Network("The connection broke.", "Try again."));
            }
        }));
        model.publish();
        var failed = bench.until(model, PublishState.Failed.class);

        assertThat(failed.trouble()).isEqualTo(new Trouble("The connection broke.", "Try again.", "SW-PUB-NET"));
        assertThat(row(model, "index.html").state()).isEqualTo(PlanRow.State.NOT_SENT);
        assertThat(bench.sites.listing(bench.site.id()).orElseThrow().status()).isEqualTo(SiteStatus.DRAFT);
        assertThat(bench.deployments.list(bench.site.id()))
                .extracting(each -> each.status())
                .containsExactly(DeploymentStatus.FAILED);

        bench.wrap(target -> target);
        model.tryAgain();
        bench.until(model, PublishState.Published.class);
        assertThat(model.rows())
                .extracting(PlanRow::path)
                .contains("index.html")
                .hasSizeLessThan(5);
    }

    @Test
    void aHostThatCannotBeAskedIsAFailureBeforeAnythingIsSent() {
        bench.addTarget("Live");
        bench.wrap(target -> new WatchedTarget(target).before(step -> {
            throw new PublishProblem(new PublishFailure.Authentication("Wrong key.", "Enter it again."));
        }));
        PublishViewModel model = bench.model(PublishState.Failed.class);
        assertThat(model.mayPublish()).isFalse();
        assertThat(bench.deployments.list(bench.site.id())).isEmpty();
        bench.wrap(target -> target);
        model.tryAgain();
        bench.until(model, PublishState.Ready.class);
    }

    @Test
    void stopsWhenAskedAndGoesOnLater() {
        bench.addTarget("Live");
        PublishViewModel model = bench.model(PublishState.Ready.class);
        CountDownLatch asked = new CountDownLatch(1);
        bench.wrap(target -> new WatchedTarget(target).before(step -> {
            if (step.equals("put prices/index.html")) {
                await(asked);
            }
        }));
        model.publish();
        bench.until(() -> row(model, "prices/index.html").state() == PlanRow.State.SENDING);
        model.cancel();
        assertThat(model.stateProperty().get()).isEqualTo(new PublishState.Publishing(1, true));
        asked.countDown();
        var stopped = bench.until(model, PublishState.Stopped.class);

        assertThat(stopped.sent()).isPositive().isLessThan(stopped.of());
        assertThat(bench.host.list()).extracting(file -> file.path()).doesNotContain("index.html");
        bench.wrap(target -> target);
        model.tryAgain();
        bench.until(model, PublishState.Published.class);
    }

    @Test
    void anotherSiteIsReplacedOnlyWithConsent() throws Exception {
        Target target = bench.addTarget("Live");
        OutputTree many = TestSites.many(20, 10);
        PublishRequest foreign = new PublishRequest(
                new SiteId(bench.ids.next()), Assets.OWNER, target, many, Map.of(), PublishRequest.Consent.NONE);
        new Publisher(bench.deployments, bench.clock, bench.ids, "another")
                .publish(foreign, bench.host)
                .run(Progress.NONE, new CancelToken());
        PublishViewModel model = bench.model(PublishState.Ready.class);
        var ready = (PublishState.Ready) model.stateProperty().get();

        assertThat(ready.question().otherSite()).contains("Another site");
        assertThat(ready.question().deletes()).isEqualTo(20);
        model.publish();
        assertThat(model.isPublishing()).isFalse();

        model.agreeOtherSiteProperty().set(true);
        model.publish();
        var done = bench.until(model, PublishState.Published.class);
        assertThat(done.warnings()).anyMatch(warning -> warning.contains("20 files"));
        assertThat(model.rows().getLast().state()).isEqualTo(PlanRow.State.LEFT);
        assertThat(bench.host.list()).extracting(file -> file.path()).contains("p7/index.html");
    }

    @Test
    void publishingGoesOnWhenTheScreenCloses() {
        bench.addTarget("Live");
        PublishSessions sessions = new PublishSessions();
        PublishViewModel model = bench.model(PublishState.Ready.class);
        CountDownLatch closed = new CountDownLatch(1);
        bench.wrap(target -> new WatchedTarget(target).before(step -> {
            if (step.equals("put index.html")) {
                await(closed);
            }
        }));
        model.publish();
        model.close();
        sessions.leave(bench.site.id(), model);
        assertThat(sessions.open(bench.site.id(), bench::model)).isSameAs(model);
        closed.countDown();
        bench.until(model, PublishState.Published.class);
        assertThat(bench.told).containsExactly("“Aurora” is published");
        sessions.leave(bench.site.id(), model);
        assertThat(sessions.open(bench.site.id(), bench::model)).isNotSameAs(model);
    }

    @Test
    void aDeletedSiteIsSaid() {
        bench.addTarget("Live");
        bench.sites.delete(bench.site.id(), new Change(Assets.OWNER, "Delete"));
        PublishViewModel model = bench.model(PublishState.Failed.class);
        assertThat(((PublishState.Failed) model.stateProperty().get()).trouble().code())
                .isEqualTo("SW-SITE-404");
    }

    private void published() {
        bench.addTarget("Live");
        PublishViewModel first = bench.model(PublishState.Ready.class);
        first.publish();
        bench.until(first, PublishState.Published.class);
        Site site = bench.sites.find(bench.site.id()).orElseThrow();
        assertThat(site).isEqualTo(bench.site);
    }

    private static PlanRow row(PublishViewModel model, String path) {
        return model.rows().stream()
                .filter(row -> row.path().equals(path))
                .findFirst()
                .orElseThrow();
    }

    private static void await(CountDownLatch latch) {
        try {
            if (!latch.await(20, java.util.concurrent.TimeUnit.SECONDS)) {
                throw new IllegalStateException("nobody came");
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }
}
