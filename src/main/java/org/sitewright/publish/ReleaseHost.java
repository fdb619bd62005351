package org.sitewright.publish;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.sitewright.render.OutputFile;
import org.sitewright.work.CancelToken;
import org.sitewright.work.Progress;

/// A host that serves one whole release after the other, as a branch or a deployment. [ReleaseTarget] makes a target
/// of it. Every method may throw [PublishProblem]; each is bounded in time.
public interface ReleaseHost extends AutoCloseable {
    /// The place in the user's words and without secrets.
    String describe();

    /// See [PublishTarget#test].
    Verdict test();

    /// What visitors are served now.
    Release live();

    /// Reads a small file of a release.
    byte[] read(Release release, RemoteFile file);

    /// The tag that the host gives to this content.
    String tag(OutputFile file);

    /// Makes the draft the live release.
    ///
    /// @throws PublishProblem with [PublishFailure.Conflict] when the release before it is no longer the live one
    void release(Draft draft, Progress progress, CancelToken cancel);

    /// See [PublishTarget#nameFor].
    default Optional<String> nameFor(String domain) {
        return Optional.empty();
    }

    /// See [PublishTarget#objection].
    Optional<String> objection(String path);

    /// See [PublishTarget#publicUrl].
    String publicUrl(String path);

    @Override
    void close();

    /// A release as the host has it.
    ///
    /// @param id the host's own name of it; empty when there is none yet
    /// @param files by path
    record Release(String id, Map<String, RemoteFile> files) {
        public static final Release NONE = new Release("", Map.of());

        public Release {
            files = Collections.unmodifiableMap(new TreeMap<>(files));
        }
    }

    /// The next release: the one before it, with some files sent and some gone.
    ///
    /// @param sent new content by path
    /// @param gone paths that the next release does not have
    record Draft(Release before, Map<String, OutputFile> sent, Set<String> gone) {
        public Draft {
            sent = Collections.unmodifiableMap(new TreeMap<>(sent));
            gone = Set.copyOf(gone);
        }

        /// The files of the release before that stay as they are, by path.
        public List<RemoteFile> kept() {
            return before.files().values().stream()
                    .filter(file -> !sent.containsKey(file.path()) && !gone.contains(file.path()))
                    .toList();
        }
    }
}
