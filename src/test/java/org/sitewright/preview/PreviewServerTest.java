package org.sitewright.preview;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sitewright.publish.TestSites;
import org.sitewright.render.OutputTree;
import org.sitewright.work.Problem;

class PreviewServerTest {
    private final AtomicReference<OutputTree> build = new AtomicReference<>(TestSites.bakery("one"));
    private final PreviewServer server = PreviewServer.start(build::get, 0, PreviewServer.Reach.LOOPBACK);

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    void servesPagesAtCleanAddresses() {
        assertThat(get("/")).startsWith("HTTP/1.1 200").contains("content-type: text/html; charset=utf-8", "one");
        assertThat(get("/menu/")).startsWith("HTTP/1.1 200").endsWith("Menu");
        assertThat(get("/menu?a=b")).startsWith("HTTP/1.1 301").contains("location: /menu/?a=b");
        assertThat(get("/robots.txt")).startsWith("HTTP/1.1 200").contains("text/plain");
        assertThat(get("/menu/index.html")).startsWith("HTTP/1.1 200");
    }

    @Test
    void showsTheSitesOwnPageForWhatIsMissing() {
        assertThat(get("/nothing/here")).startsWith("HTTP/1.1 404").contains("Not found");
        build.set(OutputTree.empty());
        assertThat(get("/")).startsWith("HTTP/1.1 404").contains("There is no such page.");
    }

    @Test
    void showsTheNewestBuild() {
        build.set(TestSites.bakery("two"));
        assertThat(get("/")).endsWith("two");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/../pom.xml", "/%2e%2e/pom.xml", "/..%2fpom.xml", "//etc/passwd", "/etc/passwd%00.html"})
    void neverLeavesTheBuild(String path) {
        assertThat(get(path)).doesNotStartWith("HTTP/1.1 200").doesNotContain("<project", "root:");
    }

    @Test
    void redirectsNowhereElse() {
        assertThat(get("//menu")).doesNotContain("location: //");
    }

    @Test
    void answersToItsOwnNameOnly() {
        assertThat(request("GET", "/", "evil.example:" + server.port())).startsWith("HTTP/1.1 421");
        assertThat(request("GET", "/", "127.0.0.1")).startsWith("HTTP/1.1 421");
        assertThat(request("GET", "/", "localhost:" + server.port())).startsWith("HTTP/1.1 200");
    }

    @Test
    void canOnlyBeRead() {
        for (String method : new String[] {"POST", "PUT", "DELETE", "OPTIONS"}) {
            assertThat(request(method, "/", host())).startsWith("HTTP/1.1 405");
        }
        assertThat(request("HEAD", "/", host())).startsWith("HTTP/1.1 200").endsWith("\r\n\r\n");
    }

    @Test
    void saysWhenThePortIsTaken() {
        assertThatThrownBy(() -> PreviewServer.start(build::get, server.port(), PreviewServer.Reach.LOOPBACK))
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.code()).isEqualTo("SW-PREVIEW-PORT"));
    }

    @Test
    void reachesTheNetworkWhenAsked() {
        try (PreviewServer shared = PreviewServer.start(build::get, 0, PreviewServer.Reach.LAN)) {
            String name = shared.sharedAddress().getHost() + ":" + shared.port();
            assertThat(request(shared.port(), "GET", "/", name)).startsWith("HTTP/1.1 200");
            assertThat(request(shared.port(), "GET", "/", "evil.example:" + shared.port()))
                    .startsWith("HTTP/1.1 421");
        }
    }

    @Test
    void onlyWhoKnowsTheSecretSeesTheSiteFromTheNetwork() {
        try (PreviewServer shared = PreviewServer.startSecret(build::get, 0, new SecureRandom())) {
            String root = shared.address().getPath();
            String name = "127.0.0.1:" + shared.port();
            assertThat(root).matches("/[0-9a-f]{32}/");
            assertThat(shared.sharedAddress().getPath()).isEqualTo(root);
            assertThat(request(shared.port(), "GET", root, name))
                    .startsWith("HTTP/1.1 200")
                    .contains("one");
            assertThat(request(shared.port(), "GET", root + "menu", name)).contains("location: " + root + "menu/");
            assertThat(request(shared.port(), "POST", root, name)).startsWith("HTTP/1.1 405");
            assertThat(request(shared.port(), "GET", root, "evil.example:" + shared.port()))
                    .startsWith("HTTP/1.1 421");
            String wrong = root.substring(0, 32) + (root.charAt(32) == '0' ? '1' : '0') + "/";
            for (String path : new String[] {"/", "/menu/", "/robots.txt", "/" + root, wrong, wrong + "menu/"}) {
                assertThat(request(shared.port(), "GET", path, name))
                        .as(path)
                        .startsWith("HTTP/1.1 404")
                        .doesNotContain("one", "Menu", "Not found");
            }
        }
    }

    @Test
    void eachSecretIsAnother() {
        try (PreviewServer one = PreviewServer.startSecret(build::get, 0, new SecureRandom());
                PreviewServer other = PreviewServer.startSecret(build::get, 0, new SecureRandom())) {
            assertThat(one.address().getPath()).isNotEqualTo(other.address().getPath());
        }
    }

    private String get(String path) {
        return request("GET", path, host());
    }

    private String host() {
        return "127.0.0.1:" + server.port();
    }

    private String request(String method, String path, String host) {
        return request(server.port(), method, path, host);
    }

    private static String request(int port, String method, String path, String host) {
        try (Socket socket = new Socket(InetAddress.ofLiteral("127.0.0.1"), port)) {
            socket.setSoTimeout(5_000);
            String text = method + " " + path + " HTTP/1.1\r\nHost: " + host
                    + "\r\nContent-Length: 0\r\nConnection: close\r\n\r\n";
            socket.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
            String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            int body = answer.indexOf("\r\n\r\n");
            return body < 0 ? answer : headersInLowerCase(answer.substring(0, body)) + answer.substring(body);
        } catch (IOException fault) {
            throw new IllegalStateException(fault);
        }
    }

    private static String headersInLowerCase(String head) {
        StringBuilder lines = new StringBuilder();
        for (String line : head.split("\r\n")) {
            int colon = line.indexOf(':');
            String name = colon < 0 ? "" : line.substring(0, colon).toLowerCase(Locale.ROOT);
            lines.append(lines.isEmpty() ? "" : "\r\n").append(name).append(colon < 0 ? line : line.substring(colon));
        }
        return lines.toString();
    }
}
