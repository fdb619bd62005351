package org.sitewright.ui.publish;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableMap;
import org.jspecify.annotations.Nullable;
import org.sitewright.publish.AccessKey;
import org.sitewright.publish.PublishTarget;
import org.sitewright.publish.Target;
import org.sitewright.publish.TargetId;
import org.sitewright.publish.TargetSettings;
import org.sitewright.publish.Verdict;
import org.sitewright.site.UserId;
import org.sitewright.ui.fx.Work;
import org.sitewright.ui.publish.TargetForm.Field;
import org.sitewright.ui.publish.TargetForm.Kind;
import org.sitewright.work.Problem;

/// Adding a target, or changing one.
final class TargetFormViewModel {
    final StringProperty name = new SimpleStringProperty("");
    final StringProperty folder = new SimpleStringProperty("");
    final StringProperty publicUrl = new SimpleStringProperty("");
    final StringProperty endpoint = new SimpleStringProperty("");
    final StringProperty region = new SimpleStringProperty("");
    final StringProperty bucket = new SimpleStringProperty("");
    final StringProperty prefix = new SimpleStringProperty("");
    final BooleanProperty pathStyle = new SimpleBooleanProperty(true);
    final StringProperty keyId = new SimpleStringProperty("");
    final StringProperty secret = new SimpleStringProperty("");
    final ObjectProperty<Kind> kind = new SimpleObjectProperty<>(Kind.FOLDER);

    private final PublishPorts.Places places;
    private final UserId user;
    private final Work work;
    private final Clock clock;
    private final @Nullable Target before;
    private final ObservableMap<Field, String> faults = FXCollections.observableHashMap();
    private final ReadOnlyObjectWrapper<Phase> phase = new ReadOnlyObjectWrapper<>(new Phase.Typing());
    private @Nullable TargetSettings tested;

    /// Where the form stands.
    sealed interface Phase {
        record Typing() implements Phase {}

        record Testing() implements Phase {}

        record Works(List<String> warnings) implements Phase {
            public Works {
                warnings = List.copyOf(warnings);
            }
        }

        record Fails(Trouble trouble) implements Phase {}

        record Saving() implements Phase {}
    }

    private record Tried(Verdict verdict, TargetSettings settings) {}

    /// @param before the target to change; null to add one
    TargetFormViewModel(PublishPorts.Places places, UserId user, Work work, Clock clock, @Nullable Target before) {
        this.places = places;
        this.user = user;
        this.work = work;
        this.clock = clock;
        this.before = before;
        if (before != null) {
            name.set(before.name());
            fill(before.settings());
        }
        for (StringProperty each : List.of(folder, publicUrl, endpoint, region, bucket, prefix, keyId, secret)) {
            each.addListener((property, was, is) -> typed());
        }
        kind.addListener((property, was, is) -> {
            faults.clear();
            typed();
        });
        pathStyle.addListener((property, was, is) -> typed());
    }

    boolean changes() {
        return before != null;
    }

    /// Whether keys can be kept; else saving a target with keys will say what to do.
    boolean vaultIsOpen() {
        return places.keys().isOpen();
    }

    ObservableMap<Field, String> faults() {
        return faults;
    }

    ReadOnlyObjectProperty<Phase> phaseProperty() {
        return phase.getReadOnlyProperty();
    }

    boolean isBusy() {
        return phase.get() instanceof Phase.Testing || phase.get() instanceof Phase.Saving;
    }

    void test() {
        TargetForm form = form();
        if (isBusy() || !accept(form.faults(false))) {
            return;
        }
        phase.set(new Phase.Testing());
        TargetSettings settings = form.settings(Optional.empty());
        Optional<AccessKey> key = form.accessKey();
        work.<Tried>run(
                (progress, cancel) -> new Tried(verdict(settings, key), settings),
                this::tried,
                fault -> phase.set(new Phase.Fails(Trouble.of(fault))));
    }

    /// @param saved gets the target on the screen's thread
    void save(Consumer<Target> saved) {
        TargetForm form = form();
        if (isBusy() || !accept(form.faults(true))) {
            return;
        }
        Optional<TargetSettings.Support> support = support(form);
        phase.set(new Phase.Saving());
        Target target = target(form.settings(support));
        Optional<AccessKey> key = form.accessKey();
        work.<Target>run(
                (progress, cancel) -> keep(target, key),
                done -> {
                    forgetTyped();
                    saved.accept(done);
                },
                this::notSaved);
    }

