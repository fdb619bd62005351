package org.sitewright.publish;

import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.sitewright.render.OutputFile;

/// What a host holds of a site and how it came there: the record `_deploy/current.json`. It is also the lease: while
/// its state is PUBLISHING, its publisher has the place to itself.
///
/// @param format 2; a higher one was written by a newer program
/// @param publisher names the computer that wrote it, by an id that says nothing about it
/// @param version of the deployment that wrote it
/// @param touchedAt when the publisher last showed that it is at work
/// @param files what visitors are served, by path
/// @param pending what an unfinished deployment was sending; the tag is empty for what may not have arrived
/// @param retired what earlier deployments put there and the site no longer has
/// @param kept what earlier releases are brought back from
record Manifest(
        int format,
        State state,
        String site,
        String deployment,
        String publisher,
        int version,
        Instant startedAt,
        Instant touchedAt,
        Map<String, Entry> files,
        Map<String, Entry> pending,
        Map<String, Retired> retired,
        Kept kept) {
    static final int FORMAT = 2;
    static final String PATH = PublishTarget.RECORDS + "current.json";
    private static final Duration STALE = Duration.ofMinutes(10);

    Manifest {
        files = Collections.unmodifiableMap(new TreeMap<>(files));
        pending = Collections.unmodifiableMap(new TreeMap<>(pending));
        retired = Collections.unmodifiableMap(new TreeMap<>(retired));
    }

    /// How far a deployment has come.
    enum State {
        PUBLISHING,
        /// Ended before it was done, by a fault or cancelled.
        STOPPED,
        LIVE
    }

    /// A file as it was sent.
    ///
    /// @param tag as the host gave it
    record Entry(String sha256, long size, String type, String cache, String tag) {
        static Entry of(OutputFile file, String tag) {
            return new Entry(
                    file.sha256(),
                    file.size(),
                    file.contentType(),
                    file.cacheControl().name(),
                    tag);
        }

        boolean hasContentOf(OutputFile file) {
            return sha256.equals(file.sha256()) && size == file.size();
        }

        boolean hasHeadersOf(OutputFile file) {
            return type.equals(file.contentType())
                    && cache.equals(file.cacheControl().name());
        }
    }

    /// A file that the site no longer has.
    ///
    /// @param version of the first deployment without it
    record Retired(Entry entry, Instant since, int version) {}

    /// What is kept at the host beside the site.
    ///
    /// @param releases that can be brought back, oldest first
    /// @param blobs files that were replaced or removed, by their hash, with the version of the newest deployment
    ///     that did so: every release that needs one is older
    record Kept(List<Release> releases, Map<String, Integer> blobs) {
        static final Kept NOTHING = new Kept(List.of(), Map.of());

        Kept {
            releases = List.copyOf(releases);
            blobs = Collections.unmodifiableMap(new TreeMap<>(blobs));
        }
    }

    static Manifest none(String site) {
        return new Manifest(
                FORMAT,
                State.LIVE,
                site,
                "",
                "",
                0,
                Instant.EPOCH,
                Instant.EPOCH,
                Map.of(),
                Map.of(),
                Map.of(),
                Kept.NOTHING);
    }

    /// Whether somebody else is at work there now.
    boolean isHeldAgainst(String otherPublisher, Instant now) {
        return state == State.PUBLISHING
                && !publisher.equals(otherPublisher)
                && touchedAt.plus(STALE).isAfter(now);
    }

    Manifest touched(State newState, Map<String, Entry> newPending, Instant now) {
        return new Manifest(
                format,
                newState,
                site,
                deployment,
                publisher,
                version,
                startedAt,
                now,
                files,
                newPending,
                retired,
                kept);
    }
}
