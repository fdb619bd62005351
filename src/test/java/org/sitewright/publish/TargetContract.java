package org.sitewright.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.sitewright.publish.PlannedFile.Change;
import org.sitewright.publish.PublishRequest.Consent;
import org.sitewright.render.Bytes;
import org.sitewright.render.CacheControl;
import org.sitewright.render.OutputFile;
import org.sitewright.render.OutputTree;
import org.sitewright.work.CancelToken;
import org.sitewright.work.Progress;

/// What every target must do, and what publishing must be able to do with every target.
public abstract class TargetContract extends ReleaseContract {
    @Test
    void passesItsOwnTestAndLeavesNothing() {
        assertThat(target.test()).isInstanceOf(Verdict.Ready.class);
        assertThat(target.list()).isEmpty();
    }

    @Test
    void listsWhatWasPut() {
        OutputFile file = TestSites.page("a/b c/ü/index.html", "text ✓");
        String tag = target.put(file);
        settle();
        assertThat(target.list()).singleElement().satisfies(listed -> {
            assertThat(listed.path()).isEqualTo(file.path());
            assertThat(listed.size()).isIn(file.size(), RemoteFile.UNKNOWN);
            assertThat(listed.tag()).isEqualTo(tag);
        });
        assertThat(target.expectedTag(file).orElse(tag)).isEqualTo(tag);
        assertThat(target.read(file.path())).contains(new RemoteText("text ✓", tag));
        assertThat(target.read("a/missing.txt")).isEmpty();
        String changed = target.put(TestSites.page(file.path(), "other"));
        assertThat(changed).isNotEqualTo(tag);
        settle();
        target.delete(List.of(file.path(), "never/was/there.txt"));
        settle();
        assertThat(target.list()).isEmpty();
    }

    /// As many a host tells no more of a file than its size and the second of its last change.
    @Test
    void tellsContentsOfOneSizeApart() {
        String before = "";
        for (String text : List.of("one", "two", "six", "ten")) {
            String tag = target.put(TestSites.page("index.html", text));
            assertThat(tag).as(text).isNotEmpty().isNotEqualTo(before);
            before = tag;
        }
        settle();
        assertThat(target.list()).singleElement().extracting(RemoteFile::tag).isEqualTo(before);
    }

    @Test
    void givesBackWhatIsNoText() throws IOException {
        byte[] content = new byte[70_000];
        new Random(3).nextBytes(content);
        OutputFile picture = OutputFile.of("assets/p.webp", "image/webp", CacheControl.IMMUTABLE, Bytes.of(content));
        target.put(picture);
        settle();
        try (InputStream in = target.open(picture.path())) {
            assertThat(in.readAllBytes()).isEqualTo(content);
        }
        assertThatThrownBy(() -> target.open("assets/none.webp").close()).isInstanceOf(PublishProblem.class);
    }

    @Test
    void writesOnConditionOnly() {
        String path = Manifest.PATH;
        String first = target.writeIf(path, "one", "").orElseThrow();
        assertThat(target.writeIf(path, "two", "")).isEmpty();
        assertThat(target.writeIf(path, "two", "0123456789abcdef0123456789abcdef"))
                .isEmpty();
        String second = target.writeIf(path, "two", first).orElseThrow();
        assertThat(target.writeIf(path, "three", first)).isEmpty();
        assertThat(target.read(path)).contains(new RemoteText("two", second));
    }

    @Test
    void publishesThenSendsOnlyWhatChanged() {
        PublishResult.Published first = published(TestSites.bakery("one"));
        assertThat(first.deployment().status()).isEqualTo(DeploymentStatus.COMPLETED);
        assertThat(first.deployment().version()).isEqualTo(1);
        assertThat(first.deployment().sent().files()).isEqualTo(7);
        assertThat(sitePaths())
                .containsExactlyElementsOf(TestSites.bakery("one").files().keySet());

        watch();
        OutputFile menu = TestSites.page("menu/index.html", "New prices");
        OutputTree changed = TestSites.with(TestSites.bakery("one"), menu);
        PublishPlan plan = publisher("here").plan(TestSites.request(changed), target);
        assertThat(plan.of(Change.CHANGED)).singleElement().satisfies(file -> {
            assertThat(file.path()).isEqualTo("menu/index.html");
            assertThat(file.reason()).isEqualTo("Menu: page changed");
        });
        assertThat(published(changed).deployment().version()).isEqualTo(2);
        assertThat(target.puts()).containsExactly("menu/index.html");
        assertThat(target.read("menu/index.html").orElseThrow().text()).isEqualTo("New prices");
    }

