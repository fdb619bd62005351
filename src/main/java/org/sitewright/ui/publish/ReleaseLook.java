package org.sitewright.ui.publish;

import java.util.List;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.sitewright.publish.Drift;
import org.sitewright.publish.ReleaseHistory;
import org.sitewright.publish.Target;
import org.sitewright.site.json.JsonObject;
import org.sitewright.ui.fx.Work;

/// What somebody else did at the host, or how two versions differ: one answer at a time. The screen's thread owns it.
final class ReleaseLook {
    private final PublishJobs jobs;
    private final Work work;
    private final ReadOnlyObjectWrapper<Answer> answer = new ReadOnlyObjectWrapper<>(new Answer.None());
    private long asked;

    /// What is known.
    sealed interface Answer {
        record None() implements Answer {}

        record Asking(String words) implements Answer {}

        /// @param good whether all is as it should be
        record Found(String title, boolean good, List<String> lines) implements Answer {
            public Found {
                lines = List.copyOf(lines);
            }
        }

        record Failed(Trouble trouble) implements Answer {}
    }

    ReleaseLook(PublishJobs jobs, Work work) {
        this.jobs = jobs;
        this.work = work;
    }

    ReadOnlyObjectProperty<Answer> answerProperty() {
        return answer.getReadOnlyProperty();
    }

    void clear() {
        asked++;
        answer.set(new Answer.None());
    }

    /// Names what somebody else did at the host.
    void checkHost(Target target) {
        long number = ask("Comparing “" + target.name() + "” with what was published");
        work.<Drift>run(
                (progress, cancel) -> jobs.drift(target),
                drift -> found(number, words(drift)),
                fault -> failed(number, fault));
    }

    /// Tells what a version changed from the one before it.
    void compare(Target target, int from, int to) {
        long number = ask("Comparing version " + from + " with version " + to);
        work.<List<ReleaseHistory.Difference>>run(
                (progress, cancel) -> jobs.differences(target, from, to),
                differences -> found(number, words(differences, from, to)),
                fault -> failed(number, fault));
    }

    private long ask(String words) {
        answer.set(new Answer.Asking(words));
        return ++asked;
    }

    private void found(long number, Answer found) {
        if (number == asked) {
            answer.set(found);
        }
    }

    private void failed(long number, Exception fault) {
        found(number, new Answer.Failed(Trouble.of(fault)));
    }

    private static Answer words(Drift drift) {
        if (drift.version() == 0) {
            return new Answer.Found("This site is not published there yet", false, List.of());
        }
        if (drift.findings().isEmpty()) {
            return new Answer.Found("Just as version " + drift.version() + " was published", true, List.of());
        }
        List<String> lines = drift.findings().stream()
                .map(finding -> finding.path() + " " + finding.words())
                .toList();
        return new Answer.Found(
                Amounts.files(lines.size()) + " changed by somebody else. Publishing mends what was changed or removed",
                false,
                lines);
    }

    private static Answer words(List<ReleaseHistory.Difference> differences, int from, int to) {
        List<String> lines = differences.stream()
                .map(each -> JsonObject.word(each.change()) + "  " + each.path())
                .toList();
        return new Answer.Found(
                lines.isEmpty()
                        ? "Versions " + from + " and " + to + " are the same"
                        : "From version " + from + " to " + to + ": " + Amounts.files(lines.size()),
                true,
                lines);
    }
}
