package org.sitewright.ui.publish;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.sitewright.fixture.Assets;
import org.sitewright.publish.AccessKey;
import org.sitewright.publish.PublishFailure;
import org.sitewright.publish.Target;
import org.sitewright.publish.TargetSettings;
import org.sitewright.publish.Verdict;
import org.sitewright.publish.WatchedTarget;
import org.sitewright.ui.publish.TargetForm.Field;
import org.sitewright.ui.publish.TargetForm.Kind;
import org.sitewright.ui.publish.TargetFormViewModel.Phase;

class TargetFormViewModelTest {
    private final Bench bench = new Bench();
    private final AtomicReference<@Nullable Target> saved = new AtomicReference<>();

    @AfterEach
    void end() {
        bench.close();
    }

    @Test
    void aFolderNeedsANameAndAWholePath() {
        TargetFormViewModel form = form(null);
        form.save(saved::set);
        assertThat(form.faults()).containsOnlyKeys(Field.NAME, Field.FOLDER);
        form.text(Field.NAME).set("Disk");
        form.text(Field.FOLDER).set("here");
        form.text(Field.PUBLIC_URL).set("aurora.example");
        form.save(saved::set);
        assertThat(form.faults()).containsOnlyKeys(Field.FOLDER, Field.PUBLIC_URL);
        assertThat(bench.targets.list(Assets.OWNER)).isEmpty();
    }

    @Test
    void aBucketNeedsAnAddressAndAKey() {
        TargetFormViewModel form = form(null);
        form.kind.set(Kind.COMPATIBLE);
        form.text(Field.ENDPOINT).set("ftp://host");
        form.text(Field.BUCKET).set("a/b");
        form.save(saved::set);
        assertThat(form.faults())
                .containsOnlyKeys(Field.NAME, Field.ENDPOINT, Field.BUCKET, Field.KEY_ID, Field.SECRET);
        form.kind.set(Kind.AMAZON);
        form.text(Field.BUCKET).set("Capital");
        form.save(saved::set);
        assertThat(form.faults()).containsKeys(Field.REGION, Field.BUCKET).doesNotContainKey(Field.ENDPOINT);
    }

    @Test
    void aNameThatIsTakenIsSaidBesideTheName() {
        bench.addTarget("Live");
        TargetFormViewModel form = bucket(form(null));
        form.text(Field.NAME).set("live");
        form.save(saved::set);
        bench.until(() -> form.faults().containsKey(Field.NAME));
        assertThat(bench.keys).isEmpty();
        assertThat(bench.targets.list(Assets.OWNER)).hasSize(1);
    }

    @Test
    void theKeyGoesToTheVaultAlone() {
        TargetFormViewModel form = bucket(form(null));
        form.save(saved::set);
        bench.until(() -> saved.get() != null);
        Target target = bench.targets.list(Assets.OWNER).getFirst();
        assertThat(bench.keys).containsOnlyKeys(target.id());
        assertThat(bench.keys.get(target.id())).isEqualTo(new AccessKey("AKIA", "hush"));
        assertThat(target.toString()).doesNotContain("hush");
        assertThat(form.text(Field.SECRET).get()).isEmpty();
    }

    @Test
    void aTestLeavesNoKeyBehindAndKeepsWhatItFound() {
        bench.wrap(host -> new WatchedTarget(host) {
            @Override
            public Verdict test() {
                assertThat(bench.keys).hasSize(1);
                return new Verdict.Ready(new TargetSettings.Support(false, true), java.util.List.of("One computer."));
            }
        });
        TargetFormViewModel form = bucket(form(null));
        form.test();
        bench.until(() -> form.phaseProperty().get() instanceof Phase.Works);
        assertThat(bench.keys).isEmpty();
        assertThat(bench.targets.list(Assets.OWNER)).isEmpty();

        form.save(saved::set);
        bench.until(() -> saved.get() != null);
        var settings =
                (TargetSettings.S3) bench.targets.list(Assets.OWNER).getFirst().settings();
        assertThat(settings.support()).isEqualTo(new TargetSettings.Support(false, true));
    }