    @Test
    void sendsNothingWhenNothingChanged() {
        published(TestSites.bakery("one"));
        watch();
        assertThat(publish(TestSites.bakery("one"))).isInstanceOf(PublishResult.UpToDate.class);
        assertThat(target.steps()).isEmpty();
        assertThat(deployments.list(TestSites.SITE)).hasSize(1);
    }

    @Test
    void sendsInTheSafeOrder() {
        published(TestSites.bakery("one"));
        watch();
        published(TestSites.without(TestSites.bakery("two"), "menu/index.html"));
        List<String> steps = target.steps();
        if (target.capabilities().atomic()) {
            assertThat(steps.subList(steps.size() - 3, steps.size()))
                    .containsExactly("delete menu/index.html", "write " + Manifest.PATH, "commit");
            return;
        }
        List<String> kinds =
                new ArrayList<>(steps.stream().map(TargetContract::kind).toList());
        kinds.set(kinds.lastIndexOf("1 lease"), "7 live");
        assertThat(kinds).isSortedAccordingTo(Comparator.naturalOrder());
        assertThat(kinds).containsSubsequence("1 lease", "2 asset", "4 leaf", "6 home", "7 live", "8 delete");
        assertThat(steps.getLast()).isEqualTo("delete menu/index.html");
    }

    @Test
    void neverShowsAVisitorAPageWithoutItsAssets() {
        List<String> missing = Collections.synchronizedList(new ArrayList<>());
        published(TestSites.bakery("one"));
        target = new WatchedTarget(open()).before(step -> missing.addAll(missingAssets()));
        published(TestSites.bakery("two"));
        assertThat(missingAssets()).isEmpty();
        assertThat(missing).isEmpty();
        assertThat(target.steps()).isNotEmpty();
    }

    @Test
    void goesOnWhereItWasCut() {
        OutputTree tree = TestSites.many(30, 100);
        AtomicInteger count = new AtomicInteger();
        target = new WatchedTarget(open()).before(step -> {
            if (step.startsWith("put") && count.incrementAndGet() > 12) {
                throw new PublishProblem(new PublishFailure.Network("Cut.", "Mend it."));
            }
        });
        PublishResult cut = publish(tree);
        assertThat(cut).isInstanceOfSatisfying(PublishResult.Refused.class, refused -> {
            assertThat(refused.failure()).isInstanceOf(PublishFailure.Network.class);
            assertThat(refused.deployment().status()).isEqualTo(DeploymentStatus.FAILED);
            assertThat(refused.deployment().error()).contains("Cut.", "Mend it.", "SW-PUB-NET");
        });
        int arrived = sitePaths().size();
        watch();
        published(tree);
        assertThat(target.puts()).hasSize(30 - arrived);
        assertThat(sitePaths()).hasSize(30);
    }

    @Test
    void goesOnAfterTheComputerDied() {
        OutputTree tree = TestSites.many(10, 100);
        AtomicInteger count = new AtomicInteger();
        target = new WatchedTarget(open()).before(step -> {
            if (count.incrementAndGet() > 6) {
                throw new PublishProblem(new PublishFailure.Network("Dead.", "Start it."));
            }
        });
        publish(tree);
        int arrived = sitePaths().size();
        watch();
        published(tree);
        boolean tellsContent = target.expectedTag(TestSites.page("a.html", "a")).isPresent();
        assertThat(target.puts()).hasSize(tellsContent ? 10 - arrived : 10);
    }

