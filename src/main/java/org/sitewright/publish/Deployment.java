package org.sitewright.publish;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sitewright.site.SiteId;
import org.sitewright.site.UserId;

/// One publish of a site: what was done, when, by whom, and how it ended.
///
/// @param version 1 for the first deployment of the site, then one more each time
/// @param restored the version that was brought back; 0 when a build was published
/// @param url where visitors find the site; empty when the target has no public address
/// @param domain the host name of the url; empty when there is none
/// @param logs lines for a person to read, in order
/// @param error what happened and what to do, empty unless the deployment failed
/// @param sent what the deployment sent to the host
/// @param completedAt when it ended, either way
public record Deployment(
        DeploymentId id,
        SiteId site,
        UserId user,
        TargetId target,
        DeploymentStatus status,
        int version,
        int restored,
        long sequence,
        String url,
        Hosting hosting,
        String domain,
        SslStatus ssl,
        CdnStatus cdn,
        List<String> logs,
        String error,
        Sent sent,
        Instant createdAt,
        @Nullable Instant completedAt) {
    public Deployment {
        logs = List.copyOf(logs);
    }

    /// How much a deployment did to the host.
    public record Sent(int files, long bytes, int deleted) {
        public static final Sent NOTHING = new Sent(0, 0, 0);
    }

    Deployment publishing() {
        return with(DeploymentStatus.PUBLISHING, logs, "", sent, null);
    }

    Deployment withLog(List<String> more) {
        List<String> all = new ArrayList<>(logs);
        all.addAll(more);
        return with(status, all, error, sent, completedAt);
    }

    Deployment completed(Sent all, Instant at) {
        return with(DeploymentStatus.COMPLETED, logs, "", all, at);
    }

    Deployment failed(String fault, Sent all, Instant at) {
        return with(DeploymentStatus.FAILED, logs, fault, all, at);
    }

    Deployment behind(CdnStatus network) {
        return seen(ssl, network);
    }

    /// With what was seen of its address.
    public Deployment seen(SslStatus certificate, CdnStatus network) {
        return new Deployment(
                id,
                site,
                user,
                target,
                status,
                version,
                restored,
                sequence,
                url,
                hosting,
                domain,
                certificate,
                network,
                logs,
                error,
                sent,
                createdAt,
                completedAt);
    }

    private Deployment with(
            DeploymentStatus newStatus, List<String> log, String fault, Sent all, @Nullable Instant ended) {
        return new Deployment(
                id, site, user, target, newStatus, version, restored, sequence, url, hosting, domain, ssl, cdn, log,
                fault, all, createdAt, ended);
    }
}
