package org.sitewright.publish;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.sitewright.publish.PlannedFile.Change;
import org.sitewright.render.OutputFile;
import org.sitewright.work.CancelToken;
import org.sitewright.work.Parallel;
import org.sitewright.work.Progress;

/// One deployment, from taking the place to the proof that all is there.
final class PublishRun {
    private final Survey survey;
    private final PublishTarget target;
    private final Diary diary;
    private final Clock clock;
    private final String computer;
    private final Verification verification;
    private final Map<String, String> sent = new ConcurrentHashMap<>();
    private int deleted;

    PublishRun(
            Survey survey, PublishTarget target, Diary diary, Clock clock, String computer, Verification verification) {
        this.survey = survey;
        this.target = target;
        this.diary = diary;
        this.clock = clock;
        this.computer = computer;
        this.verification = verification;
    }

    PublishResult run(Progress progress, CancelToken cancel) {
        try {
            publish(progress, cancel);
            return new PublishResult.Published(diary.deployment(), survey.plan(), diary.warnings());
        } catch (PublishProblem refused) {
            diary.fail(Publisher.words(refused), amount());
            return new PublishResult.Refused(refused.failure(), diary.deployment());
        } catch (CancellationException stopped) {
            diary.fail("Cancelled. Visitors see whole pages; publishing again goes on from here.", amount());
            throw stopped;
        } catch (RuntimeException fault) {
            diary.fail("Publishing stopped because of a fault in the program. (SW-PUB-500)", amount());
            throw fault;
        }
    }

    private void publish(Progress progress, CancelToken cancel) {
        if (survey.host().manifest().isHeldAgainst(computer, clock.instant())) {
            throw Lease.lost();
        }
        diary.begin(opening());
        int version = diary.deployment().version();
        Keeping keeping = new Keeping(target, survey.host(), survey.request().tree(), version, survey.sameSite());
        Records records = new Records(survey, keeping, diary.deployment(), clock, computer);
        AfterPublish after = new AfterPublish(survey, target, diary, verification);
        Manifest live = target.capabilities().atomic()
                ? atOnce(keeping, records, after, progress, cancel)
                : inOrder(keeping, records, progress, cancel);
        diary.log("Version " + version + " is live");
        after.refresh(progress, cancel);
        after.visit(progress, cancel);
        if (!target.capabilities().atomic()) {
            deleted = after.delete(live, progress);
        }
        after.prove(live);
        diary.complete(amount());
    }

    private Manifest inOrder(Keeping keeping, Records records, Progress progress, CancelToken cancel) {
        Lease lease = Lease.take(target, clock, records.begun(), survey.host().tag());
        boolean done = false;
        try {
            keep(keeping, () -> lease.touch(sent), progress, cancel);
            send(lease, progress, cancel);
            Manifest live = records.live(sent);
            target.put(records.release(live));
            cancel.check();
            diary.keep(lease.complete(live));
            done = true;
            return live;
        } finally {
            if (!done) {
                lease.stop(sent);
            }
        }
    }

    /// Where a whole release becomes visible at once, nothing goes out before: two publishers meet at the commit.
    private Manifest atOnce(
            Keeping keeping, Records records, AfterPublish after, Progress progress, CancelToken cancel) {
        List<OutputFile> files = filesToSend();
        keep(keeping, () -> {}, progress, cancel);
        sendAll(files, () -> {}, new Counter(files.size(), progress), cancel);
        Manifest live = records.live(sent);
        target.put(records.release(live));
        deleted = after.delete(live, progress);
        String record = ManifestJson.write(live);
        String tag = target.writeIf(Manifest.PATH, record, survey.host().tag()).orElseThrow(Lease::lost);
        cancel.check();
        target.commit(progress, cancel);
        diary.keep(new Receipt(record, tag));
        return live;
    }

    private String opening() {
        String what = survey.restored() == 0
                ? "Publishing version " + diary.deployment().version()
                : "Bringing back version " + survey.restored() + " as version "
                        + diary.deployment().version();
        return what + " to " + target.describe() + ": " + survey.plan().toSend() + " files, "
                + survey.plan().bytesToSend() + " bytes";
    }

    private void keep(Keeping keeping, Runnable afterEach, Progress progress, CancelToken cancel) {
        List<Keeping.Save> saves = keeping.saves();
        if (saves.isEmpty()) {
            return;
        }
        progress.at(0, 0, "Keeping " + saves.size() + " files of the version before");
        Parallel.each(saves, target.capabilities().parallel(), cancel, save -> {
            target.copy(save.from(), save.blob());
            afterEach.run();
        });
        diary.log("Kept " + saves.size() + " files of the version before, to bring it back from");
    }

    private void send(Lease lease, Progress progress, CancelToken cancel) {
        List<OutputFile> files = filesToSend();
        Counter counter = new Counter(files.size(), progress);
        PublishOrder order = PublishOrder.of(files);
        sendAll(order.assets(), () -> lease.touch(sent), counter, cancel);
        if (!order.assets().isEmpty()) {
            check(order.assets());
            diary.log("Sent and checked " + order.assets().size() + " pictures, styles and fonts");
        }
        for (List<OutputFile> stage : order.rest()) {
            sendAll(stage, () -> lease.touch(sent), counter, cancel);
        }
    }

    private List<OutputFile> filesToSend() {
        return survey.plan().files().stream()
                .filter(file -> file.change() == Change.NEW || file.change() == Change.CHANGED)
                .map(file -> survey.request().tree().file(file.path()).orElseThrow())
                .toList();
    }

    private void sendAll(Collection<OutputFile> files, Runnable afterEach, Counter counter, CancelToken cancel) {
        Parallel.each(files, target.capabilities().parallel(), cancel, file -> {
            counter.begin(file.path());
            RemoteFile origin = survey.origins().get(file.path());
            sent.put(
                    file.path(),
                    origin == null ? target.put(StoppableFile.of(file, cancel), cancel) : target.copy(origin, file));
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
            if (there == null || !there.mayHave(asset.size()) || !there.tag().equals(sent.get(asset.path()))) {
                throw new PublishProblem(new PublishFailure.Damaged(
                        "The host does not have " + asset.path() + " as it was sent.",
                        "Publish again; if it happens again, ask the host."));
            }
        }
    }

    private Deployment.Sent amount() {
        List<String> paths = new ArrayList<>(sent.keySet());
        long bytes = paths.stream()
                .mapToLong(
                        path -> survey.request().tree().file(path).orElseThrow().size())
                .sum();
        return new Deployment.Sent(paths.size(), bytes, deleted);
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