    @Test
    void canBeCancelled() {
        CancelToken cancel = new CancelToken();
        AtomicInteger count = new AtomicInteger();
        target = new WatchedTarget(open()).before(step -> {
            if (step.startsWith("put") && count.incrementAndGet() == 5) {
                cancel.cancel();
            }
        });
        OutputTree tree = TestSites.many(60, 100);
        assertThatThrownBy(() -> publisher("here")
                        .publish(TestSites.request(tree), target)
                        .run(Progress.NONE, cancel))
                .isInstanceOf(CancellationException.class);
        assertThat(sitePaths()).hasSizeLessThan(60);
        assertThat(deployments.list(TestSites.SITE).getFirst().status()).isEqualTo(DeploymentStatus.FAILED);
        watch();
        published(tree);
        assertThat(sitePaths()).hasSize(60);
    }

    @Test
    void deletesOnlyWhatItPutThere() {
        published(TestSites.bakery("one"));
        target.put(TestSites.page("stranger/index.html", "mine"));
        settle();
        watch();
        PublishResult.Published second = published(TestSites.without(TestSites.bakery("one"), "menu/index.html"));
        assertThat(second.deployment().sent().deleted()).isEqualTo(1);
        assertThat(sitePaths()).contains("stranger/index.html").doesNotContain("menu/index.html");
        target.put(TestSites.page("menu/bread/rye/index.html", "changed by hand"));
        settle();
        published(TestSites.without(TestSites.bakery("one"), "menu/index.html", "menu/bread/rye/index.html"));
        assertThat(sitePaths()).contains("menu/bread/rye/index.html");
    }

    @Test
    void keepsOldAssetsForVisitorsForAWhile() {
        published(TestSites.bakery("one"));
        List<String> old = assets();
        for (int edition = 2; edition <= 10; edition++) {
            now = now.plus(Duration.ofDays(8));
            published(TestSites.bakery("edition " + edition), new Consent(true, false));
            assertThat(sitePaths()).as("edition " + edition).containsAll(old);
        }
        PublishResult.Published later = published(TestSites.bakery("edition 11"), new Consent(true, false));
        assertThat(later.deployment().sent().deleted()).isEqualTo(2);
        assertThat(sitePaths()).doesNotContainAnyElementsOf(old);
    }

    @Test
    void asksBeforeItDeletesMany() {
        published(TestSites.many(20, 10));
        OutputTree little = TestSites.many(5, 10);
        PublishResult.Published asked = published(little);
        assertThat(asked.plan().deletesMany()).isTrue();
        assertThat(asked.warnings()).singleElement().asString().contains("15 files");
        assertThat(sitePaths()).hasSize(20);
        published(little, new Consent(true, false));
        assertThat(sitePaths()).hasSize(5);
    }

    @Test
    void sendsAgainWhatSomebodyElseChanged() {
        published(TestSites.bakery("one"));
        target.put(TestSites.page("menu/index.html", "Pizza"));
        target.delete(List.of("robots.txt"));
        settle();
        PublishPlan plan = publisher("here").plan(TestSites.request(TestSites.bakery("one")), target);
        Map<String, String> reasons = plan.files().stream()
                .filter(file -> file.change() != Change.UNCHANGED)
                .collect(Collectors.toMap(PlannedFile::path, PlannedFile::reason));
        assertThat(reasons)
                .containsOnly(
                        Map.entry("menu/index.html", "Menu: page was changed there by someone else"),
                        Map.entry("robots.txt", "robots.txt missing there"));
        published(TestSites.bakery("one"));
        assertThat(target.read("menu/index.html").orElseThrow().text()).contains("Menu");
    }

    @Test
    void letsOneOfTwoComputersPublish() {
        if (target.capabilities().atomic()) {
            letsTheFirstToCommitPublish();
            return;
        }
        target.before(step -> {
            if (step.equals("put robots.txt")) {
                PublishResult other = publish(TestSites.bakery("two"), Consent.NONE, "there", open());
                assertThat(other)
                        .isInstanceOfSatisfying(PublishResult.Refused.class, refused -> assertThat(refused.failure())
                                .isInstanceOf(PublishFailure.Conflict.class));
            }
        });
        published(TestSites.bakery("one"));
        assertThat(missingAssets()).isEmpty();
        assertThat(deployments.list(TestSites.SITE))
                .extracting(Deployment::status)
                .containsExactly(DeploymentStatus.FAILED, DeploymentStatus.COMPLETED);
    }

