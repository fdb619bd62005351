package org.sitewright.publish;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.CancellationException;
import java.util.stream.Collectors;
import org.sitewright.publish.PublishRequest.Consent;
import org.sitewright.render.OutputFile;
import org.sitewright.render.OutputTree;
import org.sitewright.site.Ids;
import org.sitewright.work.CancelToken;
import org.sitewright.work.Job;
import org.sitewright.work.Progress;

/// Publishes and brings back, again and again, to one place that fails now and then. After each failure the site there
/// is whole, and the same once more completes.
public final class PublishCampaign {
    private static final OutputFile STRANGER = TestSites.page("stranger/index.html", "not published from here");

    private final List<PublishFailure> failures = new ArrayList<>();
    private final MemoryDeployments deployments = new MemoryDeployments();
    private final Map<Integer, OutputTree> releases = new HashMap<>();
    private final Publisher publisher;
    private final PublishTarget faulty;
    private final PublishTarget good;
    private final Random random;
    private int edition;

    /// @param faulty the place with faults
    /// @param good the same place without
    public PublishCampaign(PublishTarget faulty, PublishTarget good, long seed) {
        this(faulty, good, seed, Clock.systemUTC());
    }

    /// @param clock of the computer
    PublishCampaign(PublishTarget faulty, PublishTarget good, long seed, Clock clock) {
        this.faulty = faulty;
        this.good = good;
        this.random = new Random(seed);
        this.publisher = new Publisher(deployments, clock, new Ids(new Random(seed)), "here");
        publish(build(), good, new CancelToken());
        publish(build(), good, new CancelToken());
        good.put(STRANGER);
        good.commit(Progress.NONE, new CancelToken());
    }

    /// What publishing said each time that it failed.
    public List<PublishFailure> failures() {
        return List.copyOf(failures);
    }

    /// One schedule: something is done while faults happen, then the same without.
    ///
    /// @return whether it failed the first time
    public boolean step(Runnable faultsBegin, Runnable faultsEnd, CancelToken cancel) {
        List<Release> kept = publisher.releases().kept(TestSites.SITE, TestSites.TARGET, good);
        Release wanted = random.nextInt(3) == 0 ? kept.get(random.nextInt(kept.size())) : null;
        OutputTree tree = wanted == null ? build() : tree(wanted);
        faultsBegin.run();
        boolean failed = wanted == null ? publish(tree, faulty, cancel) : rollback(wanted, faulty, cancel);
        faultsEnd.run();
        assertThat(missing()).as("what pages name").isEmpty();
        assertThere(STRANGER);
        boolean again = (wanted == null || isGone(wanted))
                ? publish(tree, good, new CancelToken())
                : rollback(wanted, good, new CancelToken());
        assertThat(again)
                .as(() -> "a second time, without faults, fails: " + failures)
                .isFalse();
        tree.files().values().forEach(this::assertThere);
        assertThere(STRANGER);
        return failed;
    }

    private OutputTree tree(Release release) {
        return Objects.requireNonNull(releases.get(release.version()), release::toString);
    }

    private boolean isGone(Release release) {
        return publisher.releases().kept(TestSites.SITE, TestSites.TARGET, good).stream()
                .noneMatch(kept -> kept.version() == release.version());
    }

    private OutputTree build() {
        OutputTree tree = TestSites.bakery("edition " + edition++);
        return switch (random.nextInt(3)) {
            case 0 -> TestSites.without(tree, "menu/index.html");
            case 1 -> TestSites.with(tree, TestSites.page("news/" + edition + "/index.html", "News"));
            default -> tree;
        };
    }

    private boolean publish(OutputTree tree, PublishTarget place, CancelToken cancel) {
        return run(publisher.publish(TestSites.request(tree, new Consent(true, false)), place), tree, cancel);
    }

    private boolean rollback(Release release, PublishTarget place, CancelToken cancel) {
        OutputTree tree = tree(release);
        return run(publisher.rollback(TestSites.rollback(release.version()), place), tree, cancel);
    }

    private boolean run(Job<PublishResult> job, OutputTree tree, CancelToken cancel) {
        try {
            PublishResult result = job.run(Progress.NONE, cancel);
            return switch (result) {
                case PublishResult.Published done -> {
                    releases.put(done.deployment().version(), tree);
                    yield false;
                }
                case PublishResult.UpToDate same -> false;
                case PublishResult.Refused refused -> {
                    // A lost answer to the last write leaves a release that is live though its publisher does not know.
                    releases.put(refused.deployment().version(), tree);
                    failures.add(refused.failure());
                    yield true;
                }
            };
        } catch (CancellationException stopped) {
            // Stopped before it became a deployment, nothing was begun.
            releases.putIfAbsent(deployments.list(TestSites.SITE).getFirst().version(), tree);
            return true;
        } catch (RuntimeException fault) {
            throw fault;
        } catch (Exception fault) {
            throw new IllegalStateException(fault);
        }
    }

    private List<String> missing() {
        Map<String, RemoteFile> listed = good.list().stream().collect(Collectors.toMap(RemoteFile::path, file -> file));
        List<String> missing = new ArrayList<>();
        listed.keySet().stream().filter(Reasons::isPage).forEach(page -> {
            String text = good.read(page).map(RemoteText::text).orElse("");
            Reasons.assets(TestSites.page(page, text)).stream()
                    .filter(asset -> !listed.containsKey(asset))
                    .forEach(asset -> missing.add(page + " names " + asset));
        });
        return missing;
    }

    private void assertThere(OutputFile file) {
        try (InputStream in = good.open(file.path())) {
            assertThat(in.readAllBytes())
                    .as(file.path())
                    .isEqualTo(file.source().all());
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }
}