    @Test
    void aRefusedTestSaysWhatToDo() {
        bench.wrap(host -> new WatchedTarget(host) {
            @Override
            public Verdict test() {
                return new Verdict.Refused(new PublishFailure.Forbidden("May not write.", "Allow it."));
            }
        });
        TargetFormViewModel form = bucket(form(null));
        form.test();
        bench.until(() -> form.phaseProperty().get() instanceof Phase.Fails);
        assertThat(form.phaseProperty().get())
                .isEqualTo(new Phase.Fails(new Trouble("May not write.", "Allow it.", "SW-PUB-403")));
        form.text(Field.BUCKET).set("another");
        assertThat(form.phaseProperty().get()).isInstanceOf(Phase.Typing.class);
    }

    @Test
    void changingATargetKeepsItsKeyUnlessAnotherIsTyped() {
        Target target = bench.addTarget("Live");
        bench.keys.put(target.id(), new AccessKey("old", "old"));
        TargetFormViewModel form = form(target);
        form.text(Field.BUCKET).set("other");
        form.save(saved::set);
        bench.until(() -> saved.get() != null);
        assertThat(bench.keys).containsEntry(target.id(), new AccessKey("old", "old"));
        assertThat(bench.targets.find(target.id()).orElseThrow().settings())
                .isInstanceOfSatisfying(
                        TargetSettings.S3.class, s3 -> assertThat(s3.bucket()).isEqualTo("other"));
    }

    @Test
    void fillsInWhatAHostDocuments() {
        TargetFormViewModel form = form(null);
        form.kind.set(TargetForm.Kind.COMPATIBLE);
        form.text(Field.BUCKET).set("aurora");
        form.take(S3Host.R2);
        form.test();
        assertThat(form.faults().get(Field.ENDPOINT)).contains("angle brackets");
        form.take(S3Host.WASABI);
        assertThat(form.text(Field.ENDPOINT).get()).isEqualTo("https://s3.eu-central-1.wasabisys.com");
        assertThat(form.text(Field.BUCKET).get()).isEqualTo("aurora");
    }

    @Test
    void asksForSpeedAndNetwork() {
        TargetFormViewModel form = form(bench.addTarget("Live"));
        form.text(Field.LIMIT).set("fast");
        form.text(Field.DISTRIBUTION).set("no id");
        form.save(saved::set);
        assertThat(form.faults()).containsKeys(Field.LIMIT, Field.DISTRIBUTION);
        form.text(Field.LIMIT).set("200");
        form.text(Field.DISTRIBUTION).set("E123");
        form.save(saved::set);
        bench.until(() -> saved.get() != null);
        assertThat(Objects.requireNonNull(saved.get()).settings())
                .isInstanceOfSatisfying(TargetSettings.S3.class, s3 -> assertThat(s3.delivery())
                        .isEqualTo(new TargetSettings.Delivery(200_000, "E123")));
    }

    @Test
    void changingABucketKeepsItsSpeedAndItsNetwork() {
        TargetSettings.Delivery delivery = new TargetSettings.Delivery(200_000, "E123");
        Target plain = bench.addTarget("Live");
        Target target = plain.withSettings(((TargetSettings.S3) plain.settings()).with(delivery));
        bench.targets.save(target);
        TargetFormViewModel form = form(target);
        form.text(Field.NAME).set("Live again");
        form.save(saved::set);
        bench.until(() -> saved.get() != null);
        assertThat(bench.targets.find(target.id()).orElseThrow().settings()).isEqualTo(target.settings());
    }

    private TargetFormViewModel form(@Nullable Target before) {
        return new TargetFormViewModel(bench.ports().places(), Assets.OWNER, bench.work(), bench.clock, before);
    }

    private static TargetFormViewModel bucket(TargetFormViewModel form) {
        form.kind.set(Kind.AMAZON);
        form.text(Field.NAME).set("Bucket");
        form.text(Field.REGION).set("eu-north-1");
        form.text(Field.BUCKET).set("aurora-bakery");
        form.text(Field.KEY_ID).set(" AKIA ");
        form.text(Field.SECRET).set("hush");
        return form;
    }
}
