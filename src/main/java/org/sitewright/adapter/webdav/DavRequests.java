package org.sitewright.adapter.webdav;

import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.stream.Collectors;
import org.sitewright.adapter.http.Answer;
import org.sitewright.adapter.http.HostRequests;
import org.sitewright.adapter.http.Pause;
import org.sitewright.publish.Credentials;
import org.sitewright.publish.PublishFailure;
import org.sitewright.publish.PublishProblem;
import org.sitewright.publish.TargetSettings;

/// Requests to a WebDAV server, with the user and password of the target.
final class DavRequests implements AutoCloseable {
    private static final Duration SOON = Duration.ofSeconds(1);
    private static final Duration LONG = Duration.ofMinutes(5);

    private final TargetSettings.WebDav settings;
    private final Credentials credentials;
    private final URI root;
    private final HostRequests requests;

    DavRequests(TargetSettings.WebDav settings, Credentials credentials, Pause pause) {
        this.settings = settings;
        this.credentials = credentials;
        this.root = address(settings.address());
        this.requests = new HostRequests(root.getHost(), pause);
    }

    String host() {
        return root.getHost();
    }

    /// The path of the folder itself on the server, decoded, with a slash at its end.
    String rootPath() {
        return root.getPath();
    }

    URI at(String path) {
        String encoded = Arrays.stream(path.split("/", -1))
                .map(name -> URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20"))
                .collect(Collectors.joining("/"));
        return URI.create(root + encoded);
    }

    HttpRequest.Builder to(String path) {
        HttpRequest.Builder request = HttpRequest.newBuilder(at(path)).timeout(LONG);
        if (!settings.user().isEmpty()) {
            String both = settings.user() + ":" + credentials.accessKey().secret();
            String encoded = Base64.getEncoder().encodeToString(both.getBytes(StandardCharsets.UTF_8));
            request.header("Authorization", "Basic " + encoded);
        }
        return request;
    }

    Answer send(HttpRequest.Builder request) {
        return requests.send(request.build());
    }

    Answer send(String method, String path, String... headers) {
        HttpRequest.Builder request = to(path).method(method, HttpRequest.BodyPublishers.noBody());
        for (int i = 0; i < headers.length; i += 2) {
            request.header(headers[i], headers[i + 1]);
        }
        return send(request);
    }

    /// Removes what was half-sent. Who asked to stop does not wait for a server that stands still.
    Answer drop(String path) {
        return requests.sendOnce(to(path).timeout(SOON).DELETE().build());
    }

    /// @throws PublishProblem when the answer is a refusal
    Answer good(Answer answer) {
        if (!answer.isGood()) {
            throw refused(answer.status());
        }
        return answer;
    }

    PublishProblem refused(int status) {
        String server = "The server " + host();
        return new PublishProblem(
                switch (status) {
                    case 401 ->
                        new PublishFailure.Authentication(
                                server + " does not accept the user and the password.",
                                "Enter them again, as your host gave them to you.");
                    case 403 ->
                        new PublishFailure.Forbidden(
                                server + " does not allow to write in the folder.",
                                "Change the permissions at the host, or choose another folder.");
                    case 404 -> missing();
                    case 409, 412 ->
                        new PublishFailure.Conflict(
                                "Somebody else changed the folder at " + host() + " at the same time.",
                                "Publish again: what is missing there is sent anew.");
                    case 405, 501 ->
                        new PublishFailure.Settings(
                                "There is no WebDAV at " + settings.address() + ".",
                                "Check the address: hosts give one of their own for WebDAV.");
                    case 423 ->
                        new PublishFailure.Conflict(
                                "A file at " + host() + " is locked by someone.",
                                "Close it there, then publish again.");
                    case 507 ->
                        new PublishFailure.Quota(
                                "There is no more room at " + host() + ": the disk or your share of it is full.",
                                "Remove what is no longer needed there or ask the host for more room. Publish again: it"
                                        + " goes on where this ended.");
                    case 413 ->
                        new PublishFailure.Quota(
                                "A file is larger than " + host() + " takes.",
                                "Make it smaller, or ask the host to allow larger files.");
                    case 429, 503 ->
                        new PublishFailure.Busy(
                                server + " asks to go slower.", "Wait some minutes, then publish again.");
                    default -> other(server, status);
                });
    }

    private static PublishFailure other(String server, int status) {
        if (status >= 500) {
            return new PublishFailure.Busy(
                    server + " has a fault just now (" + status + ").", "Wait some minutes, then publish again.");
        }
        return status >= 300 && status < 400
                ? new PublishFailure.Settings(
                        server + " sends on to another address.",
                        "Enter the address that it leads to, with its slash at the end.")
                : new PublishFailure.Unexpected(
                        server + " answers with status " + status + ".",
                        "Try again later; if it goes on, ask the host.");
    }

    PublishFailure missing() {
        return new PublishFailure.MissingPlace(
                "There is no folder " + settings.address() + ".",
                "Create it at the host, or correct the address in the target's settings.");
    }

    @Override
    public void close() {
        requests.close();
    }

    private static URI address(String text) {
        try {
            URI address = URI.create(text.endsWith("/") ? text : text + "/");
            if (address.getHost() != null && String.valueOf(address.getScheme()).matches("(?i)https?")) {
                return address;
            }
        } catch (IllegalArgumentException notAnAddress) {
            throw new PublishProblem(badAddress(), notAnAddress);
        }
        throw new PublishProblem(badAddress());
    }

    private static PublishFailure badAddress() {
        return new PublishFailure.Settings(
                "The address of the WebDAV folder is not an address.",
                "Enter it as the host gives it, as https://dav.example.org/www/.");
    }
}
