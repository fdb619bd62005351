package org.sitewright.ui.publish;

import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;
import org.sitewright.publish.PublishTarget;
import org.sitewright.publish.Target;
import org.sitewright.publish.TargetId;
import org.sitewright.publish.TargetSettings;
import org.sitewright.publish.TargetSettings.Support.Ability;
import org.sitewright.publish.Verdict;
import org.sitewright.ui.fx.Navigator;
import org.sitewright.ui.fx.Work;

/// The targets of the account and the one that is chosen.
final class TargetsViewModel {
    private final PublishPorts.Places places;
    private final Navigator navigator;
    private final Work work;
    private final Clock clock;
    private final ObservableList<Target> list = FXCollections.observableArrayList();
    private final ReadOnlyObjectWrapper<@Nullable Target> chosen = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<Test> test = new ReadOnlyObjectWrapper<>(new Test.None());
    private final Map<TargetId, Test> tests = new HashMap<>();
    private final Set<Target> removed = new LinkedHashSet<>();

    /// What is known of the connection to a target.
    sealed interface Test {
        /// Not tested since the screen was opened.
        record None() implements Test {}

        record Running() implements Test {}

        /// @param abilities what the host was found to do and not; empty where hosts of this kind do not differ
        record Works(Instant at, List<String> warnings, List<Ability> abilities) implements Test {}

        record Fails(Instant at, Trouble trouble) implements Test {}
    }

    TargetsViewModel(PublishPorts.Places places, Navigator navigator, Work work, Clock clock) {
        this.places = places;
        this.navigator = navigator;
        this.work = work;
        this.clock = clock;
    }

    ObservableList<Target> list() {
        return list;
    }

    ReadOnlyObjectProperty<@Nullable Target> chosenProperty() {
        return chosen.getReadOnlyProperty();
    }

    Optional<Target> chosen() {
        return Optional.ofNullable(chosen.get());
    }

    /// The target that a staging one shows the next version of, while it is there.
    Optional<Target> live(Target staging) {
        return list.stream()
                .filter(target -> target.id().equals(staging.stagesFor()))
                .findFirst();
    }

    ReadOnlyObjectProperty<Test> testProperty() {
        return test.getReadOnlyProperty();
    }

    /// @param preferred the target to choose when it is there
    void show(List<Target> found, @Nullable TargetId preferred) {
        list.setAll(found);
        choose(found.stream()
                .filter(target -> target.id().equals(preferred))
                .findFirst()
                .orElse(found.isEmpty() ? null : found.getFirst()));
    }

    void choose(@Nullable Target target) {
        chosen.set(target);
        showTest();
    }

    /// Takes in a target that was added or changed, and chooses it.
    void saved(Target target) {
        tests.remove(target.id());
        reload(target.id());
    }

    void test() {
        chosen().ifPresent(target -> {
            note(target, new Test.Running());
            work.<Verdict>run(
                    (progress, cancel) -> tryOut(target),
                    verdict -> tested(target, verdict),
                    fault -> note(target, new Test.Fails(clock.instant(), Trouble.of(fault))));
        });
    }

    /// Takes the target off the list. Its key is forgotten when the screen closes, so that it can be brought back.
    void remove() {
        chosen().ifPresent(target -> work.<Boolean>run(
                (progress, cancel) -> {
                    places.targets().remove(target.id());
                    return true;
                },
                ok -> {
                    removed.add(target);
                    navigator.tell("“" + target.name() + "” was removed", "Undo", () -> bringBack(target));
                    reload(null);
                },
                navigator::tell));
    }

    void close() {
        List<Target> gone = List.copyOf(removed);
        removed.clear();
        if (!gone.isEmpty()) {
            work.<Boolean>run(
                    (progress, cancel) -> {
                        gone.forEach(places.keys()::forget);
                        return true;
                    },
                    ok -> {},
                    navigator::tell);
        }
    }

    private void bringBack(Target target) {
        removed.remove(target);
        work.<Boolean>run(
                (progress, cancel) -> {
                    places.targets().save(target);
                    return true;
                },
                ok -> reload(target.id()),
                navigator::tell);
    }

    private void reload(@Nullable TargetId wanted) {
        work.<List<Target>>run(
                (progress, cancel) -> places.targets().list(navigator.user()),
                found -> show(found, wanted),
                navigator::tell);
    }

    private Verdict tryOut(Target target) {
        try (PublishTarget open = places.open().open(target)) {
            Verdict verdict = open.test();
            if (verdict instanceof Verdict.Ready ready && target.settings() instanceof TargetSettings.S3 s3) {
                places.targets().save(target.withSettings(TargetForm.withSupport(s3, ready.support())));
            }
            return verdict;
        }
    }

    private void tested(Target target, Verdict verdict) {
        if (verdict instanceof Verdict.Ready ready
                && target.settings() instanceof TargetSettings.S3 s3
                && !ready.support().equals(s3.support())) {
            reload(target.id());
        }
        note(
                target,
                switch (verdict) {
                    case Verdict.Ready ready ->
                        new Test.Works(clock.instant(), ready.warnings(), HostAbilities.of(target.settings(), ready));
                    case Verdict.Refused refused -> new Test.Fails(clock.instant(), Trouble.of(refused.failure()));
                });
    }

    private void note(Target target, Test found) {
        tests.put(target.id(), found);
        showTest();
    }

    private void showTest() {
        test.set(chosen().map(target -> tests.getOrDefault(target.id(), new Test.None()))
                .orElse(new Test.None()));
    }
}
