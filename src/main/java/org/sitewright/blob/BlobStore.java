package org.sitewright.blob;

import java.io.InputStream;
import java.time.Instant;
import java.util.Collection;
import java.util.List;

/// A place that keeps bytes by name. Names are relative paths with `/` between folders. What is there is never
/// written again. Safe from any thread. Faults are thrown as [BlobProblem].
public interface BlobStore extends AutoCloseable {
    /// The place in words, without secrets, as "the bucket b at s3.example.org".
    String describe();

    /// The address of a name, without secrets.
    String url(String name);

    /// Everything whose name begins so, in order of the names.
    ///
    /// @param prefix empty for all
    List<Blob> list(String prefix);

    /// Writes a new name, whole or not at all, and checks size and checksum of what arrived.
    ///
    /// @return false when the name is there already; nothing was changed then
    boolean putNew(String name, BlobSource source);

    /// The caller closes the stream. A connection that is lost while it is read is a [BlobProblem] as well.
    ///
    /// @throws BlobProblem of the kind `MISSING` when there is no such name
    InputStream open(String name);

    /// Does nothing for names that are not there.
    void delete(Collection<String> names);

    @Override
    void close();

    /// What a listing says of a name.
    ///
    /// @param size in bytes
    record Blob(String name, long size, Instant modified) {}
}
