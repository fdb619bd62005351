package org.sitewright.publish;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.sitewright.publish.Manifest.Retired;
import org.sitewright.render.OutputTree;

/// What the host has now, and what publishing would change about it.
///
/// @param origins where at the host the content of a file lies already, known for certain; empty for a build
/// @param held the files of the release that is brought back; nothing for a build
/// @param restored the version that is brought back; 0 for a build
record Survey(
        PublishRequest request,
        Host host,
        PublishPlan plan,
        Comparison comparison,
        Map<String, RemoteFile> origins,
        HeldFiles held,
        int restored) {
    static Survey of(PublishRequest request, PublishTarget target, Instant now, Optional<Receipt> known) {
        request.tree().files().keySet().forEach(path -> refuseName(path, target));
        Host host = Host.look(target, request.site(), known);
        if (!host.isOf(request.site()) && !request.consent().otherSite()) {
            throw new PublishProblem(new PublishFailure.Conflict(
                    "Another site is published at " + target.describe() + ".",
                    "Choose another place, or agree that this site replaces the other."));
        }
        OutputTree tree = SharedRules.in(request.tree(), target, host, host.isOf(request.site()));
        Reasons reasons = new Reasons(tree, request.pageNames());
        Comparison comparison = new Comparison(tree, reasons, target, host, now);
        return new Survey(request.with(tree), host, comparison.plan(), comparison, Map.of(), HeldFiles.NONE, 0);
    }

    /// A name that the host does not take is told before anything is sent.
    private static void refuseName(String path, PublishTarget target) {
        target.objection(path).ifPresent(reason -> {
            throw new PublishProblem(new PublishFailure.Settings(
                    "“" + path + "” cannot be published to " + target.describe() + ": it " + reason + ".",
                    "Give the page or file another address, or publish to another place."));
        });
    }

    /// The same for whoever wants to look before it happens.
    PlannedPublish planned(PublishTarget target, Optional<Receipt> known) {
        boolean read = !host.tag().isEmpty()
                && known.filter(receipt -> receipt.tag().equals(host.tag())).isEmpty();
        return new PlannedPublish(
                plan,
                request.tree(),
                sameSite() ? HeldFiles.inPlace(host.manifest().files()) : HeldFiles.NONE,
                held,
                Effort.of(this, target, read, restored == 0 ? 0 : 1));
    }

    boolean recordIsTrue() {
        return comparison.recordIsTrue();
    }

    boolean sameSite() {
        return host.isOf(request.site());
    }

    Map<String, String> tags() {
        return comparison.tags();
    }

    Map<String, Retired> retired(int version) {
        return comparison.retired(version);
    }
}
