package org.sitewright.publish;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.CancellationException;
import org.sitewright.publish.PlannedFile.Change;
import org.sitewright.render.CacheControl;
import org.sitewright.work.CancelToken;
import org.sitewright.work.Progress;

/// What is left to do when a release is the live one. None of it takes that back: what goes wrong here is told, and
/// only a host that lost files makes the deployment a failed one.
final class AfterPublish {
    private static final int SINGLE_PATHS = 15;
    private static final int NAMED = 5;

    private final Survey survey;
    private final PublishTarget target;
    private final Diary diary;
    private final Verification verification;

    AfterPublish(Survey survey, PublishTarget target, Diary diary, Verification verification) {
        this.survey = survey;
        this.target = target;
        this.diary = diary;
        this.verification = verification;
    }

    /// Makes the network before the host show what is new.
    void refresh(Progress progress, CancelToken cancel) {
        DeliveryNetwork network = target.network().orElse(null);
        List<String> paths = changedPaths();
        if (network == null || paths.isEmpty()) {
            return;
        }
        try {
            diary.network(CdnStatus.REFRESHING);
            diary.log("Refreshing " + network.describe() + ": " + String.join(" ", paths));
            network.refresh(paths, progress, cancel);
            diary.network(CdnStatus.ACTIVE);
            diary.log(network.describe() + " shows the new version");
        } catch (PublishProblem refused) {
            diary.network(CdnStatus.FAILED);
            diary.warn("The version is live at the host, but " + network.describe()
                    + " may show the old one for a while: " + Publisher.words(refused));
        } catch (CancellationException enough) {
            diary.warn(network.describe() + " was told of the new version, but not waited for.");
        }
    }

    private List<String> changedPaths() {
        TreeSet<String> paths = new TreeSet<>();
        for (PlannedFile file : survey.plan().files()) {
            boolean fixed = survey.request()
                    .tree()
                    .file(file.path())
                    .filter(output -> output.cacheControl() == CacheControl.IMMUTABLE)
                    .isPresent();
            if (file.change() != Change.UNCHANGED && file.change() != Change.NEW && !fixed) {
                paths.addAll(addresses(file.path()));
            }
        }
        return paths.size() > SINGLE_PATHS ? List.of("/*") : List.copyOf(paths);
    }

    /// A page is known to caches by its file, its folder, and its folder without the last `/`.
    private List<String> addresses(String path) {
        String base = survey.request().target().settings().publicUrl();
        String folder = base.isEmpty() ? "/" : String.valueOf(URI.create(base).getRawPath());
        String start = folder.endsWith("/") ? folder : folder + "/";
        List<String> paths = new ArrayList<>(List.of(start + path));
        if (path.equals("index.html") || path.endsWith("/index.html")) {
            String page = start + path.substring(0, path.length() - "index.html".length());
            paths.add(page);
            if (page.length() > 1) {
                paths.add(page.substring(0, page.length() - 1));
            }
        }
        return paths;
    }

    void visit(Progress progress, CancelToken cancel) {
        List<String> wrong;
        try {
            wrong = verification.visit(survey.request().tree(), progress, cancel);
        } catch (PublishProblem unread) {
            wrong = List.of("The site could not be looked at as a visitor: " + Publisher.words(unread));
        }
        wrong.forEach(diary::warn);
    }

    /// @return how many files of the site were removed
    int delete(Manifest live, Progress progress) {
        PublishPlan plan = survey.plan();
        List<String> paths = new ArrayList<>(
                plan.of(Change.REMOVED).stream().map(PlannedFile::path).toList());
        if (plan.deletesMany() && !survey.request().consent().manyDeletes()) {
            diary.warn(paths.size() + " files that the site no longer has were left at the host, because they are so"
                    + " many. Publish again and agree to delete them.");
            paths.clear();
        }
        int removed = paths.size();
        paths.addAll(Keeping.spent(survey.host(), live.kept()));
        if (paths.isEmpty()) {
            return 0;
        }
        progress.at(0, 0, "Removing " + paths.size() + " files");
        try {
            target.delete(paths);
            diary.log("Removed " + removed + " files that the site no longer has");
            return removed;
        } catch (PublishProblem kept) {
            diary.warn("Files that the site no longer has could not be removed: " + Publisher.words(kept));
            return 0;
        }
    }

    /// @throws PublishProblem when the host lost what it took
    void prove(Manifest live) {
        Map<String, String> lost;
        try {
            lost = verification.lost(live);
        } catch (PublishProblem unasked) {
            diary.warn("All was sent, but the host could not be asked again: " + Publisher.words(unasked));
            return;
        }
        if (!lost.isEmpty()) {
            List<String> named = lost.entrySet().stream()
                    .limit(NAMED)
                    .map(each -> each.getKey() + " " + each.getValue())
                    .toList();
            throw new PublishProblem(new PublishFailure.Damaged(
                    "Of " + live.files().size() + " files, the host no longer has " + lost.size() + " as it took them: "
                            + String.join(", ", named) + (lost.size() > NAMED ? ", …" : "") + ".",
                    "Publish again to mend it; if it happens again, somebody else changes the same place."));
        }
        diary.log("The host lists all " + live.files().size() + " files as they were sent");
    }
}