    /// Takes the keys out of the fields.
    void forgetTyped() {
        keyId.set("");
        secret.set("");
    }

    /// The key is kept first: a target without its key would be of no use.
    private Target keep(Target target, Optional<AccessKey> key) {
        places.targets().find(user, target.name()).ifPresent(other -> {
            if (!other.id().equals(target.id())) {
                throw new Problem("SW-PUB-NAME", "There is a target called “" + other.name() + "” already.", "");
            }
        });
        key.ifPresent(typed -> places.keys().keep(target, typed));
        places.targets().save(target);
        return target;
    }

    /// A key that is only tried is kept under an id of its own, and forgotten again.
    private Verdict verdict(TargetSettings settings, Optional<AccessKey> key) {
        if (key.isEmpty()) {
            return tryOut(target(settings));
        }
        Target trial = new Target(new TargetId(places.ids().next()), user, name.get(), settings, clock.instant());
        places.keys().keep(trial, key.get());
        try {
            return tryOut(trial);
        } finally {
            places.keys().forget(trial);
        }
    }

    private Verdict tryOut(Target target) {
        try (PublishTarget open = places.open().open(target)) {
            return open.test();
        }
    }

    private void tried(Tried result) {
        switch (result.verdict()) {
            case Verdict.Ready ready -> {
                tested = result.settings() instanceof TargetSettings.S3 s3
                        ? TargetForm.withSupport(s3, ready.support())
                        : result.settings();
                phase.set(new Phase.Works(ready.warnings()));
            }
            case Verdict.Refused refused -> phase.set(new Phase.Fails(Trouble.of(refused.failure())));
        }
    }

    private void notSaved(Exception fault) {
        if (fault instanceof Problem known && known.code().equals("SW-PUB-NAME")) {
            phase.set(new Phase.Typing());
            faults.put(Field.NAME, known.happened());
        } else {
            phase.set(new Phase.Fails(Trouble.of(fault)));
        }
    }

    private Target target(TargetSettings settings) {
        return before == null
                ? new Target(new TargetId(places.ids().next()), user, name.get().strip(), settings, clock.instant())
                : new Target(before.id(), user, name.get().strip(), withDelivery(settings), before.createdAt());
    }

    /// The form does not ask for the speed and the network before a bucket, so what was set of them stays.
    private TargetSettings withDelivery(TargetSettings settings) {
        return settings instanceof TargetSettings.S3 s3
                        && before != null
                        && before.settings() instanceof TargetSettings.S3 old
                ? s3.with(old.delivery())
                : settings;
    }

    private Optional<TargetSettings.Support> support(TargetForm form) {
        return tested instanceof TargetSettings.S3 s3
                        && form.settings(Optional.of(s3.support())).equals(s3.with(TargetSettings.Delivery.PLAIN))
                ? Optional.of(s3.support())
                : Optional.empty();
    }

    private boolean accept(Map<Field, String> found) {
        faults.clear();
        faults.putAll(found);
        return found.isEmpty();
    }

    private void typed() {
        if (!isBusy()) {
            phase.set(new Phase.Typing());
        }
    }

    private TargetForm form() {
        return new TargetForm(
                kind.get(),
                new TargetForm.Names(name.get(), publicUrl.get()),
                folder.get(),
                new TargetForm.S3Part(endpoint.get(), region.get(), bucket.get(), prefix.get(), pathStyle.get()),
                new TargetForm.KeyPart(keyId.get(), secret.get()),
                before != null && before.settings() instanceof TargetSettings.S3);
    }

    private void fill(TargetSettings settings) {
        publicUrl.set(settings.publicUrl());
        switch (settings) {
            case TargetSettings.Folder place -> folder.set(place.folder().toString());
            case TargetSettings.S3 s3 -> {
                kind.set(s3.endpoint().isEmpty() ? Kind.AMAZON : Kind.COMPATIBLE);
                endpoint.set(s3.endpoint());
                region.set(s3.region());
                bucket.set(s3.bucket());
                prefix.set(s3.prefix());
                pathStyle.set(s3.pathStyle());
                tested = s3;
            }
        }
    }
}
