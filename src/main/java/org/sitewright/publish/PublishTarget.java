package org.sitewright.publish;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.sitewright.render.Bytes;
import org.sitewright.render.OutputFile;
import org.sitewright.work.CancelToken;
import org.sitewright.work.Progress;

/// A place that files are published to. Paths are relative to it and use `/`. Safe to use from many threads at once.
/// Every method may throw [PublishProblem]; each is bounded in time.
///
/// Where the host switches to a whole release at once ([Capabilities#atomic]), what is put, written and deleted is only
/// staged, [#list] starts over from what is live, and [#commit] makes all that was staged visible together.
public interface PublishTarget extends AutoCloseable {
    /// The path below which publishing keeps its own records, which are no part of the site.
    String RECORDS = "_deploy/";

    /// The place in the user's words and without secrets, as `bucket photos at s3.example.org`.
    String describe();

    Capabilities capabilities();

    /// Tries everything that publishing needs: sign in, list, write, write on condition, read, delete. Leaves nothing
    /// behind. Never throws for what the host says.
    Verdict test();

    /// All files there, also those that nobody here put there, sorted by path.
    List<RemoteFile> list();

    /// Sends a file, replacing what has its path, whole or not at all.
    ///
    /// @return the tag that the host will list it with
    String put(OutputFile file);

    /// As [#put(OutputFile)]; where a transfer may take long, it is broken off within a second of being asked to stop.
    /// What of it arrived may be gone on with the next time.
    ///
    /// @throws java.util.concurrent.CancellationException when the token asked to stop
    default String put(OutputFile file, CancelToken cancel) {
        return put(file);
    }

    /// How many requests [#put] makes of a file: more than one where large files go in parts.
    default int requestsToPut(OutputFile file) {
        return 1;
    }

    /// The tag that the host gives to this content; empty where that cannot be told beforehand.
    Optional<String> expectedTag(OutputFile file);

    /// Deletes the files; one that is not there is no fault.
    void delete(Collection<String> paths);

    /// Reads a small file of UTF-8 text.
    Optional<RemoteText> read(String path);

    /// Reads a file of any kind from its first byte; the caller closes it. A target that holds other than UTF-8 text
    /// reads it itself.
    ///
    /// @throws PublishProblem when it is not there
    default InputStream open(String path) {
        return read(path)
                .map(there -> new ByteArrayInputStream(there.text().getBytes(StandardCharsets.UTF_8)))
                .orElseThrow(() -> missing(path));
    }

    /// What it means that a file is not there which was listed or recorded.
    static PublishProblem missing(String path) {
        return new PublishProblem(new PublishFailure.Damaged(
                "The host no longer has the file " + path + ".", "Compare with the host again."));
    }

    /// Puts a file whose content the host has already, without sending it where the host can copy by itself. Elsewhere
    /// the content, which is that of a page or another small file, is read whole before it is sent: a host of few
    /// connections would else wait for itself.
    ///
    /// @param from a file there with exactly the content of `file`, in the state in which it was listed
    /// @return the tag that the host will list the file with
    default String copy(RemoteFile from, OutputFile file) {
        Bytes content = Bytes.of(file.source().all());
        return put(OutputFile.of(file.path(), file.contentType(), file.cacheControl(), content, file.sha256()));
    }

    /// The network of caches before the host that must be told when files changed; empty when there is none.
    default Optional<DeliveryNetwork> network() {
        return Optional.empty();
    }

    /// The name that the host itself says a domain of the user's must lead to (CNAME), as `x.herokudns.com`; empty
    /// where the host names none or does not know the domain.
    default Optional<String> nameFor(String domain) {
        return Optional.empty();
    }

    /// Writes a small record on condition that the file still has the tag, or is absent when the tag is empty.
    /// Where the target has no conditional writes, the condition is checked before the write.
    ///
    /// @return the new tag, or empty when the condition did not hold and nothing was written
    Optional<String> writeIf(String path, String text, String expectedTag);

    /// Why the host takes no file of this path, as `is longer than 255 bytes`; empty when it does. Asks nobody.
    default Optional<String> objection(String path) {
        return Optional.empty();
    }

    /// Makes visible what was staged. Does nothing where files are visible as they are put.
    ///
    /// @throws PublishProblem with [PublishFailure.Conflict] when the live release is not the one that [#list] saw
    default void commit(Progress progress, CancelToken cancel) {}

    /// Where visitors find the file; empty when the target has no public address. `index.html` is left out.
    String publicUrl(String path);

    @Override
    void close();
}
