package org.sitewright.adapter.git;

import java.io.IOException;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.eclipse.jgit.errors.NotSupportedException;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.EmptyProgressMonitor;
import org.eclipse.jgit.lib.NullProgressMonitor;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.Ref;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.transport.FetchConnection;
import org.eclipse.jgit.transport.PushResult;
import org.eclipse.jgit.transport.RefSpec;
import org.eclipse.jgit.transport.RemoteRefUpdate;
import org.eclipse.jgit.transport.SshTransport;
import org.eclipse.jgit.transport.TagOpt;
import org.eclipse.jgit.transport.Transport;
import org.eclipse.jgit.transport.URIish;
import org.jspecify.annotations.Nullable;
import org.sitewright.publish.PublishFailure;
import org.sitewright.publish.PublishProblem;
import org.sitewright.publish.TargetSettings;
import org.sitewright.work.CancelToken;

/// Talks to the repository: what the branch is at, fetching it, pushing to it.
final class GitRemote {
    private static final int SILENCE_SECONDS = 60;
    /// Who asked to stop does not wait long to hear whether the host has it all the same.
    private static final Duration SOON = Duration.ofSeconds(3);

    private final TargetSettings.Git settings;
    private final GitSignIn signIn;
    private final String branch;

    GitRemote(TargetSettings.Git settings, GitSignIn signIn) {
        this.settings = settings;
        this.signIn = signIn;
        this.branch = Constants.R_HEADS + settings.branch();
    }

    /// Brings the newest commit of the branch, without the history before it.
    ///
    /// @return the commit; zero when there is no such branch yet
    ObjectId fetch(Repository repository) {
        return with(repository, transport -> {
            Ref tip = tip(transport);
            if (tip == null || tip.getObjectId() == null) {
                return ObjectId.zeroId();
            }
            ObjectId id = tip.getObjectId();
            if (!repository.getObjectDatabase().has(id)) {
                transport.setDepth(1);
                transport.setTagOpt(TagOpt.NO_TAGS);
                transport.fetch(
                        NullProgressMonitor.INSTANCE,
                        List.of(new RefSpec("+" + branch + ":refs/sitewright/" + settings.branch())));
            }
            return id;
        });
    }

    /// Done when the host has it: the answer to a push that it took may get lost.
    ///
    /// @throws PublishProblem with a conflict when the branch is no longer at the commit before
    void push(Repository repository, ObjectId before, ObjectId commit, CancelToken cancel) {
        try {
            check(cancel.interrupting(() -> push(repository, before, commit, false, cancel)));
        } catch (RuntimeException broken) {
            boolean told = broken instanceof PublishProblem || cancel.isCancelled();
            if (!told
                    || !isThere(
                            repository, commit, cancel.isCancelled() ? SOON : Duration.ofSeconds(SILENCE_SECONDS))) {
                cancel.check();
                throw broken;
            }
        }
    }

    /// A server may stand still at any step, and signing in over SSH has a patience of its own.
    private boolean isThere(Repository repository, ObjectId commit, Duration patience) {
        try {
            return CancelToken.after(patience)
                    .interrupting(() -> with(repository, transport -> {
                        Ref tip = tip(transport);
                        return tip != null && commit.equals(tip.getObjectId());
                    }));
        } catch (PublishProblem unasked) {
            return false;
        }
    }

    /// Asks whether a push would be taken, as far as that is told before it is made. Nothing is changed there.
    void tryToPush(Repository repository, ObjectId before, ObjectId commit) {
        check(push(repository, before, commit, true, new CancelToken()));
    }

    /// Ends a push while it is under way. What the host has whole it keeps.
    private static final class Stop extends EmptyProgressMonitor {
        private final CancelToken cancel;

        Stop(CancelToken cancel) {
            this.cancel = cancel;
        }

        @Override
        public boolean isCancelled() {
            return cancel.isCancelled();
        }
    }

    private RemoteRefUpdate push(
            Repository repository, ObjectId before, ObjectId commit, boolean dry, CancelToken cancel) {
        return with(repository, transport -> {
            transport.setDryRun(dry);
            RemoteRefUpdate update =
                    new RemoteRefUpdate(repository, commit.name(), commit, branch, false, null, before);
            // An interrupt ends what waits, but over SSH the end of the connection then waits as long.
            Collection<RemoteRefUpdate> updates = cancel.closing(
                            () -> push(transport, update, cancel), transport::close)
                    .getRemoteUpdates();
            return updates.isEmpty() ? update : updates.iterator().next();
        });
    }

    private PushResult push(Transport transport, RemoteRefUpdate update, CancelToken cancel) {
        try {
            return transport.push(new Stop(cancel), List.of(update));
        } catch (IOException fault) {
            throw failure(fault);
        }
    }

    private void check(RemoteRefUpdate update) {
        String said = update.getMessage() == null ? "" : " It says “" + update.getMessage() + "”.";
        switch (update.getStatus()) {
            case OK, UP_TO_DATE, NOT_ATTEMPTED, AWAITING_REPORT -> {}
            case REJECTED_NONFASTFORWARD, REJECTED_REMOTE_CHANGED, NON_EXISTING, REJECTED_NODELETE ->
                throw new PublishProblem(new PublishFailure.Conflict(
                        "The branch " + settings.branch() + " was changed by someone else meanwhile.",
                        "Publish again: it goes on from what is there now."));
            case REJECTED_OTHER_REASON -> throw new PublishProblem(GitFailures.declined(settings.branch(), said));
        }
    }

    private static @Nullable Ref tip(Transport transport, String branch) throws IOException {
        try (FetchConnection connection = transport.openFetch()) {
            Map<String, Ref> refs = connection.getRefsMap();
            return refs.get(branch);
        }
    }

    private @Nullable Ref tip(Transport transport) throws IOException {
        return tip(transport, branch);
    }

    /// Work with a connection.
    @FunctionalInterface
    private interface Work<T> {
        T with(Transport transport) throws IOException;
    }

    private <T> T with(Repository repository, Work<T> work) {
        try (Transport transport = Transport.open(repository, new URIish(settings.repository()))) {
            transport.setTimeout(SILENCE_SECONDS);
            transport.setCredentialsProvider(signIn.token());
            if (transport instanceof SshTransport ssh) {
                ssh.setSshSessionFactory(signIn.ssh());
            }
            return work.with(transport);
        } catch (java.net.URISyntaxException | NotSupportedException notAnAddress) {
            throw new PublishProblem(
                    new PublishFailure.Settings(
                            "“" + shown(settings.repository()) + "” cannot be the address of a repository.",
                            "Enter it as https://github.com/me/site.git."),
                    notAnAddress);
        } catch (IOException fault) {
            throw failure(fault);
        }
    }

    private PublishProblem failure(IOException fault) {
        return new PublishProblem(
                signIn.refusal().orElseGet(() -> GitFailures.of(fault, shown(settings.repository()))), fault);
    }

    static PublishProblem local(IOException fault) {
        return new PublishProblem(GitFailures.local(fault), fault);
    }

    /// The address without what may be a secret in it.
    static String shown(String repository) {
        return repository.replaceFirst("^(https?://)[^/@]*@", "$1");
    }
}
