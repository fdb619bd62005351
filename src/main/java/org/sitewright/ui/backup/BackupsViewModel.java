package org.sitewright.ui.backup;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;
import org.sitewright.backup.Backup;
import org.sitewright.backup.Moment;
import org.sitewright.site.SiteId;
import org.sitewright.ui.backup.BackupActions.Overview;
import org.sitewright.ui.backup.BackupActions.Running;
import org.sitewright.ui.backup.BackupActions.Seen;
import org.sitewright.ui.fx.Navigator;
import org.sitewright.ui.fx.Work;
import org.sitewright.work.CancelToken;
import org.sitewright.work.Job;
import org.sitewright.work.Outcome;
import org.sitewright.work.Progress;

/// What the screen of backups shows and does. One thing runs at a time; it can be cancelled.
public final class BackupsViewModel {
    private static final int WORDS_ASKED = 9;

    private final BackupActions actions;
    private final Navigator navigator;
    private final Work work;
    private final SecureRandom random = new SecureRandom();
    private final ObjectProperty<@Nullable Overview> overview = new SimpleObjectProperty<>();
    private final ObjectProperty<@Nullable Running> running = new SimpleObjectProperty<>();
    private final ObservableList<Backup> backups = FXCollections.observableArrayList();
    private final ObservableList<Moment> moments = FXCollections.observableArrayList();
    private @Nullable CancelToken cancel;
    private boolean closed;

    public BackupsViewModel(BackupActions actions, Navigator navigator, Work work) {
        this.actions = actions;
        this.navigator = navigator;
        this.work = work;
    }

    /// Null until it is known.
    public ReadOnlyObjectProperty<@Nullable Overview> overviewProperty() {
        return overview;
    }

    /// Null while nothing runs.
    public ReadOnlyObjectProperty<@Nullable Running> runningProperty() {
        return running;
    }

    public ObservableList<Backup> backups() {
        return backups;
    }

    /// The moments of the site that was asked for last, oldest first.
    public ObservableList<Moment> moments() {
        return moments;
    }

    /// Looks again.
    public void load() {
        work.<Overview>run((progress, token) -> actions.overview(navigator.user()), this::loaded, navigator::tell);
    }

    private void loaded(Overview found) {
        if (!closed) {
            overview.set(found);
            backups.setAll(found.backups());
        }
    }

    public void backUp() {
        run("Backing up", (progress, token) -> actions.backUp(navigator.user(), progress, token), sent -> {
            navigator.tell(
                    sent.isNothing()
                            ? "Everything was there already."
                            : sent.files() + (sent.files() == 1 ? " file" : " files") + " sent, "
                                    + Words.size(sent.bytes()) + ".");
            sent.warnings().forEach(navigator::tell);
        });
    }

    public void prove() {
        run("Proving a restore", actions::prove, proof -> navigator.tell("Everything came back equal."));
    }

    public void check() {
        run("Checking", actions::check, report -> {
            if (report.damages().isEmpty()) {
                navigator.tell("All " + report.objects() + " files are there and whole.");
            }
        });
    }

    public void repair() {
        run(
                "Sending again",
                (progress, token) -> actions.repair(navigator.user(), progress, token),
                sent -> navigator.tell("What was damaged was sent again: " + sent.files() + " files."));
    }

    public void setUp(UUID target) {
        setUpBy(() -> actions.setUp(navigator.user(), target));
    }

    public void setUpFolder(Path folder) {
        setUpBy(() -> actions.setUpFolder(navigator.user(), folder));
    }

    public void setUpBucket(BackupActions.Bucket bucket, String secret) {
        setUpBy(() -> actions.setUpBucket(navigator.user(), bucket, secret));
    }

    /// The first backup follows at once.
    private void setUpBy(Runnable task) {
        run(
                "Looking at the place",
                (progress, token) -> {
                    task.run();
                    return true;
                },
                done -> backUp());
    }

    public void writeSheet(Path file) {
        run(
                "Writing the recovery sheet",
                (progress, token) -> {
                    actions.writeSheet(file);
                    return file;
                },
                written -> navigator.tell("The recovery sheet is in " + written + ". Print it and keep it elsewhere."));
    }

    /// Which two words of the sheet are to be shown, by their numbers.
    public List<Integer> wordsToAsk() {
        int first = 1 + random.nextInt(WORDS_ASKED);
        int second = 1 + random.nextInt(WORDS_ASKED - 1);
        return List.of(first, second >= first ? second + 1 : second);
    }

    /// @param done whether they are right
    public void checkSheet(List<Integer> numbers, String first, String second, Consumer<Boolean> done) {
        work.<Boolean>run(
                (progress, token) -> actions.checkSheet(numbers.get(0), first, numbers.get(1), second),
                right -> {
                    done.accept(right);
                    load();
                },
                navigator::tell);
    }

    public void schedule(boolean daily, boolean everyChange) {
        work.<Boolean>run(
                (progress, token) -> {
                    actions.schedule(daily, everyChange);
                    return true;
                },
                done -> load(),
                navigator::tell);
    }

    /// Asks the place which changes of a site it can bring back.
    public void showMoments(SiteId site) {
        moments.clear();
        run("Looking for moments", (progress, token) -> actions.moments(site, token), moments::setAll);
    }

    /// @param done hears of the site as it was, on the screen's thread
    public void look(SiteId site, Moment moment, Consumer<Seen> done) {
        run(
                "Looking at that moment",
                (progress, token) -> actions.look(navigator.user(), site, moment, progress, token),
                done);
    }

    public void restore(SiteId site, Moment moment, boolean replace) {
        run(
                "Bringing it back",
                (progress, token) -> actions.restore(navigator.user(), site, moment, replace, progress, token),
                name -> navigator.tell("“" + name + "” is here."));
    }

    /// Asks what runs to stop.
    public void cancel() {
        CancelToken token = cancel;
        if (token != null) {
            token.cancel();
        }
    }

    private <T> void run(String words, Job<T> job, Consumer<T> done) {
        if (running.get() != null) {
            return;
        }
        running.set(new Running(words, 0, 0, null));
        Progress progress = (count, total, step) -> {
            if (running.get() != null) {
                running.set(new Running(words, count, total, step));
            }
        };
        cancel = work.start(job, progress, (Outcome<T> outcome) -> {
            running.set(null);
            cancel = null;
            if (!closed) {
                load();
            }
            switch (outcome) {
                case Outcome.Done<T> result -> done.accept(result.value());
                case Outcome.Failed<T> fault -> navigator.tell(fault.fault());
                case Outcome.Cancelled<T> stopped -> navigator.tell("Stopped. What was sent counts the next time.");
            }
        });
    }

    public void close() {
        closed = true;
    }
}