    private void letsTheFirstToCommitPublish() {
        target.before(step -> {
            if (step.equals("put robots.txt")) {
                assertThat(publish(TestSites.bakery("two"), Consent.NONE, "there", open()))
                        .isInstanceOf(PublishResult.Published.class);
            }
        });
        assertThat(publish(TestSites.bakery("one")))
                .isInstanceOfSatisfying(PublishResult.Refused.class, refused -> assertThat(refused.failure())
                        .isInstanceOf(PublishFailure.Conflict.class));
        assertThat(open().read("index.html").orElseThrow().text()).endsWith("two");
    }

    /// A fault at each request of a second publish in turn: visitors see whole pages, and a rerun completes.
    @Test
    void staysWholeAfterAFaultAtAnyRequest() {
        published(TestSites.bakery("one"));
        OutputTree next = TestSites.without(TestSites.bakery("two"), "menu/index.html");
        for (int broken = 1; broken <= 12; broken += faultStep()) {
            AtomicInteger count = new AtomicInteger();
            int at = broken;
            target = new WatchedTarget(open()).before(step -> {
                if (count.incrementAndGet() == at) {
                    throw new PublishProblem(new PublishFailure.Network("Cut.", "Mend it."));
                }
            });
            OutputTree tree = broken % 2 == 0 ? TestSites.bakery("one") : next;
            publish(tree);
            assertThat(missingAssets()).as("after a fault at request " + at).isEmpty();
            watch();
            assertThat(publish(tree)).isNotInstanceOf(PublishResult.Refused.class);
            assertThat(missingAssets()).isEmpty();
        }
        assertThat(open().read("404.html").orElseThrow().text()).contains("Not found");
    }

    /// How many requests lie between the faults that are tried.
    protected int faultStep() {
        return 2;
    }

    @Test
    void refusesThePlaceOfAnotherSite() {
        String record = ManifestJson.write(Manifest.none("another"));
        target.writeIf(Manifest.PATH, record, "");
        settle();
        assertThat(publish(TestSites.bakery("one")))
                .isInstanceOfSatisfying(
                        PublishResult.Refused.class,
                        refused -> assertThat(refused.failure().happened()).contains("Another site"));
        published(TestSites.bakery("one"), new Consent(false, true));
    }

    @Test
    void saysWhenItsRecordIsDamaged() {
        target.writeIf(Manifest.PATH, "{\"format\":1", "");
        settle();
        assertThat(publish(TestSites.bakery("one")))
                .isInstanceOfSatisfying(PublishResult.Refused.class, refused -> assertThat(refused.failure())
                        .isInstanceOf(PublishFailure.Damaged.class));
    }

    @Test
    void triesEverythingInADryRunAndChangesNothing() {
        DryRunTarget dry = new DryRunTarget(target, Clock.systemUTC());
        assertThat(publish(TestSites.bakery("one"), Consent.NONE, "here", dry))
                .isInstanceOf(PublishResult.Published.class);
        assertThat(target.steps()).isEmpty();
        assertThat(target.list()).isEmpty();
    }

    private static String kind(String step) {
        if (step.startsWith("delete ")) {
            return "8 delete";
        }
        String path = step.substring(step.indexOf(' ') + 1);
        if (step.startsWith("write ") || path.startsWith("_deploy/blobs/")) {
            return "1 lease";
        }
        if (path.startsWith("_deploy/releases/")) {
            return "7 live";
        }
        if (path.startsWith("assets/")) {
            return "2 asset";
        }
        if (!path.endsWith(".html")) {
            return "3 other";
        }
        return path.equals("index.html") ? "6 home" : path.equals("menu/bread/rye/index.html") ? "4 leaf" : "5 page";
    }
}
