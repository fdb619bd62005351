package org.sitewright.publish;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.sitewright.publish.Manifest.Entry;
import org.sitewright.publish.Manifest.State;
import org.sitewright.publish.PlannedFile.Change;
import org.sitewright.render.OutputFile;
import org.sitewright.work.CancelToken;
import org.sitewright.work.Parallel;
import org.sitewright.work.Progress;

/// One deployment, from taking the place to giving it back.
final class PublishRun {
    private final PublishRequest request;
    private final PublishTarget target;
    private final DeploymentRepository deployments;
    private final Clock clock;
    private final String computer;
    private final Map<String, String> sent = new ConcurrentHashMap<>();
    private final List<String> warnings = new ArrayList<>();
    private Deployment deployment;
    private int deleted;

    PublishRun(
            PublishRequest request,
            PublishTarget target,
            Deployment deployment,
            DeploymentRepository deployments,
            Clock clock,
            String computer) {
        this.request = request;
        this.target = target;
        this.deployment = deployment;
        this.deployments = deployments;
        this.clock = clock;
        this.computer = computer;
    }

    PublishResult with(Survey survey, Progress progress, CancelToken cancel) {
        try {
            publish(survey, progress, cancel);
            return new PublishResult.Published(deployment, survey.plan(), warnings);
        } catch (PublishProblem refused) {
            fail(Publisher.words(refused));
            return new PublishResult.Refused(refused.failure(), deployment);
        } catch (CancellationException stopped) {
            fail("Cancelled. Visitors see whole pages; publishing again goes on from here.");
            throw stopped;
        } catch (RuntimeException fault) {
            fail("Publishing stopped because of a fault in the program. (SW-PUB-500)");
            throw fault;
        }
    }

    private void publish(Survey survey, Progress progress, CancelToken cancel) {
        if (survey.manifest().isHeldAgainst(computer, clock.instant())) {
            throw Lease.lost();
        }
        deployment = deployment.publishing();
        log("Publishing version " + deployment.version() + " to " + target.describe() + ": "
                + survey.plan().toSend() + " files, " + survey.plan().bytesToSend() + " bytes");
        if (target.capabilities().atomic()) {
            publishAtOnce(survey, progress, cancel);
        } else {
            publishInOrder(survey, progress, cancel);
        }
        deployment = deployment.completed(amount(), clock.instant());
        deployments.update(deployment);
    }

    /// Where a whole release becomes visible at once, nothing goes out before: two publishers meet at the commit.
    private void publishAtOnce(Survey survey, Progress progress, CancelToken cancel) {
        List<OutputFile> files = filesToSend(survey);
        Counter counter = new Counter(files.size(), progress);
        sendAll(files, () -> {}, counter, cancel);
        delete(survey.plan(), progress);
        String record = ManifestJson.write(live(survey));
        if (target.writeIf(Manifest.PATH, record, survey.tag()).isEmpty()) {
            throw Lease.lost();
        }
        cancel.check();
        target.commit(progress, cancel);
        log("Version " + deployment.version() + " is live");
    }

    private void publishInOrder(Survey survey, Progress progress, CancelToken cancel) {
        Lease lease = Lease.take(target, clock, begun(survey), survey.tag());
        boolean done = false;
        try {
            send(survey, lease, progress, cancel);
            cancel.check();
            lease.complete(live(survey));
            done = true;
            log("Version " + deployment.version() + " is live");
        } finally {
            if (!done) {
                lease.stop(sent);
            }
        }
        delete(survey.plan(), progress);
    }

    private void send(Survey survey, Lease lease, Progress progress, CancelToken cancel) {
        List<OutputFile> files = filesToSend(survey);
        Counter counter = new Counter(files.size(), progress);
        PublishOrder order = PublishOrder.of(files);
        sendAll(order.assets(), () -> lease.touch(sent), counter, cancel);
        if (!order.assets().isEmpty()) {
            check(order.assets());
            log("Sent and checked " + order.assets().size() + " pictures, styles and fonts");
        }
        for (List<OutputFile> stage : order.rest()) {
            sendAll(stage, () -> lease.touch(sent), counter, cancel);
        }
    }

