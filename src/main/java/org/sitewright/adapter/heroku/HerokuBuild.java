package org.sitewright.adapter.heroku;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.concurrent.atomic.AtomicReference;
import org.sitewright.adapter.http.Pause;
import org.sitewright.publish.PublishFailure;
import org.sitewright.publish.PublishProblem;
import org.sitewright.work.CancelToken;
import org.sitewright.work.Progress;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// Makes a release of an archive: sends it, has Heroku build it, follows the log, waits for the release. A build that
/// was begun cannot be called back.
final class HerokuBuild {
    private static final String BUILDPACK = "https://github.com/heroku/heroku-buildpack-nginx";
    private static final int LOOKS = 600;
    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(1);

    private final HerokuApi api;
    private final Pause pause;

    HerokuBuild(HerokuApi api, Pause pause) {
        this.api = api;
        this.pause = pause;
    }

    /// @param version what the slug will be known by
    /// @return what begins a build of the archive
    String send(Path archive, String version, Progress progress, CancelToken cancel) throws IOException {
        progress.at(0, 0, "Sending " + Files.size(archive) + " bytes to Heroku");
        JsonNode source = cancel.breakingOff(() -> api.post("/sources", "")).path("source_blob");
        api.upload(source.path("put_url").asString(""), archive, cancel);
        String sha256 = sha256(archive);
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        body.putArray("buildpacks").addObject().put("url", BUILDPACK);
        body.putObject("source_blob")
                .put("url", source.path("get_url").asString(""))
                .put("checksum", "SHA256:" + sha256)
                .put("version", version);
        return body.toString();
    }

    /// @return the slug that is served now
    String run(String wanted, Progress progress) {
        JsonNode build = api.post("/builds", wanted);
        AtomicReference<String> last = new AtomicReference<>("");
        String log = build.path("output_stream_url").asString("");
        if (!log.isEmpty()) {
            api.follow(log, line -> {
                if (!line.isBlank()) {
                    last.set(line.strip());
                    progress.at(0, 0, line.strip());
                }
            });
        }
        JsonNode done = await("/builds/" + build.path("id").asString(""), "build", String.valueOf(last.get()));
        String release = done.path("release").path("id").asString("");
        if (!release.isEmpty()) {
            awaitRelease(release, String.valueOf(last.get()));
        }
        return done.path("slug").path("id").asString("");
    }

    void awaitRelease(String id, String last) {
        await("/releases/" + id, "release", last);
    }

    private JsonNode await(String path, String what, String last) {
        for (int look = 0; look < LOOKS; look++) {
            JsonNode now = api.get(path);
            String status = now.path("status").asString("");
            if (status.equals("succeeded")) {
                return now;
            }
            if (!status.equals("pending")) {
                throw new PublishProblem(new PublishFailure.Unexpected(
                        "The " + what + " failed at Heroku. Its log ends with “" + last + "”.",
                        "The site is as it was. Look at the activity of the app at Heroku, then publish again."));
            }
            pause.of(BETWEEN_LOOKS);
        }
        throw new PublishProblem(new PublishFailure.Busy(
                "Heroku has not finished the " + what + " in ten minutes.",
                "Look at the activity of the app at Heroku; it may still become live."));
    }

    private static String sha256(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            byte[] buffer = new byte[65_536];
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                digest.update(buffer, 0, read);
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("every Java has SHA-256", missing);
        }
    }
}
