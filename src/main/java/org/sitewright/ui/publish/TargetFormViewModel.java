package org.sitewright.ui.publish;

import java.time.Clock;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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
import javafx.collections.ObservableList;
import javafx.collections.ObservableMap;
import org.jspecify.annotations.Nullable;
import org.sitewright.publish.AccessKey;
import org.sitewright.publish.PublishFailure;
import org.sitewright.publish.PublishTarget;
import org.sitewright.publish.Target;
import org.sitewright.publish.TargetId;
import org.sitewright.publish.TargetSettings;
import org.sitewright.publish.TargetSettings.Support.Ability;
import org.sitewright.publish.Verdict;
import org.sitewright.site.UserId;
import org.sitewright.ui.fx.Work;
import org.sitewright.ui.publish.TargetForm.Field;
import org.sitewright.ui.publish.TargetForm.Kind;
import org.sitewright.work.Problem;

/// Adding a target, or changing one.
final class TargetFormViewModel {
    private final Map<Field, StringProperty> texts = new EnumMap<>(Field.class);
    final BooleanProperty pathStyle = new SimpleBooleanProperty(true);
    final ObjectProperty<Kind> kind = new SimpleObjectProperty<>(Kind.FOLDER);

    /// The target that this one shows the next version of; null for one of its own.
    final ObjectProperty<@Nullable Target> stagesFor = new SimpleObjectProperty<>();

    private final ObservableList<Target> liveOnes = FXCollections.observableArrayList();
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

        /// @param abilities what the host was found to do and not; empty where hosts of this kind do not differ
        record Works(List<String> warnings, List<Ability> abilities) implements Phase {
            public Works {
                warnings = List.copyOf(warnings);
            }
        }

        record Fails(Trouble trouble) implements Phase {}

