package org.sitewright.adapter.heroku;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.sitewright.adapter.http.Answer;
import org.sitewright.adapter.http.HostRequests;
import org.sitewright.adapter.http.Pause;
import org.sitewright.publish.Credentials;
import org.sitewright.publish.PublishFailure;
import org.sitewright.publish.PublishProblem;
import org.sitewright.publish.TargetSettings;
import org.sitewright.work.CancelToken;
import tools.jackson.databind.JsonNode;

/// The requests to Heroku (https://devcenter.heroku.com/articles/platform-api-reference), signed with the key of the
/// target. What is sent and fetched through addresses that Heroku hands out carries no key.
final class HerokuApi implements AutoCloseable {
    private static final Duration LONG = Duration.ofMinutes(10);

    private final TargetSettings.Heroku settings;
    private final Credentials credentials;
    private final URI address;
    private final HostRequests requests;

    HerokuApi(TargetSettings.Heroku settings, Credentials credentials, URI address, Pause pause) {
        this.settings = settings;
        this.credentials = credentials;
        this.address = address;
        this.requests = new HostRequests("Heroku", pause);
    }

    /// @param path below the app, as `/builds`
    JsonNode get(String path, String... headers) {
        HttpRequest.Builder request = request(path).GET();
        for (int i = 0; i < headers.length; i += 2) {
            request.header(headers[i], headers[i + 1]);
        }
        return good(requests.send(request.build()));
    }

    JsonNode post(String path, String body) {
        return good(requests.send(request(path)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build()));
    }

    void upload(String to, Path archive, CancelToken cancel) throws IOException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(to))
                .timeout(LONG)
                .PUT(HttpRequest.BodyPublishers.ofFile(archive))
                .build();
        good(cancel.breakingOff(() -> requests.send(request)));
    }

    /// Fetches an archive into a file, which appears whole or not at all.
    void download(String from, Path file) throws IOException {
        HttpResponse<InputStream> answer = requests.sendFor(
                HttpRequest.newBuilder(URI.create(from)).timeout(LONG).GET().build(),
                HttpResponse.BodyHandlers.ofInputStream());
        Path part = Files.createTempFile(file.getParent(), "slug-", ".part");
        try (InputStream body = answer.body()) {
            if (answer.statusCode() != 200) {
                throw refused(new Answer(answer.statusCode(), answer.headers(), new byte[0]));
            }
            Files.copy(body, part, StandardCopyOption.REPLACE_EXISTING);
            Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(part);
        }
    }

    /// Hands on the lines of a log until it ends. A log that breaks off is no fault: the state of the build is asked
    /// for afterwards.
    void follow(String log, Consumer<String> line) {
        try {
            HttpResponse<Stream<String>> answer = requests.sendFor(
                    HttpRequest.newBuilder(URI.create(log)).timeout(LONG).GET().build(),
                    HttpResponse.BodyHandlers.ofLines());
            try (Stream<String> lines = answer.body()) {
                lines.forEach(line);
            }
        } catch (PublishProblem | UncheckedIOException brokenOff) {
            line.accept("The log broke off; the build goes on");
        }
    }

    @Override
    public void close() {
        requests.close();
    }

    private JsonNode good(Answer answer) {
        if (!answer.isGood()) {
            throw refused(answer);
        }
        return answer.json();
    }

    private PublishProblem refused(Answer answer) {
        JsonNode error = answer.json();
        String said = error.path("message").asString("status " + answer.status() + ".");
        String app = settings.app();
        return new PublishProblem(
                switch (answer.status()) {
                    case 401 ->
                        new PublishFailure.Authentication(
                                "Heroku does not accept the API key.",
                                "It may have expired or been revoked: make a new one at Heroku and enter it in the"
                                        + " target's settings.");
                    case 402 ->
                        new PublishFailure.Quota(
                                "Heroku wants a payment first: " + said, "Look at the bills at Heroku.");
                    case 403 ->
                        new PublishFailure.Forbidden(
                                "You may not publish to the app “" + app + "”.",
                                "Ask its owner to make you a collaborator, or choose another app.");
                    case 404 ->
                        new PublishFailure.MissingPlace(
                                "Heroku has no app “" + app + "”.",
                                "Create it at Heroku, or correct its name in the target's settings.");
                    case 409, 412, 422 ->
                        new PublishFailure.Conflict(
                                "Heroku refuses: " + said, "Wait until it has finished, then publish again.");
                    case 413, 507 ->
                        new PublishFailure.Quota("The site is too big for Heroku.", "Make its files smaller.");
                    case 429 ->
                        new PublishFailure.Busy("Heroku asks to go slower.", "Wait some minutes, then publish again.");
                    default ->
                        answer.status() >= 500
                                ? new PublishFailure.Busy(
                                        "Heroku has a fault just now (" + answer.status() + ").",
                                        "Wait some minutes, then publish again.")
                                : new PublishFailure.Unexpected(
                                        "Heroku answers “" + said + "”.",
                                        "Check the app at Heroku, then publish again.");
                });
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(address + "/apps/" + settings.app() + path))
                .timeout(Duration.ofMinutes(1))
                .header("Accept", "application/vnd.heroku+json; version=3")
                .header("Authorization", "Bearer " + credentials.accessKey().secret());
    }
}
