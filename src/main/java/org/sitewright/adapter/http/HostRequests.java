package org.sitewright.adapter.http;

import java.io.IOException;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import org.sitewright.publish.PublishFailure;
import org.sitewright.publish.PublishProblem;

/// Sends requests to one host. A busy host (429, 502, 503, 504) and, for requests that may be repeated, a broken
/// connection or a fault of the host (500) are tried again after a while: as long as `Retry-After` says (RFC 9110),
/// else twice as long each time. Redirects are not followed. Safe from many threads.
public final class HostRequests implements AutoCloseable {
    private static final int TRIES = 5;
    private static final Duration CONNECT = Duration.ofSeconds(10);
    private static final Duration FIRST_PAUSE = Duration.ofMillis(500);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(60);

    private final String host;
    private final Pause pause;
    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(CONNECT)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();

    /// @param host who is spoken to, for messages
    public HostRequests(String host, Pause pause) {
        this.host = host;
        this.pause = pause;
    }

    /// Sends a request and takes the whole answer, whatever its status.
    ///
    /// @throws PublishProblem when there was no answer
    public Answer send(HttpRequest request) {
        HttpResponse<byte[]> answer = sendFor(request, HttpResponse.BodyHandlers.ofByteArray());
        return new Answer(answer.statusCode(), answer.headers(), answer.body());
    }

    /// As [#send], with the body given to a handler once the answer is good.
    public <T> HttpResponse<T> sendFor(HttpRequest request, HttpResponse.BodyHandler<T> handler) {
        Duration wait = FIRST_PAUSE;
        boolean repeatable = !request.method().equals("POST");
        for (int attempt = 1; ; attempt++) {
            boolean last = attempt == TRIES;
            try {
                HttpResponse<T> answer = client.send(request, handler);
                if (last || !isBusy(answer.statusCode(), repeatable)) {
                    return answer;
                }
                pause.of(asked(answer).orElse(wait));
            } catch (IOException fault) {
                if (last || !repeatable || isHopeless(fault)) {
                    throw failure(fault);
                }
                pause.of(wait);
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
                throw new CancellationException("interrupted");
            }
            wait = wait.multipliedBy(2);
        }
    }

    /// Sends a request once, and asks no second time.
    ///
    /// @throws PublishProblem when there was no answer
    public Answer sendOnce(HttpRequest request) {
        try {
            HttpResponse<byte[]> answer = client.send(request, HttpResponse.BodyHandlers.ofByteArray());
            return new Answer(answer.statusCode(), answer.headers(), answer.body());
        } catch (IOException fault) {
            throw failure(fault);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new CancellationException("interrupted");
        }
    }

    @Override
    public void close() {
        client.shutdownNow();
    }

    private static boolean isBusy(int status, boolean repeatable) {
        return status == 429 || (status >= 502 && status <= 504) || (repeatable && status == 500);
    }

    /// A refused connection or an unknown name will be the same in a second, and who was silent for as long as a
    /// request may take was waited for long enough.
    private static boolean isHopeless(IOException fault) {
        return fault instanceof ConnectException || fault instanceof HttpTimeoutException;
    }

    /// How long the host asks to wait, in seconds.
    private static Optional<Duration> asked(HttpResponse<?> answer) {
        return answer.headers()
                .firstValue("Retry-After")
                .filter(value -> value.matches("\\d{1,6}"))
                .map(value -> Duration.ofSeconds(Long.parseLong(value)))
                .map(wait -> wait.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : wait);
    }

    private PublishProblem failure(IOException fault) {
        if (fault instanceof ConnectException && fault.getCause() instanceof UnknownHostException) {
            return new PublishProblem(
                    new PublishFailure.Network(
                            "There is no host called " + host + ".", "Check the name, and that you are online."),
                    fault);
        }
        if (fault instanceof HttpTimeoutException && !(fault instanceof HttpConnectTimeoutException)) {
            return new PublishProblem(
                    new PublishFailure.Network(
                            host + " stopped answering in the middle of a request.",
                            "Publish again in a while: it goes on where this ended."),
                    fault);
        }
        return new PublishProblem(
                new PublishFailure.Network(
                        host + " could not be reached, or the connection broke.",
                        "Check that you are online, then publish again: it goes on where this ended."),
                fault);
    }
}
