package org.sitewright.adapter.vercel;

import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CancellationException;
import org.sitewright.adapter.http.Answer;
import org.sitewright.adapter.http.Pause;
import org.sitewright.publish.PublishFailure;
import org.sitewright.publish.PublishProblem;
import org.sitewright.publish.ReleaseHost.Draft;
import org.sitewright.publish.TargetSettings;
import org.sitewright.render.OutputFile;
import org.sitewright.work.CancelToken;
import org.sitewright.work.Parallel;
import org.sitewright.work.Progress;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// Makes a deployment: names all files by their digests, sends those that Vercel does not have, and waits until the
/// deployment serves visitors.
final class VercelDeployment {
    private static final int UPLOADS = 8;
    private static final int ROUNDS = 3;
    private static final int LOOKS = 600;
    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(1);
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private final TargetSettings.Vercel settings;
    private final VercelApi api;
    private final Pause pause;

    VercelDeployment(TargetSettings.Vercel settings, VercelApi api, Pause pause) {
        this.settings = settings;
        this.api = api;
        this.pause = pause;
    }

    void make(Draft draft, Progress progress, CancelToken cancel) {
        Map<String, OutputFile> byDigest = new HashMap<>();
        draft.sent().values().forEach(file -> byDigest.put(VercelFiles.sha1(file), file));
        ObjectNode wanted = body(draft);
        for (int round = 1; ; round++) {
            cancel.check();
            Answer answer =
                    cancel.breakingOff(() -> api.post("/v13/deployments?skipAutoDetectionConfirmation=1", wanted));
            JsonNode error = answer.json().path("error");
            if (!error.path("code").asString("").equals("missing_files") || round == ROUNDS) {
                await(api.good(answer), progress, cancel);
                return;
            }
            Set<String> missing = new LinkedHashSet<>();
            error.path("missing").forEach(digest -> missing.add(digest.asString("")));
            upload(missing, byDigest, progress, cancel);
        }
    }

    private void upload(Set<String> missing, Map<String, OutputFile> byDigest, Progress progress, CancelToken cancel) {
        progress.at(0, missing.size(), "Sending " + missing.size() + " files to Vercel");
        Parallel.each(missing, UPLOADS, cancel, digest -> {
            OutputFile file = byDigest.get(digest);
            if (file == null) {
                throw new PublishProblem(new PublishFailure.Damaged(
                        "Vercel no longer has a file of the release before.",
                        "Remove the deployment at Vercel, then publish again: every file is sent anew."));
            }
            cancel.breakingOff(() -> {
                api.upload(file, digest);
                return digest;
            });
        });
    }

    /// A deployment goes on when it was made: when it is no longer wanted, Vercel is told so.
    private void await(JsonNode made, Progress progress, CancelToken cancel) {
        String path = "/v13/deployments/" + VercelApi.encoded(made.path("id").asString(""));
        JsonNode now = made;
        for (int look = 0; look < LOOKS; look++) {
            String state = now.path("readyState").asString("");
            if (state.equals("READY") && now.path("aliasAssigned").asBoolean(true)) {
                return;
            }
            refuse(state, now);
            if (cancel.isCancelled()) {
                api.patch(
                        "/v12/deployments/" + VercelApi.encoded(made.path("id").asString("")) + "/cancel");
                cancel.check();
            }
            progress.at(0, 0, "Vercel: " + state.toLowerCase(Locale.ROOT));
            now = lookAgain(path, now, cancel);
        }
        throw new PublishProblem(new PublishFailure.Busy(
                "Vercel has not finished the deployment in ten minutes.",
                "Look at it at Vercel; it may still become live. Publish again to see what is missing."));
    }

    /// @param now what was seen before, which a look that is broken off leaves as it was
    private JsonNode lookAgain(String path, JsonNode now, CancelToken cancel) {
        try {
            return cancel.breakingOff(() -> {
                pause.of(BETWEEN_LOOKS);
                return api.good(api.get(path));
            });
        } catch (CancellationException stopped) {
            if (cancel.isCancelled()) {
                return now;
            }
            throw stopped;
        }
    }

    private static void refuse(String state, JsonNode deployment) {
        String said = deployment.path("errorMessage").asString("");
        if (state.equals("ERROR")) {
            throw new PublishProblem(new PublishFailure.Unexpected(
                    "Vercel could not make the deployment: " + said,
                    "The site is as it was. Look at the deployment at Vercel, then publish again."));
        }
        if (state.equals("CANCELED")) {
            throw new PublishProblem(new PublishFailure.Conflict(
                    "The deployment was cancelled at Vercel.", "The site is as it was. Publish again."));
        }
        String alias = deployment.path("aliasError").path("message").asString("");
        if (!alias.isEmpty()) {
            throw new PublishProblem(new PublishFailure.Settings(
                    "Vercel made the deployment but could not give it its domain: " + alias,
                    "Check the domains of the project at Vercel, then publish again."));
        }
    }

    private ObjectNode body(Draft draft) {
        ObjectNode body = JSON.objectNode();
        body.put("name", settings.project()).put("project", settings.project()).put("target", "production");
        ArrayNode files = body.putArray("files");
        draft.kept().forEach(file -> files.addObject()
                .put("file", VercelFiles.place(file.path()))
                .put("sha", file.tag()));
        draft.sent().values().forEach(file -> files.addObject()
                .put("file", VercelFiles.place(file.path()))
                .put("sha", VercelFiles.sha1(file))
                .put("size", file.size()));
        ObjectNode project = body.putObject("projectSettings");
        for (String nothing : new String[] {"framework", "buildCommand", "installCommand", "outputDirectory"}) {
            project.putNull(nothing);
        }
        return body;
    }
}