        /// The server shows a key that nobody accepted yet.
        record Unknown(Trouble trouble, String fingerprint) implements Phase {}

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
        for (Field field : Field.values()) {
            texts.put(field, new SimpleStringProperty(""));
        }
        if (before != null) {
            text(Field.NAME).set(before.name());
            fill(before.settings());
        }
        texts.forEach((field, text) -> {
            if (field != Field.NAME) {
                text.addListener((property, was, is) -> typed());
            }
        });
        kind.addListener((property, was, is) -> {
            faults.clear();
            typed();
        });
        pathStyle.addListener((property, was, is) -> typed());
    }

    /// Takes in the other targets: for those that are not staging themselves, this one can be.
    void offer(List<Target> others) {
        liveOnes.setAll(others.stream()
                .filter(each ->
                        !each.isStaging() && (before == null || !each.id().equals(before.id())))
                .toList());
        boolean isLive =
                before != null && others.stream().anyMatch(each -> before.id().equals(each.stagesFor()));
        if (isLive) {
            liveOnes.clear();
        }
        if (before != null && before.isStaging()) {
            stagesFor.set(liveOnes.stream()
                    .filter(each -> each.id().equals(before.stagesFor()))
                    .findFirst()
                    .orElse(null));
        }
    }

    /// The targets that this one can be the staging place of.
    ObservableList<Target> liveOnes() {
        return liveOnes;
    }

    /// What is in a field.
    StringProperty text(Field field) {
        return Objects.requireNonNull(texts.get(field));
    }

    /// Fills in what a host documents of itself. The key and the bucket stay as they are typed.
    void take(S3Host host) {
        text(Field.ENDPOINT).set(host.endpoint());
        text(Field.REGION).set(host.region());
        pathStyle.set(true);
    }

    /// Whether a target of that kind can be what is being changed, or added.
    boolean mayBe(Kind other) {
        return before == null || kind.get().isLike(other);
    }

    /// Accepts the key that the server showed, and tests again.
    void trust() {
        if (phase.get() instanceof Phase.Unknown unknown) {
            text(Field.HOST_KEY).set(unknown.fingerprint());
            test();
        }
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
        text(Field.KEY_ID).set("");
        text(Field.SECRET).set("");
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
        Target trial = new Target(
                new TargetId(places.ids().next()), user, text(Field.NAME).get(), settings, clock.instant());
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
                phase.set(new Phase.Works(ready.warnings(), HostAbilities.of(result.settings(), ready)));
            }
            case Verdict.Refused refused -> phase.set(refused(refused.failure()));
        }
    }

    private static Phase refused(PublishFailure failure) {
        return failure instanceof PublishFailure.HostKey key && !key.changed()
                ? new Phase.Unknown(Trouble.of(failure), key.fingerprint())
                : new Phase.Fails(Trouble.of(failure));
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
        Target live = stagesFor.get();
        return plain(settings).staging(live == null ? null : live.id());
    }

    private Target plain(TargetSettings settings) {
        return before == null
                ? new Target(
                        new TargetId(places.ids().next()),
                        user,
                        text(Field.NAME).get().strip(),
                        settings,
                        clock.instant())
                : new Target(before.id(), user, text(Field.NAME).get().strip(), settings, before.createdAt());
    }

    private Optional<TargetSettings.Support> support(TargetForm form) {
        return tested instanceof TargetSettings.S3 s3
                        && form.settings(Optional.of(s3.support())).equals(s3)
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
        Map<Field, String> values = new EnumMap<>(Field.class);
        texts.forEach((field, text) -> values.put(field, text.get()));
        boolean hasKey = before != null && before.settings().secret() != TargetSettings.Secret.NONE;
        return new TargetForm(kind.get(), values, pathStyle.get(), hasKey);
    }

    private void fill(TargetSettings settings) {
        kind.set(TargetWords.kind(settings));
        text(Field.PUBLIC_URL).set(settings.publicUrl());
        switch (settings) {
            case TargetSettings.Folder place ->
                text(Field.FOLDER).set(place.folder().toString());
            case TargetSettings.Zip zip -> text(Field.ZIP_FILE).set(zip.file().toString());
            case TargetSettings.S3 s3 -> fill(s3);
            case TargetSettings.Sftp sftp -> {
                fill(sftp.server(), sftp.folder());
                text(Field.KEY_FILE).set(sftp.keyFile());
                text(Field.HOST_KEY).set(sftp.hostKey());
            }
            case TargetSettings.Ftps ftps -> {
                fill(ftps.server(), ftps.folder());
                text(Field.HOST_KEY).set(ftps.certificate());
            }
            case TargetSettings.Git git -> {
                text(Field.REPOSITORY).set(git.repository());
                text(Field.BRANCH).set(git.branch());
                text(Field.BRANCH_FOLDER).set(git.folder());
                text(Field.KEY_FILE).set(git.keyFile());
                text(Field.HOST_KEY).set(git.hostKey());
            }
            case TargetSettings.WebDav dav -> {
                text(Field.ADDRESS).set(dav.address());
                text(Field.USER).set(dav.user());
            }
            case TargetSettings.Vercel vercel -> {
                text(Field.PROJECT).set(vercel.project());
                text(Field.TEAM).set(vercel.team());
            }
            case TargetSettings.Heroku heroku -> text(Field.APP).set(heroku.app());
        }
    }

    private void fill(TargetSettings.S3 s3) {
        text(Field.ENDPOINT).set(s3.endpoint());
        text(Field.REGION).set(s3.region());
        text(Field.BUCKET).set(s3.bucket());
        text(Field.PREFIX).set(s3.prefix());
        long limit = s3.delivery().bytesPerSecond() / 1000;
        text(Field.LIMIT).set(limit == 0 ? "" : String.valueOf(limit));
        text(Field.DISTRIBUTION).set(s3.delivery().distribution());
        pathStyle.set(s3.pathStyle());
        tested = s3;
    }

    private void fill(TargetSettings.Server server, String folder) {
        text(Field.HOST).set(server.host());
        text(Field.PORT).set(String.valueOf(server.port()));
        text(Field.USER).set(server.user());
        text(Field.REMOTE_FOLDER).set(folder);
    }
}
