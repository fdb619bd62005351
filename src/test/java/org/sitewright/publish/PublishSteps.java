package org.sitewright.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.sitewright.publish.PublishRequest.Consent;
import org.sitewright.render.OutputTree;
import org.sitewright.site.Ids;
import org.sitewright.work.CancelToken;
import org.sitewright.work.Job;
import org.sitewright.work.Parallel;
import org.sitewright.work.Progress;

/// What tests of publishing to a target do again and again. The time stands still until a test moves it.
public abstract class PublishSteps {
    private static final Pattern ASSET = Pattern.compile("/(assets/[\\w.-]+)");

    protected final MemoryDeployments deployments = new MemoryDeployments();
    protected Instant now = Instant.parse("2026-03-01T10:00:00Z");
    protected WatchedTarget target = new WatchedTarget(new MemoryTarget(Clock.systemUTC()));
    private final Ids ids = new Ids(new Random(5));

    /// Opens the same, at first empty, place each time within a test; where a release is live at once, anew each time.
    protected abstract PublishTarget open();

    @BeforeEach
    final void watch() {
        target = new WatchedTarget(open());
    }

    /// Makes visible what was staged.
    protected final void settle() {
        target.commit(Progress.NONE, new CancelToken());
    }

    protected final PublishResult.Published published(OutputTree tree) {
        return published(tree, Consent.NONE);
    }

    protected final PublishResult.Published published(OutputTree tree, Consent consent) {
        PublishResult result = publish(tree, consent, "here", target);
        if (result instanceof PublishResult.Published published) {
            return published;
        }
        throw new AssertionError("not published: " + result);
    }

    protected final PublishResult publish(OutputTree tree) {
        return publish(tree, Consent.NONE, "here", target);
    }

    protected final PublishResult publish(OutputTree tree, Consent consent, String computer, PublishTarget place) {
        return run(publisher(computer).publish(TestSites.request(tree, consent), place));
    }

    protected final Publisher publisher(String computer) {
        return publisher(computer, deployments);
    }

    protected final Publisher publisher(String computer, DeploymentRepository records) {
        return new Publisher(records, Clock.fixed(now, ZoneOffset.UTC), ids, computer);
    }

    protected static PublishResult run(Job<PublishResult> job) {
        return run(job, new CancelToken());
    }

    private static PublishResult run(Job<PublishResult> job, CancelToken cancel) {
        try {
            return job.run(Progress.NONE, cancel);
        } catch (RuntimeException fault) {
            throw fault;
        } catch (Exception fault) {
            throw new IllegalStateException(fault);
        }
    }

    /// Publishes to a host that stands still, on a virtual thread as jobs do, and stops it then.
    ///
    /// @param arrange makes the host stand still, and tells what it is given when it does
    protected final void assertStopsSoon(PublishTarget place, OutputTree tree, Consumer<Runnable> arrange) {
        CancelToken cancel = new CancelToken();
        AtomicLong asked = new AtomicLong();
        arrange.accept(() -> {
            asked.compareAndSet(0, System.nanoTime());
            cancel.cancel();
        });
        Job<PublishResult> job = publisher("here").publish(TestSites.request(tree, Consent.NONE), place);
        assertThatThrownBy(() -> Parallel.each(List.of(job), 1, new CancelToken(), each -> run(each, cancel)))
                .isInstanceOf(CancellationException.class);
        assertThat(asked.get()).as("when it was asked to stop").isPositive();
        assertThat(Duration.ofNanos(System.nanoTime() - asked.get()))
                .as("how long it went on")
                .isLessThan(Duration.ofSeconds(10));
    }

    protected final Drift drift(String computer) {
        return publisher(computer).releases().drift(TestSites.SITE, TestSites.TARGET, target);
    }

    /// Whether every file of the build is there byte for byte.
    protected final void assertHolds(OutputTree tree) {
        tree.files().values().forEach(file -> {
            try (var in = open().open(file.path())) {
                assertThat(in.readAllBytes())
                        .as(file.path())
                        .isEqualTo(file.source().all());
            } catch (IOException fault) {
                throw new UncheckedIOException(fault);
            }
        });
        assertThat(sitePaths())
                .filteredOn(path -> !path.startsWith("assets/"))
                .containsExactlyElementsOf(tree.files().keySet().stream()
                        .filter(path -> !path.startsWith("assets/"))
                        .toList());
    }

    protected final List<String> sitePaths() {
        return open().list().stream()
                .map(RemoteFile::path)
                .filter(path -> !path.startsWith(PublishTarget.RECORDS))
                .sorted()
                .toList();
    }

    protected final List<String> assets() {
        return sitePaths().stream().filter(path -> path.startsWith("assets/")).toList();
    }

    protected final List<String> missingAssets() {
        List<String> missing = new ArrayList<>();
        List<String> before = assets();
        for (String path : sitePaths()) {
            String text = path.endsWith(".html")
                    ? open().read(path).map(RemoteText::text).orElse("")
                    : "";
            Matcher asset = ASSET.matcher(text);
            while (asset.find()) {
                if (!before.contains(asset.group(1)) && !assets().contains(asset.group(1))) {
                    missing.add(path + " → " + asset.group(1));
                }
            }
        }
        return missing;
    }
}