    private List<OutputFile> filesToSend(Survey survey) {
        return survey.plan().files().stream()
                .filter(file -> file.change() == Change.NEW || file.change() == Change.CHANGED)
                .map(file -> request.tree().file(file.path()).orElseThrow())
                .toList();
    }

    private void sendAll(List<OutputFile> files, Runnable afterEach, Counter counter, CancelToken cancel) {
        Parallel.each(files, target.capabilities().parallel(), cancel, file -> {
            counter.begin(file.path());
            sent.put(file.path(), target.put(file));
            counter.end(file.path());
            afterEach.run();
        });
    }

    /// No page goes out before the host itself has listed all that it uses.
    private void check(List<OutputFile> assets) {
        Map<String, RemoteFile> listed =
                target.list().stream().collect(Collectors.toMap(RemoteFile::path, file -> file));
        for (OutputFile asset : assets) {
            RemoteFile there = listed.get(asset.path());
            if (there == null || there.size() != asset.size() || !there.tag().equals(sent.get(asset.path()))) {
                throw new PublishProblem(new PublishFailure.Damaged(
                        "The host does not have " + asset.path() + " as it was sent.",
                        "Publish again; if it happens again, ask the host."));
            }
        }
    }

    private void delete(PublishPlan plan, Progress progress) {
        List<String> paths =
                plan.of(Change.REMOVED).stream().map(PlannedFile::path).toList();
        if (paths.isEmpty()) {
            return;
        }
        if (plan.deletesMany() && !request.consent().manyDeletes()) {
            warn(paths.size() + " files that the site no longer has were left at the host, because they are so many."
                    + " Publish again and agree to delete them.");
            return;
        }
        progress.at(0, 0, "Removing " + paths.size() + " files");
        try {
            target.delete(paths);
            deleted = paths.size();
            log("Removed " + paths.size() + " files that the site no longer has");
        } catch (PublishProblem kept) {
            warn("Files that the site no longer has could not be removed: " + Publisher.words(kept));
        }
    }

    private Manifest begun(Survey survey) {
        Map<String, Entry> pending = new HashMap<>();
        for (PlannedFile file : survey.plan().files()) {
            if (file.change() != Change.REMOVED) {
                OutputFile output = request.tree().file(file.path()).orElseThrow();
                pending.put(file.path(), Entry.of(output, survey.tags().getOrDefault(file.path(), "")));
            }
        }
        Manifest before = survey.manifest();
        return manifest(State.PUBLISHING, before.files(), pending, survey);
    }

    private Manifest live(Survey survey) {
        Map<String, Entry> files = new HashMap<>();
        Map<String, String> tags = new HashMap<>(survey.tags());
        tags.putAll(sent);
        request.tree().files().forEach((path, file) -> files.put(path, Entry.of(file, tags.getOrDefault(path, ""))));
        return manifest(State.LIVE, files, Map.of(), survey);
    }

    private Manifest manifest(State state, Map<String, Entry> files, Map<String, Entry> pending, Survey survey) {
        Instant now = clock.instant();
        int version = survey.manifest().version() + 1;
        return new Manifest(
                Manifest.FORMAT,
                state,
                request.site().toString(),
                deployment.id().toString(),
                computer,
                state == State.LIVE ? version : survey.manifest().version(),
                deployment.createdAt(),
                now,
                files,
                pending,
                survey.retired(version));
    }

    private void fail(String words) {
        deployment = deployment.failed(words, amount(), clock.instant());
        deployments.update(deployment);
    }

    private Deployment.Sent amount() {
        long bytes = sent.keySet().stream()
                .mapToLong(path -> request.tree().file(path).orElseThrow().size())
                .sum();
        return new Deployment.Sent(sent.size(), bytes, deleted);
    }

    private void warn(String line) {
        warnings.add(line);
        log(line);
    }

    private void log(String line) {
        deployment = deployment.withLog(List.of(clock.instant() + " " + line));
        deployments.update(deployment);
    }

    /// Counts files for the progress, whichever thread sends them.
    private static final class Counter {
        private final int total;
        private final Progress progress;
        private int done;

        Counter(int total, Progress progress) {
            this.total = total;
            this.progress = progress;
        }

        synchronized void begin(String path) {
            progress.at(done, total, "Sending " + path);
        }

        synchronized void end(String path) {
            done++;
            progress.at(done, total, "Sent " + path);
        }
    }
}
