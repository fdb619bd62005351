package org.sitewright.adapter.s3;

import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.sitewright.publish.TargetSettings;

/// Where a bucket is asked, as far as it takes no knowledge of the SDK to tell.
final class S3Address {
    private static final Pattern USUAL_BUCKET = Pattern.compile("[a-z0-9][a-z0-9-]{1,61}[a-z0-9]");
    private static final Pattern USUAL_REGION = Pattern.compile("(af|ap|ca|eu|il|me|mx|sa|us)(-gov)?-[a-z]+-\\d");
    private static final Pattern NUMBERS = Pattern.compile("[0-9.]+|\\[.*]");

    private S3Address() {}

    /// @return the address of the bucket, whose path is empty or begins with `/` and ends without one; empty for what
    ///     only the SDK knows, as buckets with a dot in their name, or regions with hosts of their own
    static Optional<URI> of(TargetSettings.S3 settings) {
        if (!USUAL_BUCKET.matcher(settings.bucket()).matches()) {
            return Optional.empty();
        }
        if (settings.endpoint().isEmpty()) {
            String region = S3Clients.region(settings).id();
            return USUAL_REGION.matcher(region).matches()
                    ? Optional.of(bucket(settings, URI.create("https://s3." + region + ".amazonaws.com")))
                    : Optional.empty();
        }
        URI endpoint = S3Clients.endpoint(settings);
        boolean more = endpoint.getRawQuery() != null
                || endpoint.getRawFragment() != null
                || endpoint.getRawUserInfo() != null
                || !isPlain(endpoint.getRawPath());
        boolean takesNoName =
                !settings.pathStyle() && NUMBERS.matcher(endpoint.getHost()).matches();
        return more || takesNoName ? Optional.empty() : Optional.of(bucket(settings, endpoint));
    }

    private static boolean isPlain(String path) {
        return path.isEmpty() || path.equals("/");
    }

    private static URI bucket(TargetSettings.S3 settings, URI host) {
        String protocol = host.getScheme().toLowerCase(Locale.ROOT);
        String port = host.getPort() < 0 ? "" : ":" + host.getPort();
        return URI.create(
                settings.pathStyle()
                        ? protocol + "://" + host.getHost() + port + "/" + settings.bucket()
                        : protocol + "://" + settings.bucket() + "." + host.getHost() + port);
    }
}
