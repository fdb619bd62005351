package org.sitewright.adapter.vercel;

import java.io.InputStream;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.sitewright.adapter.http.Answer;
import org.sitewright.adapter.http.HostRequests;
import org.sitewright.adapter.http.Pause;
import org.sitewright.publish.Credentials;
import org.sitewright.publish.PublishFailure;
import org.sitewright.publish.PublishProblem;
import org.sitewright.publish.TargetSettings;
import org.sitewright.render.OutputFile;
import tools.jackson.databind.JsonNode;

/// The requests to Vercel (https://vercel.com/docs/rest-api), signed with the token of the target.
final class VercelApi implements AutoCloseable {
    private static final Duration LONG = Duration.ofMinutes(5);
    private static final Duration SHORT = Duration.ofSeconds(5);

    private final TargetSettings.Vercel settings;
    private final Credentials credentials;
    private final URI address;
    private final HostRequests requests;

    VercelApi(TargetSettings.Vercel settings, Credentials credentials, URI address, Pause pause) {
        this.settings = settings;
        this.credentials = credentials;
        this.address = address;
        this.requests = new HostRequests("Vercel", pause);
    }

    Answer get(String path) {
        return requests.send(request(path).GET().build());
    }

    Answer post(String path, JsonNode body) {
        return requests.send(request(path)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body.toString()))
                .build());
    }

    /// For who has no time to wait long.
    Answer patch(String path) {
        return requests.send(request(path)
                .timeout(SHORT)
                .method("PATCH", HttpRequest.BodyPublishers.noBody())
                .build());
    }

    /// Sends the content of a file; Vercel refuses it when the digest is not that of the content.
    void upload(OutputFile file, String sha1) {
        HttpRequest.BodyPublisher content = HttpRequest.BodyPublishers.fromPublisher(
                HttpRequest.BodyPublishers.ofInputStream(() -> open(file)), Math.max(file.size(), 0));
        if (file.size() == 0) {
            content = HttpRequest.BodyPublishers.noBody();
        }
        Answer answer = requests.send(request("/v2/files")
                .header("Content-Type", "application/octet-stream")
                .header("x-vercel-digest", sha1)
                .POST(content)
                .build());
        good(answer);
    }

    /// The answer's JSON.
    ///
    /// @throws PublishProblem when the answer is a refusal
    JsonNode good(Answer answer) {
        if (!answer.isGood()) {
            throw refused(answer);
        }
        return answer.json();
    }

    PublishProblem refused(Answer answer) {
        JsonNode error = answer.json().path("error");
        String said = error.path("message").asString("status " + answer.status() + ".");
        String project = settings.project();
        return new PublishProblem(
                switch (answer.status()) {
                    case 401 -> token();
                    case 403 -> error.path("invalidToken").asBoolean(false) ? token() : forbidden(said);
                    case 404 ->
                        new PublishFailure.MissingPlace(
                                "Vercel has no project “" + project + "”"
                                        + (settings.team().isEmpty() ? "." : " in the team " + settings.team() + "."),
                                "Create it at Vercel, or correct its name, or the team, in the target's settings.");
                    case 402, 413, 507 ->
                        new PublishFailure.Quota(
                                "Vercel takes no more: " + said, "Look at the limits of your plan at Vercel.");
                    case 409, 412 ->
                        new PublishFailure.Conflict(
                                "Somebody else changes the project at Vercel at the same time.",
                                "Wait until it has finished, then publish again.");
                    case 429 ->
                        new PublishFailure.Busy("Vercel asks to go slower.", "Wait some minutes, then publish again.");
                    default ->
                        answer.status() >= 500
                                ? new PublishFailure.Busy(
                                        "Vercel has a fault just now (" + answer.status() + ").",
                                        "Wait some minutes, then publish again.")
                                : new PublishFailure.Unexpected(
                                        "Vercel answers “" + said + "”.",
                                        "Check the project at Vercel, then publish again.");
                });
    }

    @Override
    public void close() {
        requests.close();
    }

    static String encoded(String part) {
        return URLEncoder.encode(part, StandardCharsets.UTF_8).replace("+", "%20");
    }

    private HttpRequest.Builder request(String path) {
        String team = settings.team().isEmpty()
                ? ""
                : (path.contains("?") ? "&" : "?") + "teamId=" + encoded(settings.team());
        return HttpRequest.newBuilder(URI.create(address + path + team))
                .timeout(LONG)
                .header("Authorization", "Bearer " + credentials.accessKey().secret());
    }

    private static InputStream open(OutputFile file) {
        return file.source().open();
    }

    private static PublishFailure token() {
        return new PublishFailure.Authentication(
                "Vercel does not accept the access token.",
                "It may have expired or been revoked: make a new one at Vercel and enter it in the target's settings.");
    }

    private static PublishFailure forbidden(String said) {
        return new PublishFailure.Forbidden(
                "Vercel does not allow this with the access token: " + said,
                "Make a token for the team that the project belongs to, and check the team in the target's settings.");
    }
}
