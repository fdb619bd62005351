package org.sitewright.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.sitewright.library.Component;
import org.sitewright.site.UserId;

/// A component with a script without an end is served to a browser, outside the program, until it is stopped.
@Timeout(60)
class ComponentTrialsTest {
    @TempDir
    private Path data = Path.of("unused");

    @Test
    void aTrialIsServedUntilItIsStopped() throws Exception {
        Instant now = Instant.EPOCH;
        Component endless = new Component(
                new UUID(8, 8),
                new UserId(new UUID(1, 1)),
                "Endless",
                "card",
                "<b>Round and round</b>",
                "",
                "while (true) {}",
                "",
                false,
                0,
                now,
                now);
        try (Workspace workspace = Workspace.open(
                        data, Path.of(System.getProperty("sitewright.assets", "assets")), Clock.systemUTC());
                ComponentTrials trials = new ComponentTrials(workspace);
                HttpClient client = HttpClient.newHttpClient()) {
            String address = trials.show(endless);
            assertThat(page(client, address)).contains("Round and round");
            assertThat(trials.show(endless)).isEqualTo(address);
            trials.stop(endless);
            assertThatThrownBy(() -> page(client, address)).isInstanceOf(ConnectException.class);
            trials.stop(endless);
            assertThat(page(client, trials.show(endless))).contains("Round and round");
        }
    }

    private static String page(HttpClient client, String address) throws IOException, InterruptedException {
        return client.send(HttpRequest.newBuilder(URI.create(address)).build(), HttpResponse.BodyHandlers.ofString())
                .body();
    }
}
