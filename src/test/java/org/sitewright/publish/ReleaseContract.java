package org.sitewright.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.sitewright.publish.PlannedFile.Change;
import org.sitewright.publish.PublishRequest.Consent;
import org.sitewright.render.CacheControl;
import org.sitewright.render.OutputTree;

/// What must be possible with what a target keeps of earlier releases.
public abstract class ReleaseContract extends RulesContract {
    @Test
    void bringsBackAnOlderReleaseFromAnyComputer() {
        OutputTree first = TestSites.with(
                TestSites.bakery("one"),
                TestSites.file("favicon.ico", "image/x-icon", CacheControl.REVALIDATE, "\u0000\u0001ÿ binary"));
        published(first);
        published(TestSites.without(TestSites.bakery("two"), "menu/index.html"));
        published(TestSites.bakery("three"));
        MemoryDeployments elsewhere = new MemoryDeployments();
        Publisher other = publisher("there", elsewhere);
        watch();
        List<Release> kept = other.releases().kept(TestSites.SITE, TestSites.TARGET, target);
        assertThat(kept).extracting(Release::version).containsExactly(3, 2, 1);
        assertThat(kept.getLast().files()).isEqualTo(8);
        PublishPlan plan = other.plan(TestSites.rollback(1), target);
        assertThat(plan.of(Change.NEW)).extracting(PlannedFile::path).containsExactly("favicon.ico");
        assertThat(target.steps()).isEmpty();
        PublishResult result = run(other.rollback(TestSites.rollback(1), target));
        assertThat(result).isInstanceOfSatisfying(PublishResult.Published.class, done -> {
            assertThat(done.deployment().version()).isEqualTo(4);
            assertThat(done.deployment().restored()).isEqualTo(1);
            assertThat(done.deployment().logs().getFirst()).contains("Bringing back version 1 as version 4");
            assertThat(done.warnings()).isEmpty();
        });
        assertHolds(first);
        watch();
        assertThat(run(other.rollback(TestSites.rollback(1), target))).isInstanceOf(PublishResult.UpToDate.class);
        assertThat(run(other.rollback(TestSites.rollback(3), target))).isInstanceOf(PublishResult.Published.class);
        assertHolds(TestSites.bakery("three"));
        assertThat(publish(TestSites.bakery("three"))).isInstanceOf(PublishResult.UpToDate.class);
    }

    @Test
    void keepsTenReleasesAndNothingOlder() {
        for (int edition = 1; edition <= 12; edition++) {
            now = now.plus(Duration.ofDays(8));
            published(TestSites.bakery("edition " + edition), new Consent(true, false));
        }
        List<Release> kept = publisher("here").releases().kept(TestSites.SITE, TestSites.TARGET, target);
        assertThat(kept).extracting(Release::version).containsExactly(12, 11, 10, 9, 8, 7, 6, 5, 4, 3);
        assertThat(run(publisher("here").rollback(TestSites.rollback(2), target)))
                .isInstanceOfSatisfying(PublishResult.Refused.class, refused -> {
                    assertThat(refused.failure()).isInstanceOf(PublishFailure.MissingRelease.class);
                    assertThat(refused.failure().remedy()).contains("3, 4, 5");
                });
        assertThat(run(publisher("here").rollback(TestSites.rollback(3), target)))
                .isInstanceOf(PublishResult.Published.class);
        assertHolds(TestSites.bakery("edition 3"));
        published(TestSites.bakery("edition 14"), new Consent(true, false));
        published(TestSites.bakery("edition 15"), new Consent(true, false));
        List<String> records = target.list().stream().map(RemoteFile::path).toList();
        assertThat(records)
                .filteredOn(path -> path.startsWith("_deploy/releases/"))
                .hasSize(10);
        assertThat(records)
                .filteredOn(path -> path.startsWith("_deploy/blobs/"))
                .as("the four pages of the nine editions before")
                .hasSize(4 * 9);
    }

    @Test
    void saysWhichFileOfAReleaseIsGone() {
        published(TestSites.bakery("one"));
        target.put(TestSites.page("menu/index.html", "changed by hand"));
        settle();
        published(TestSites.bakery("two"));
        assertThat(run(publisher("here").rollback(TestSites.rollback(1), target)))
                .isInstanceOfSatisfying(PublishResult.Refused.class, refused -> assertThat(
                                refused.failure().happened())
                        .contains("Version 1 is not whole", "menu/index.html"));
        assertHolds(TestSites.bakery("two"));
    }

