package org.sitewright.publish;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.sitewright.publish.Manifest.Entry;
import org.sitewright.publish.Manifest.State;

/// The right to publish to a place, held in the record there. It is taken and given back by writes on condition that
/// the record is still as it was read, so that of two publishers one is refused. Safe from many threads.
final class Lease {
    private static final Duration TOUCH = Duration.ofMinutes(2);

    private final PublishTarget target;
    private final Clock clock;
    private Manifest manifest;
    private String tag;

    private Lease(PublishTarget target, Clock clock, Manifest manifest, String tag) {
        this.target = target;
        this.clock = clock;
        this.manifest = manifest;
        this.tag = tag;
    }

    /// @param readTag the tag of the record as it was compared with; empty when there was none
    static Lease take(PublishTarget target, Clock clock, Manifest manifest, String readTag) {
        Lease lease = new Lease(target, clock, manifest, readTag);
        lease.write(manifest);
        return lease;
    }

    /// Shows that we are still at work, when it is time to.
    synchronized void touch(Map<String, String> sent) {
        Instant now = clock.instant();
        if (now.isAfter(manifest.touchedAt().plus(TOUCH))) {
            write(manifest.touched(State.PUBLISHING, withTags(sent), now));
        }
    }

    /// Makes the deployment the live one.
    ///
    /// @return the record as it is there now
    synchronized Receipt complete(Manifest live) {
        write(live);
        return new Receipt(ManifestJson.write(live), tag);
    }

    /// Gives the place back unfinished, so that the next publisher need not wait. Never fails: what cannot be given
    /// back runs out by itself.
    synchronized void stop(Map<String, String> sent) {
        try {
            write(manifest.touched(State.STOPPED, withTags(sent), clock.instant()));
        } catch (PublishProblem gone) {
            tag = "";
        }
    }

    private Map<String, Entry> withTags(Map<String, String> sent) {
        Map<String, Entry> pending = new HashMap<>(manifest.pending());
        sent.forEach((path, mark) -> pending.computeIfPresent(
                path, (key, entry) -> new Entry(entry.sha256(), entry.size(), entry.type(), entry.cache(), mark)));
        return pending;
    }

    private void write(Manifest next) {
        Optional<String> written = target.writeIf(Manifest.PATH, ManifestJson.write(next), tag);
        tag = written.orElseThrow(Lease::lost);
        manifest = next;
    }

    static PublishProblem lost() {
        return new PublishProblem(new PublishFailure.Conflict(
                "Another computer began to publish to the same place at the same time.",
                "Wait until it has finished, then publish again."));
    }
}
