package org.sitewright.adapter.heroku;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.sitewright.publish.PublishTarget;
import org.sitewright.publish.ReleaseHost.Draft;
import org.sitewright.publish.ReleaseHost.Release;
import org.sitewright.work.Progress;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/// The releases of an app. Heroku keeps their slugs, and going back to one takes seconds where a build takes minutes.
/// Each slug carries the digest of the site in it as its commit, so that it is found again from any computer.
final class HerokuReleases {
    private static final String DEPLOYED = "Deploy ";
    private static final String ASSETS = "assets/";
    private static final int LEAST_DIGITS = 7;

    private final HerokuApi api;
    private final HerokuBuild build;

    HerokuReleases(HerokuApi api, HerokuBuild build) {
        this.api = api;
        this.build = build;
    }

    /// A digest of what visitors get, whatever is recorded of it. Pages name their assets by hash, and each slug has
    /// those that its pages name; which others it has, for visitors of older pages, makes no difference.
    static String content(Draft draft) {
        Map<String, String> hashes = new TreeMap<>();
        draft.kept().forEach(file -> hashes.put(file.path(), file.tag()));
        draft.sent().values().forEach(file -> hashes.put(file.path(), file.sha256()));
        return digest(hashes);
    }

    static String content(Release release) {
        Map<String, String> hashes = new TreeMap<>();
        release.files().values().forEach(file -> hashes.put(file.path(), file.tag()));
        return digest(hashes);
    }

    /// The slug that visitors are served; empty when nothing was released yet.
    String live() {
        for (JsonNode release : newest()) {
            if (release.path("current").asBoolean(false)) {
                return slug(release);
            }
        }
        return "";
    }

    /// Has Heroku serve an earlier slug with just this content.
    ///
    /// @return the slug; empty when none of the newest releases has one
    Optional<String> backTo(String content, Progress progress) {
        for (JsonNode release : newest()) {
            if (mayHave(release, content)
                    && api.get("/slugs/" + slug(release))
                            .path("commit")
                            .asString("")
                            .equals(content)) {
                progress.at(
                        0,
                        0,
                        "Heroku goes back to its release "
                                + release.path("version").asInt(0));
                String wanted = JsonNodeFactory.instance
                        .objectNode()
                        .put("release", release.path("id").asString(""))
                        .toString();
                build.awaitRelease(api.post("/releases", wanted).path("id").asString(""), "its log is at Heroku");
                return Optional.of(slug(release));
            }
        }
        return Optional.empty();
    }

    /// Heroku describes what was built as `Deploy` and the first digits of its commit.
    private static boolean mayHave(JsonNode release, String content) {
        String description = release.path("description").asString("");
        String digits = description.startsWith(DEPLOYED) ? description.substring(DEPLOYED.length()) : "";
        return digits.length() >= LEAST_DIGITS
                && content.startsWith(digits)
                && !release.path("current").asBoolean(false)
                && !slug(release).isEmpty();
    }

    private JsonNode newest() {
        return api.get("/releases", "Range", "version ..; order=desc, max=50");
    }

    private static String slug(JsonNode release) {
        return release.path("slug").path("id").asString("");
    }

    private static String digest(Map<String, String> hashes) {
        StringBuilder text = new StringBuilder();
        hashes.forEach((path, hash) -> {
            if (!path.startsWith(PublishTarget.RECORDS) && !path.startsWith(ASSETS)) {
                text.append(hash).append(' ').append(path).append('\n');
            }
        });
        try {
            byte[] bytes = text.toString().getBytes(StandardCharsets.UTF_8);
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("every Java has SHA-256", missing);
        }
    }
}
