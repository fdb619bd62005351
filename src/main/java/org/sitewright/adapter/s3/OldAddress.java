package org.sitewright.adapter.s3;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.sitewright.render.OutputFile;

/// The page at an old address, which leads on to the new one. Where it leads is read off the page, so that the header
/// of the bucket's website follows from the content: what compares contents compares it, too, and a page of an older
/// release leads where it led.
final class OldAddress {
    private static final int LARGEST = 8 * 1024;
    private static final Pattern LEADS =
            Pattern.compile("<meta http-equiv=\"refresh\" content=\"0; ?url=([^\"<>]{1,1024})\">");

    private OldAddress() {}

    /// @param prefix of the site's keys in the bucket
    /// @return as `x-amz-website-redirect-location` wants it; empty for every other page
    static Optional<String> leadsTo(OutputFile file, String prefix) {
        if (!file.contentType().startsWith("text/html") || file.size() > LARGEST) {
            return Optional.empty();
        }
        Matcher found = LEADS.matcher(new String(file.source().all(), StandardCharsets.UTF_8));
        return found.find() ? location(prefix + file.path(), found.group(1)) : Optional.empty();
    }

    private static Optional<String> location(String key, String written) {
        String plain = written.replace("&quot;", "\"")
                .replace("&#39;", "'")
                .replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&amp;", "&");
        try {
            URI from = URI.create("http://bucket.invalid/").resolve(new URI(null, null, "/" + key, null));
            URI to = from.resolve(plain);
            if (!String.valueOf(to.getHost()).equals("bucket.invalid")) {
                return Optional.of(to.toASCIIString()).filter(address -> address.matches("https?://.+"));
            }
            String path = to.getRawPath();
            return Optional.of(to.getRawFragment() == null ? path : path + "#" + to.getRawFragment());
        } catch (IllegalArgumentException | java.net.URISyntaxException notAnAddress) {
            return Optional.empty();
        }
    }
}
