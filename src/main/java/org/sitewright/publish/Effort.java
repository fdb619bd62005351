package org.sitewright.publish;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;
import org.sitewright.publish.PlannedFile.Change;
import org.sitewright.render.CacheControl;
import org.sitewright.render.OutputFile;

/// What one publish asks of a host that takes file by file: the counts that hosts put on their bills.
///
/// @param puts files that are sent, copied or recorded, and parts of large ones
/// @param lists pages of the list of what is there, of 1,000 names each
/// @param gets files that are read
/// @param deletes calls that remove files, of 1,000 names each
/// @param sent bytes that travel to the host
/// @param stored bytes that lie there afterwards: the site and what earlier releases are brought back from
public record Effort(long puts, long lists, long gets, long deletes, long sent, long stored) {
    public static final Effort NONE = new Effort(0, 0, 0, 0, 0, 0);
    private static final int PER_CALL = 1000;
    /// Taking the place, the list of the release, and the record that makes it the live one.
    private static final int RECORDS = 3;

    /// @param records what of a release is read before it is brought back
    static Effort of(Survey survey, PublishTarget target, boolean recordRead, int records) {
        if (target.capabilities().atomic()) {
            return new Effort(0, 0, 0, 0, survey.plan().bytesToSend(), 0);
        }
        PublishPlan plan = survey.plan();
        long there = survey.host().files().size();
        if (plan.isEmpty() && survey.recordIsTrue()) {
            return new Effort(0, pages(there), recordRead ? 1 : 0, 0, 0, stored(survey, 0));
        }
        Keeping keeping = new Keeping(
                target,
                survey.host(),
                survey.request().tree(),
                survey.host().manifest().version() + 1,
                survey.sameSite());
        List<OutputFile> files = survey.request().tree().files().values().stream()
                .filter(file -> isSent(survey, file))
                .toList();
        long kept =
                keeping.saves().stream().mapToLong(save -> save.blob().size()).sum();
        long removed = plan.deletesMany() && !survey.request().consent().manyDeletes()
                ? 0
                : plan.of(Change.REMOVED).size();
        return new Effort(
                calls(files, file -> survey.origins().containsKey(file.path()) ? 1 : target.requestsToPut(file))
                        + keeping.saves().size()
                        + RECORDS,
                pages(there) + lists(survey, files, there + keeping.saves().size(), removed),
                (recordRead ? 1 : 0) + records,
                removed == 0 ? 0 : pages(removed),
                files.stream()
                        .filter(file -> !survey.origins().containsKey(file.path()))
                        .mapToLong(OutputFile::size)
                        .sum(),
                stored(survey, kept));
    }

    /// The host is asked for its list when pictures and styles are there, before any page goes out, and at the end.
    private static long lists(Survey survey, List<OutputFile> sent, long there, long removed) {
        long record = survey.host().tag().isEmpty() ? 1 : 0;
        long assets = sent.stream()
                .filter(file -> file.cacheControl() == CacheControl.IMMUTABLE)
                .count();
        long freshAssets = survey.plan().of(Change.NEW).stream()
                .filter(file -> survey.request()
                        .tree()
                        .file(file.path())
                        .filter(each -> each.cacheControl() == CacheControl.IMMUTABLE)
                        .isPresent())
                .count();
        long fresh = survey.plan().of(Change.NEW).size();
        return (assets == 0 ? 0 : pages(there + record + freshAssets)) + pages(there + record + 1 + fresh - removed);
    }

    private static boolean isSent(Survey survey, OutputFile file) {
        return !survey.tags().containsKey(file.path());
    }

    private static long calls(Collection<OutputFile> files, ToIntFunction<OutputFile> each) {
        return files.stream().mapToLong(each::applyAsInt).sum();
    }

    private static long pages(long names) {
        return Math.max(1, (names + PER_CALL - 1) / PER_CALL);
    }

    /// Only what we put there is counted: others may use the same bucket.
    private static long stored(Survey survey, long kept) {
        Map<String, RemoteFile> there = survey.host().files();
        Manifest manifest = survey.host().manifest();
        long now = there.values().stream()
                .filter(file -> file.path().startsWith(PublishTarget.RECORDS)
                        || manifest.files().containsKey(file.path())
                        || manifest.pending().containsKey(file.path())
                        || manifest.retired().containsKey(file.path()))
                .mapToLong(file -> Math.max(0, file.size()))
                .sum();
        long change = survey.plan().files().stream()
                .mapToLong(file -> difference(file, there.get(file.path())))
                .sum();
        return now + change + kept;
    }

    private static long difference(PlannedFile file, @Nullable RemoteFile there) {
        long before = there == null ? 0 : Math.max(0, there.size());
        return switch (file.change()) {
            case NEW, CHANGED -> file.bytes() - before;
            case REMOVED -> -before;
            case UNCHANGED -> 0;
        };
    }
}