    @Test
    void neverBringsBackWhatSomebodyElsePutInItsPlace() {
        published(TestSites.bakery("one"));
        published(TestSites.bakery("two"));
        String home = TestSites.bakery("one").file("index.html").orElseThrow().sha256();
        long size = TestSites.bakery("one").file("index.html").orElseThrow().size();
        target.put(TestSites.file(
                "_deploy/blobs/" + home, "text/html; charset=utf-8", CacheControl.REVALIDATE, "z".repeat((int) size)));
        settle();
        assertThat(run(publisher("here").rollback(TestSites.rollback(1), target)))
                .isInstanceOf(PublishResult.Refused.class);
        assertThat(open().read("index.html").orElseThrow().text()).endsWith("two");
    }

    @Test
    void namesWhatSomebodyElseDid() {
        published(TestSites.bakery("one"));
        assertThat(drift("here").findings()).isEmpty();
        target.put(TestSites.page("menu/index.html", "Pizza"));
        target.put(TestSites.page("shop/index.html", "mine"));
        target.delete(List.of("robots.txt"));
        settle();
        Drift drift = drift("here");
        assertThat(drift.version()).isEqualTo(1);
        assertThat(drift.here()).isTrue();
        assertThat(drift.findings())
                .extracting(Drift.Finding::path, Drift.Finding::kind)
                .containsExactly(
                        tuple("menu/index.html", Drift.Kind.CHANGED),
                        tuple("robots.txt", Drift.Kind.REMOVED),
                        tuple("shop/index.html", Drift.Kind.ADDED));
        Drift seen =
                publisher("there", new MemoryDeployments()).releases().drift(TestSites.SITE, TestSites.TARGET, target);
        assertThat(seen.here()).isFalse();
        assertThat(seen.findings()).isEqualTo(drift.findings());
        target.delete(List.of(Manifest.PATH));
        settle();
        assertThat(drift("here").findings()).extracting(Drift.Finding::path).contains(Manifest.PATH, "menu/index.html");
    }

    @Test
    void anUnfinishedPublishIsNotSomebodyElses() {
        published(TestSites.bakery("one"));
        target = new WatchedTarget(open()).before(step -> {
            if (step.equals("put menu/index.html")) {
                throw new PublishProblem(new PublishFailure.Network("Cut.", "Mend it."));
            }
        });
        publish(TestSites.bakery("two"));
        watch();
        assertThat(drift("here").findings()).isEmpty();
    }

    @Test
    void tellsHowTwoReleasesDiffer() {
        published(TestSites.bakery("one"));
        published(TestSites.without(TestSites.bakery("two"), "menu/index.html"));
        var differences = publisher("there", new MemoryDeployments())
                .releases()
                .compare(TestSites.SITE, TestSites.TARGET, target, 1, 2);
        assertThat(differences)
                .filteredOn(each -> !each.path().startsWith("assets/"))
                .extracting(ReleaseHistory.Difference::path, ReleaseHistory.Difference::change)
                .containsExactly(
                        tuple("404.html", Change.CHANGED),
                        tuple("index.html", Change.CHANGED),
                        tuple("menu/bread/rye/index.html", Change.CHANGED),
                        tuple("menu/index.html", Change.REMOVED));
        assertThat(differences).hasSize(8);
    }

    @Test
    void failsWhenTheHostLosesAFile() {
        if (target.capabilities().atomic()) {
            return;
        }
        target.before(step -> {
            if (step.startsWith("keep _deploy/releases/")) {
                open().delete(List.of("robots.txt"));
            }
        });
        assertThat(publish(TestSites.bakery("one"))).isInstanceOfSatisfying(PublishResult.Refused.class, refused -> {
            assertThat(refused.failure()).isInstanceOf(PublishFailure.Damaged.class);
            assertThat(refused.failure().happened()).contains("robots.txt is missing");
        });
        watch();
        published(TestSites.bakery("one"));
        assertHolds(TestSites.bakery("one"));
    }

    @Test
    void rollingBackCanBeCutAndGoneOnWith() {
        published(TestSites.bakery("one"));
        published(TestSites.bakery("two"));
        for (int cut = 1; cut < 12; cut++) {
            int broken = cut;
            AtomicInteger count = new AtomicInteger();
            target = new WatchedTarget(open()).before(step -> {
                if (!step.equals("list") && count.incrementAndGet() == broken) {
                    throw new PublishProblem(new PublishFailure.Network("Cut.", "Mend it."));
                }
            });
            run(publisher("here").rollback(TestSites.rollback(1), target));
            assertThat(missingAssets()).isEmpty();
        }
        watch();
        run(publisher("here").rollback(TestSites.rollback(1), target));
        assertHolds(TestSites.bakery("one"));
    }
}
