package org.sitewright.publish;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.sitewright.publish.Manifest.Retired;

/// What the host has now, and what publishing would change about it.
///
/// @param tag of the record there; empty when there is none
record Survey(Manifest manifest, String tag, PublishPlan plan, Comparison comparison) {
    static Survey of(PublishRequest request, PublishTarget target, Instant now) {
        request.tree().files().keySet().forEach(path -> refuseName(path, target));
        List<RemoteFile> listing = target.list();
        boolean hasRecord = listing.stream().anyMatch(file -> file.path().equals(Manifest.PATH));
        Optional<RemoteText> record = hasRecord ? target.read(Manifest.PATH) : Optional.empty();
        Manifest manifest = record.map(text -> ManifestJson.read(text.text()))
                .orElse(Manifest.none(request.site().toString()));
        if (!manifest.site().equals(request.site().toString())
                && !request.consent().otherSite()) {
            throw new PublishProblem(new PublishFailure.Conflict(
                    "Another site is published at " + target.describe() + ".",
                    "Choose another place, or agree that this site replaces the other."));
        }
        Comparison comparison = new Comparison(request, target, listing, manifest, now);
        return new Survey(manifest, record.map(RemoteText::tag).orElse(""), comparison.plan(), comparison);
    }

    /// A name that the host does not take is told before anything is sent.
    private static void refuseName(String path, PublishTarget target) {
        target.objection(path).ifPresent(reason -> {
            throw new PublishProblem(new PublishFailure.Settings(
                    "“" + path + "” cannot be published to " + target.describe() + ": it " + reason + ".",
                    "Give the page or file another address, or publish to another place."));
        });
    }

    boolean recordIsTrue() {
        return comparison.recordIsTrue();
    }

    Map<String, String> tags() {
        return comparison.tags();
    }

    Map<String, Retired> retired(int version) {
        return comparison.retired(version);
    }
}
