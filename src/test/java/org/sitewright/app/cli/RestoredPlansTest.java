package org.sitewright.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.sitewright.app.Workspace;
import org.sitewright.app.cli.RunProgram.Ran;
import org.sitewright.publish.DuePublishes.Ended;
import org.sitewright.publish.ScheduledPublish;
import org.sitewright.secret.MemoryKeychain;
import org.sitewright.site.UserId;
import org.sitewright.work.CancelToken;
import org.sitewright.work.Progress;

/// A publish that one computer planned is carried out by that one only.
@Timeout(180)
class RestoredPlansTest {
    private static final String PASSWORD = "four words in a row";

    @TempDir
    Path temp;

    @Test
    void aRestoredWorkspacePublishesNothingThatWasPlannedBefore() throws Exception {
        Path live = temp.resolve("live");
        Path backups = Files.createDirectories(temp.resolve("disk")).resolve("backups");
        RunProgram program = new RunProgram(temp.resolve("data")).with("SITEWRIGHT_VAULT_PASSPHRASE", "a passphrase");
        program.input(PASSWORD, "account", "create", "--email", "ada@example.org", "--name", "Ada", "--password-stdin");
        program.json("new", "Page", "--blank");
        program.json("target", "add", "live", "--kind", "folder", "--folder", live.toString());
        program.json("target", "add", "disk", "--kind", "folder", "--folder", backups.toString());
        program.json("publish", "page", "--target", "live", "--at", "2096-01-01T09:00");
        program.json("backup", "--now", "--target", "disk");
        String key = program.input(PASSWORD, "backup", "--recovery-key", "--password-stdin")
                .out()
                .strip();

        RunProgram other = new RunProgram(temp.resolve("other"));
        Ran restored = other.input(key, "restore", "--from", backups.toString(), "--key-stdin");
        assertThat(restored.code()).as(restored.err()).isZero();
        assertThat(restored.err()).contains("1 planned publish is not carried out here");

        assertThat(round(temp.resolve("other"))).isEmpty();
        assertThat(live).doesNotExist();
        assertThat(round(temp.resolve("data"))).singleElement().isInstanceOf(Ended.Done.class);
        assertThat(live.resolve("index.html")).exists();

        try (Workspace there = open(temp.resolve("other"), Clock.systemUTC())) {
            UserId user = there.accounts().list().getFirst().id();
            assertThat(there.schedules().list(user)).singleElement().satisfies(plan -> {
                assertThat(plan.state()).isEqualTo(ScheduledPublish.State.MISSED);
                assertThat(plan.note()).contains("Plan it again");
            });
        }
        Ran again = other.run("publish", "page", "--target", "live", "--at", "2097-01-01T09:00");
        assertThat(again.code()).as(again.err()).isZero();
        assertThat(round(temp.resolve("other"))).hasSize(1);
    }

    private static Workspace open(Path data, Clock clock) {
        return Workspace.open(data, Path.of(System.getProperty("sitewright.assets")), clock, new MemoryKeychain());
    }

    /// What is done by itself long after the time that was chosen.
    private static List<Ended> round(Path data) {
        try (Workspace workspace = open(data, Clock.offset(Clock.systemUTC(), Duration.ofDays(365 * 80)))) {
            UserId user = workspace.accounts().list().getFirst().id();
            return workspace
                    .duePublishes(
                            workspace.openTargets(() -> {
                                throw new AssertionError("a folder needs no keys");
                            }),
                            Duration.ofHours(1))
                    .round(user, Progress.NONE, new CancelToken());
        }
    }
}
