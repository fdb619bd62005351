package org.sitewright.publish;

import java.time.Instant;

/// The files of one deployment, as they are kept at the host so that they can be brought back.
///
/// @param version of the deployment
/// @param deployment its id
/// @param publishedAt when it became the live one
public record Release(int version, String deployment, Instant publishedAt, int files, long bytes) {
    /// Where its manifest lies.
    static String path(int version) {
        return PublishTarget.RECORDS + "releases/" + version + ".json";
    }
}
