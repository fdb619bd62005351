package org.sitewright.adapter.git;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectInserter;
import org.eclipse.jgit.lib.Repository;
import org.sitewright.adapter.ssh.SshAgent;
import org.sitewright.publish.Credentials;
import org.sitewright.publish.HostNames;
import org.sitewright.publish.PublicAddress;
import org.sitewright.publish.PublishFailure;
import org.sitewright.publish.PublishProblem;
import org.sitewright.publish.ReleaseHost;
import org.sitewright.publish.RemoteFile;
import org.sitewright.publish.TargetSettings;
import org.sitewright.publish.TargetSettings.Support;
import org.sitewright.publish.Verdict;
import org.sitewright.render.OutputFile;
import org.sitewright.work.CancelToken;
import org.sitewright.work.Progress;

/// A branch of a repository. Each release is one commit on top of the one before, pushed without force, so that the
/// history stays and of two publishers one is refused. The id of a release is its commit; the tag of a file is the id
/// of its blob. What was fetched is kept in a bare repository of our own.
public final class GitHost implements ReleaseHost {
    private final TargetSettings.Git settings;
    private final GitRemote remote;
    private final GitCache cache;
    private final GitCommits commits;
    private final Clock clock;

    /// Makes no connection yet.
    ///
    /// @param caches the folder that holds what was fetched from repositories
    public GitHost(TargetSettings.Git settings, Credentials credentials, Path caches, SshAgent agent, Clock clock) {
        if (!Repository.isValidRefName(Constants.R_HEADS + settings.branch())) {
            throw new PublishProblem(new PublishFailure.Settings(
                    "“" + settings.branch() + "” cannot be the name of a branch.", "Enter it as gh-pages."));
        }
        this.settings = settings;
        this.remote = new GitRemote(settings, new GitSignIn(settings, credentials, agent));
        this.cache = new GitCache(caches, settings);
        this.commits = new GitCommits(settings);
        this.clock = clock;
    }

    @Override
    public String describe() {
        return "the branch " + settings.branch() + " of " + GitRemote.shown(settings.repository());
    }

    @Override
    public Verdict test() {
        try (Repository repository = cache.open()) {
            ObjectId tip = remote.fetch(repository);
            remote.tryToPush(repository, tip, commits.probe(repository, tip, clock.instant()));
            return new Verdict.Ready(Support.FULL, List.of());
        } catch (PublishProblem refused) {
            return new Verdict.Refused(refused.failure());
        } catch (IOException fault) {
            return new Verdict.Refused(GitRemote.local(fault).failure());
        }
    }

    @Override
    public Release live() {
        try (Repository repository = cache.open()) {
            ObjectId tip = remote.fetch(repository);
            return tip.equals(ObjectId.zeroId())
                    ? Release.NONE
                    : new Release(tip.name(), commits.files(repository, tip));
        } catch (IOException fault) {
            throw GitRemote.local(fault);
        }
    }

    @Override
    public byte[] read(Release release, RemoteFile file) {
        try (Repository repository = cache.open()) {
            return repository.open(ObjectId.fromString(file.tag())).getBytes();
        } catch (IOException fault) {
            throw GitRemote.local(fault);
        }
    }

    @Override
    public String tag(OutputFile file) {
        try (InputStream content = file.source().open();
                ObjectInserter.Formatter formatter = new ObjectInserter.Formatter()) {
            return formatter.idFor(Constants.OBJ_BLOB, file.size(), content).name();
        } catch (IOException fault) {
            throw GitRemote.local(fault);
        }
    }

    @Override
    public void release(Draft draft, Progress progress, CancelToken cancel) {
        try (Repository repository = cache.open()) {
            progress.at(0, 0, "Writing the commit");
            ObjectId before = draft.before().id().isEmpty()
                    ? ObjectId.zeroId()
                    : ObjectId.fromString(draft.before().id());
            ObjectId commit = commits.write(repository, before, draft, extras(), clock.instant());
            cancel.check();
            progress.at(0, 0, "Pushing to " + GitRemote.shown(settings.repository()));
            remote.push(repository, before, commit, cancel);
        } catch (IOException fault) {
            throw GitRemote.local(fault);
        }
    }

    @Override
    public Optional<String> objection(String path) {
        for (String name : path.split("/", -1)) {
            String lower = name.toLowerCase(Locale.ROOT);
            if (lower.equals(".git") || lower.equals("git~1")) {
                return Optional.of("has a name that git keeps for itself");
            }
        }
        if (path.equals(GitCommits.NO_JEKYLL) || path.equals(GitCommits.DOMAIN)) {
            return Optional.of("has a name that is written by itself");
        }
        return HostNames.objection(path);
    }

    @Override
    public String publicUrl(String path) {
        return PublicAddress.of(settings.publicUrl(), path);
    }

    @Override
    public void close() {
        // Each call opens and closes the repository of its own.
    }

    /// What Pages services read beside the site: no Jekyll, and the domain where it is one of the user's own.
    private GitCommits.Extras extras() {
        String host = domain(settings.publicUrl());
        return new GitCommits.Extras(host.getBytes(StandardCharsets.UTF_8));
    }

    private static String domain(String url) {
        String host =
                url.replaceFirst("^https?://", "").replaceFirst("[/:?#].*$", "").toLowerCase(Locale.ROOT);
        boolean ofTheService =
                host.endsWith(".github.io") || host.endsWith(".gitlab.io") || host.endsWith(".pages.dev");
        return ofTheService || !host.contains(".") ? "" : host;
    }
}
