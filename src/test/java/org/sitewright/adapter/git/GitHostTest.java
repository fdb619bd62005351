package org.sitewright.adapter.git;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.jgit.api.Git;
import org.eclipse.jgit.api.errors.GitAPIException;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.treewalk.TreeWalk;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sitewright.adapter.ssh.SshAgent;
import org.sitewright.publish.AccessKey;
import org.sitewright.publish.PublishFailure;
import org.sitewright.publish.PublishProblem;
import org.sitewright.publish.PublishRequest.Consent;
import org.sitewright.publish.PublishResult;
import org.sitewright.publish.PublishTarget;
import org.sitewright.publish.ReleaseTarget;
import org.sitewright.publish.TargetContract;
import org.sitewright.publish.TargetSettings;
import org.sitewright.publish.TestSites;
import org.sitewright.publish.Verdict;
import org.sitewright.work.CancelToken;
import org.sitewright.work.Progress;

class GitHostTest extends TargetContract {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-03-01T10:00:00Z"), ZoneOffset.UTC);

    @TempDir
    Path places;

    @Override
    protected PublishTarget open() {
        return open("");
    }

    private PublishTarget open(String folder) {
        return open(new TargetSettings.Git(
                remote().toUri().toString(), "gh-pages", folder, "", "", "https://bakery.example/"));
    }

    private PublishTarget open(TargetSettings.Git settings) {
        return new ReleaseTarget(
                new GitHost(settings, () -> new AccessKey("", "token"), places.resolve("caches"), SshAgent.NONE, CLOCK),
                true);
    }

    @Override
    protected int passesBeforeItSends() {
        return 1;
    }

    @Test
    void keepsTheHistoryAndWritesWhatPagesServicesRead() throws Exception {
        published(TestSites.bakery("one"));
        published(TestSites.bakery("two"));
        try (Git git = Git.open(remote().toFile())) {
            List<RevCommit> commits = new ArrayList<>();
            git.log().add(git.getRepository().resolve("gh-pages")).call().forEach(commits::add);
            assertThat(commits).hasSize(2);
            assertThat(paths(git.getRepository(), commits.getFirst()))
                    .contains(".nojekyll", "CNAME", "index.html", "_deploy/current.json");
        }
    }

    @Test
    void staysInsideItsFolderAndLeavesTheRestAlone() throws Exception {
        PublishTarget root = open("");
        root.put(TestSites.page("README.html", "hands off"));
        root.commit(Progress.NONE, new CancelToken());
        assertThat(publish(TestSites.bakery("one"), Consent.NONE, "here", open("docs")))
                .isInstanceOf(PublishResult.Published.class);
        assertThat(open("docs").list()).noneMatch(file -> file.path().contains("README"));
        assertThat(open("").list())
                .anyMatch(file -> file.path().equals("README.html"))
                .anyMatch(file -> file.path().equals("docs/index.html"));
    }

    @Test
    void saysWhatIsWrong() {
        assertThat(failure("https://127.0.0.1:1/site.git")).isInstanceOf(PublishFailure.Network.class);
        assertThat(failure(places.resolve("none.git").toUri().toString()))
                .isInstanceOf(PublishFailure.MissingPlace.class);
        assertThatThrownBy(() -> open(new TargetSettings.Git("x", "not a branch", "", "", "", "")))
                .isInstanceOf(PublishProblem.class);
    }

    @Test
    void refusesNamesThatGitKeepsBeforeAnythingIsSent() {
        PublishResult result = publish(
                TestSites.with(TestSites.bakery("one"), TestSites.page("a/.git/index.html", "x")),
                Consent.NONE,
                "here",
                open());
        assertThat(result).isInstanceOfSatisfying(PublishResult.Refused.class, refused -> assertThat(
                        refused.failure().happened())
                .contains("a/.git/index.html"));
        assertThat(open().list()).isEmpty();
    }

    private Path remote() {
        Path remote = places.resolve("remote.git");
        if (!Files.exists(remote)) {
            try {
                Git.init().setBare(true).setDirectory(remote.toFile()).call().close();
            } catch (GitAPIException fault) {
                throw new IllegalStateException(fault);
            }
        }
        return remote;
    }

    private PublishFailure failure(String repository) {
        TargetSettings.Git settings = new TargetSettings.Git(repository, "gh-pages", "", "", "", "");
        return ((Verdict.Refused) open(settings).test()).failure();
    }

    private static List<String> paths(Repository repository, RevCommit commit) throws IOException {
        List<String> paths = new ArrayList<>();
        try (TreeWalk walk = new TreeWalk(repository)) {
            walk.addTree(commit.getTree());
            walk.setRecursive(true);
            while (walk.next()) {
                paths.add(walk.getPathString());
            }
        }
        return paths;
    }
}
