package org.sitewright.adapter.s3;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.util.concurrent.locks.LockSupport;
import software.amazon.awssdk.http.ExecutableHttpRequest;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.SdkHttpClient;

/// Sends no faster than allowed, all requests together. Only what really goes out is counted, not what is read to sign
/// it.
final class PacedHttpClient implements SdkHttpClient {
    private static final int SLICE = 8 * 1024;

    private final SdkHttpClient client;
    private final long bytesPerSecond;
    private long freeAt = System.nanoTime();

    PacedHttpClient(SdkHttpClient client, long bytesPerSecond) {
        this.client = client;
        this.bytesPerSecond = bytesPerSecond;
    }

    @Override
    public ExecutableHttpRequest prepareRequest(HttpExecuteRequest request) {
        return request.contentStreamProvider()
                .map(body -> client.prepareRequest(HttpExecuteRequest.builder()
                        .request(request.httpRequest())
                        .contentStreamProvider(() -> new Paced(body.newStream()))
                        .metricCollector(request.metricCollector().orElse(null))
                        .build()))
                .orElseGet(() -> client.prepareRequest(request));
    }

    @Override
    public String clientName() {
        return client.clientName();
    }

    @Override
    public void close() {
        client.close();
    }

    /// The line is free for the next slice when the ones before have had their time on it.
    private synchronized long reserve(int bytes) {
        long now = System.nanoTime();
        long from = Math.max(now, freeAt);
        freeAt = from + (long) (bytes * 1e9 / bytesPerSecond);
        return from - now;
    }

    private final class Paced extends FilterInputStream {
        private Paced(InputStream in) {
            super(in);
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            int read = super.read(buffer, offset, Math.min(length, SLICE));
            if (read > 0) {
                pause(reserve(read));
            }
            return read;
        }

        /// @throws InterruptedIOException when the thread was interrupted: nobody waits for what is sent any more
        private void pause(long nanos) throws InterruptedIOException {
            long until = System.nanoTime() + nanos;
            for (long left = nanos; left > 0; left = until - System.nanoTime()) {
                LockSupport.parkNanos(left);
                if (Thread.currentThread().isInterrupted()) {
                    throw new InterruptedIOException("broken off");
                }
            }
        }
    }
}
