package org.sitewright.publish;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.sitewright.publish.Manifest.Entry;
import org.sitewright.publish.Manifest.Kept;
import org.sitewright.publish.Manifest.State;
import org.sitewright.render.Bytes;
import org.sitewright.render.CacheControl;
import org.sitewright.render.OutputFile;

/// What one deployment writes into the records at the host.
final class Records {
    private final Survey survey;
    private final Keeping keeping;
    private final Deployment deployment;
    private final Clock clock;
    private final String computer;

    Records(Survey survey, Keeping keeping, Deployment deployment, Clock clock, String computer) {
        this.survey = survey;
        this.keeping = keeping;
        this.deployment = deployment;
        this.clock = clock;
        this.computer = computer;
    }

    /// Taking the place: what is live is as before, and what may arrive is told.
    Manifest begun() {
        Map<String, Entry> pending = new HashMap<>();
        survey.request()
                .tree()
                .files()
                .forEach((path, file) ->
                        pending.put(path, Entry.of(file, survey.tags().getOrDefault(path, ""))));
        return manifest(State.PUBLISHING, survey.host().manifest().files(), pending, keeping.during());
    }

    /// @param sent the tags of what was sent
    Manifest live(Map<String, String> sent) {
        Map<String, String> tags = new HashMap<>(survey.tags());
        tags.putAll(sent);
        Map<String, Entry> files = new HashMap<>();
        survey.request()
                .tree()
                .files()
                .forEach((path, file) -> files.put(path, Entry.of(file, tags.getOrDefault(path, ""))));
        Release release = new Release(
                deployment.version(),
                deployment.id().toString(),
                clock.instant(),
                files.size(),
                survey.request().tree().size());
        return manifest(State.LIVE, files, Map.of(), keeping.after(release, survey.sameSite()));
    }

    /// The same as a release, which needs only its own files.
    OutputFile release(Manifest live) {
        Manifest alone = new Manifest(
                live.format(),
                State.LIVE,
                live.site(),
                live.deployment(),
                live.publisher(),
                live.version(),
                live.startedAt(),
                live.touchedAt(),
                live.files(),
                Map.of(),
                Map.of(),
                Kept.NOTHING);
        Bytes json = Bytes.of(ManifestJson.write(alone).getBytes(StandardCharsets.UTF_8));
        return OutputFile.of(Release.path(live.version()), "application/json", CacheControl.REVALIDATE, json);
    }

    private Manifest manifest(State state, Map<String, Entry> files, Map<String, Entry> pending, Kept kept) {
        Instant now = clock.instant();
        return new Manifest(
                Manifest.FORMAT,
                state,
                survey.request().site().toString(),
                deployment.id().toString(),
                computer,
                state == State.LIVE
                        ? deployment.version()
                        : survey.host().manifest().version(),
                deployment.createdAt(),
                now,
                files,
                pending,
                survey.retired(deployment.version()),
                kept);
    }
}
