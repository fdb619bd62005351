package org.sitewright.adapter.s3;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.sitewright.blob.BlobSource;
import org.sitewright.publish.Credentials;
import org.sitewright.publish.TargetSettings;
import software.amazon.awssdk.http.ContentStreamProvider;
import software.amazon.awssdk.http.ExecutableHttpRequest;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.HttpExecuteResponse;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.SdkHttpFullRequest;

/// Asks a bucket by nothing but a signature and a connection. The whole way of the SDK, with rules for the address,
/// interceptors, marshallers and tries, takes several times as long as sending some kilobytes does, most of all in a
/// program that just started.
///
/// Whatever goes otherwise than well here is not looked into: whoever asked asks the SDK then, which knows all about
/// refusals, pauses and tries. So nothing is asked like this that may not be asked twice.
final class S3Direct {
    /// After so many in a row that did not go well, the SDK is asked at once: what it mends by itself, as a wrong
    /// clock, it would have to mend each time.
    private static final int REFUSALS = 8;

    private static final int LONGEST_REFUSAL = 64 * 1024;
    private static final String NOTHING = S3Signature.sha256("");

    private final SdkHttpClient connections;
    private final Credentials credentials;
    private final TargetSettings.Delivery delivery;
    private final Optional<URI> bucket;
    private final S3Signature signature;
    private final Optional<Duration> patience;
    private final AtomicInteger failures = new AtomicInteger();

    S3Direct(TargetSettings.S3 settings, Credentials credentials, SdkHttpClient connections) {
        this(settings, credentials, connections, Optional.empty());
    }

    /// @param patience how long to wait for a host at most; empty for what the size of a request allows
    S3Direct(
            TargetSettings.S3 settings,
            Credentials credentials,
            SdkHttpClient connections,
            Optional<Duration> patience) {
        this.connections = connections;
        this.credentials = credentials;
        this.delivery = settings.delivery();
        this.bucket = S3Address.of(settings);
        this.signature = new S3Signature(S3Clients.region(settings).id(), Clock.systemUTC());
        this.patience = patience;
    }

    /// @param sum the checksum that the host worked out, in Base64; empty when it told none
    record Put(String tag, String sum) {}

    /// @param in to be closed by the caller; empty when there is no such object
    record Found(Optional<InputStream> in, String tag) {
        static final Found NOTHING = new Found(Optional.empty(), "");
    }

    /// @return empty when it did not go well
    Optional<Put> put(S3Put put) {
        return ask(S3Ask.put(put)).flatMap(answer -> {
            try (InputStream said = body(answer)) {
                drain(said);
                return wentWell(answer)
                        ? answer.httpResponse()
                                .firstMatchingHeader("ETag")
                                .map(tag -> new Put(
                                        S3Clients.tag(tag),
                                        answer.httpResponse()
                                                .firstMatchingHeader("x-amz-checksum-sha256")
                                                .orElse("")))
                        : failed();
            } catch (IOException fault) {
                return failed();
            }
        });
    }

    /// @return empty when it did not go well
    Optional<Found> get(String key) {
        return ask(S3Ask.object(key)).flatMap(answer -> {
            if (wentWell(answer)) {
                String tag = S3Clients.tag(
                        answer.httpResponse().firstMatchingHeader("ETag").orElse(null));
                return Optional.of(new Found(Optional.of(body(answer)), tag));
            }
            try (InputStream said = body(answer)) {
                String refusal = new String(said.readNBytes(LONGEST_REFUSAL), StandardCharsets.UTF_8);
                boolean missing =
                        answer.httpResponse().statusCode() == 404 && refusal.contains("<Code>NoSuchKey</Code>");
                return missing ? Optional.of(Found.NOTHING) : failed();
            } catch (IOException fault) {
                return failed();
            }
        });
    }

    /// @param begin of the keys
    /// @return empty when it did not go well
    Optional<List<S3Item>> list(String begin) {
        List<S3Item> all = new ArrayList<>();
        SortedMap<String, String> query = new TreeMap<>();
        query.put("list-type", "2");
        query.put("encoding-type", "url");
        query.put("prefix", begin);
        for (Optional<String> next = Optional.of(""); next.isPresent(); ) {
            Optional<S3Page> page = ask(S3Ask.list(query)).flatMap(this::page);
            if (page.isEmpty()) {
                return Optional.empty();
            }
            all.addAll(page.get().items());
            next = page.get().next();
            next.ifPresent(token -> query.put("continuation-token", token));
        }
        return Optional.of(all);
    }

    private Optional<S3Page> page(HttpExecuteResponse answer) {
        try (InputStream said = body(answer)) {
            Optional<S3Page> page = wentWell(answer) ? Optional.of(S3Page.read(said)) : failed();
            drain(said);
            return page;
        } catch (IOException | S3Page.Malformed fault) {
            return failed();
        }
    }

    /// @return what the host answered, of whatever kind, to be read or closed by the caller
    private Optional<HttpExecuteResponse> ask(S3Ask ask) {
        if (bucket.isEmpty() || failures.get() >= REFUSALS) {
            return Optional.empty();
        }
        try (Content content = new Content(ask)) {
            return answered(connections.prepareRequest(signed(ask, bucket.get(), content)), longest(ask));
        } catch (IOException fault) {
            return failed();
        }
    }

    private static Optional<HttpExecuteResponse> answered(ExecutableHttpRequest call, Duration longest)
            throws IOException {
        CompletableFuture<Boolean> tooLate =
                new CompletableFuture<Boolean>().completeOnTimeout(true, longest.toMillis(), TimeUnit.MILLISECONDS);
        CompletableFuture<Void> unused = tooLate.thenAccept(late -> {
            if (late) {
                call.abort();
            }
        });
        try {
            return Optional.of(call.call());
        } finally {
            tooLate.complete(false);
        }
    }

    private Duration longest(S3Ask ask) {
        long bytes = ask.body().map(BlobSource::size).orElse(0L);
        return patience.orElseGet(() -> S3Clients.longestTry(delivery, bytes));
    }

    private HttpExecuteRequest signed(S3Ask ask, URI address, Content content) {
        String path = address.getRawPath() + (ask.key().isEmpty() ? "" : "/" + S3Signature.encodedPath(ask.key()));
        String whole = path.isEmpty() ? "/" : path;
        SdkHttpFullRequest.Builder request = SdkHttpFullRequest.builder()
                .method(ask.method())
                .protocol(address.getScheme())
                .host(address.getHost())
                .encodedPath(whole);
        if (address.getPort() >= 0) {
            request.port(address.getPort());
        }
        ask.query().forEach(request::putRawQueryParameter);
        signature
                .sign(ask, S3Signature.host(address), whole, sum(ask), credentials.accessKey())
                .forEach(request::putHeader);
        HttpExecuteRequest.Builder http = HttpExecuteRequest.builder();
        ask.body().ifPresent(body -> {
            request.putHeader("content-length", Long.toString(body.size()));
            http.contentStreamProvider(content);
        });
        return http.request(request.build()).build();
    }

    /// Where its sum is signed as a header, the body need not be, and the host can pass it on while it comes in.
    private static String sum(S3Ask ask) {
        return ask.body()
                .map(body -> ask.headers().containsKey(S3Put.SUM) ? S3Signature.UNSIGNED : body.sha256())
                .orElse(NOTHING);
    }

    private <T> Optional<T> failed() {
        failures.incrementAndGet();
        return Optional.empty();
    }

    private boolean wentWell(HttpExecuteResponse answer) {
        boolean well = answer.httpResponse().isSuccessful();
        if (well) {
            failures.set(0);
        }
        return well;
    }

    private static InputStream body(HttpExecuteResponse answer) {
        return answer.responseBody().<InputStream>map(said -> said).orElseGet(InputStream::nullInputStream);
    }

    /// A connection can be used again only when all of an answer was read.
    private static void drain(InputStream said) throws IOException {
        long unused = said.transferTo(OutputStream.nullOutputStream());
    }

    /// What is sent, opened when the connection wants it, and closed with the request however that went.
    private static final class Content implements ContentStreamProvider, AutoCloseable {
        private final S3Ask ask;
        private InputStream opened = InputStream.nullInputStream();

        Content(S3Ask ask) {
            this.ask = ask;
        }

        @Override
        public InputStream newStream() {
            try {
                close();
            } catch (IOException fault) {
                throw new UncheckedIOException(fault);
            }
            opened = S3Clients.opened(ask.body().orElseThrow());
            return opened;
        }

        @Override
        public void close() throws IOException {
            opened.close();
        }
    }
}
