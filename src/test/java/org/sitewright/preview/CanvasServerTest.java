package org.sitewright.preview;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sitewright.fixture.Assets;
import org.sitewright.library.FontFamily;
import org.sitewright.media.CanvasPictures;
import org.sitewright.media.MemoryMediaStore;
import org.sitewright.site.MediaId;
import org.sitewright.work.FixedPool;

class CanvasServerTest {
    @TempDir
    private Path scratch;

    private CanvasServer server;
    private MemoryMediaStore store;
    private FixedPool pool;
    private CanvasPictures pictures;
    private String root;

    @BeforeEach
    void start() {
        store = new MemoryMediaStore(scratch);
        pool = new FixedPool(1, "pictures");
        pictures = new CanvasPictures(store, scratch, pool);
        server = CanvasServer.start(Assets.catalogue(), pictures, new SecureRandom());
        root = URI.create(server.origin()).getPath();
        server.put("editor", () -> "<!doctype html><p>Bread</p>");
    }

    @AfterEach
    void stop() {
        server.close();
        pool.close();
    }

    @Test
    void servesAPageUnderTheSecretWithItsPolicy() {
        String answer = get(root + "page/editor");
        assertThat(answer)
                .startsWith("HTTP/1.1 200")
                .endsWith("<p>Bread</p>")
                .contains("content-security-policy: default-src 'none';", "script-src 'self';", "form-action 'none'")
                .contains("x-content-type-options: nosniff")
                .doesNotContain("script-src 'unsafe-inline'", "unsafe-eval", "access-control-allow-origin");
        server.remove("editor");
        assertThat(get(root + "page/editor")).startsWith("HTTP/1.1 404");
    }

    @Test
    void listensOnThisComputerOnlyUnderALongSecret() {
        assertThat(server.origin()).matches("http://127\\.0\\.0\\.1:\\d+/[0-9a-f]{32}/");
        try (CanvasServer other = CanvasServer.start(Assets.catalogue(), pictures, new SecureRandom())) {
            assertThat(URI.create(other.origin()).getPath()).isNotEqualTo(root);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"evil.example", "localhost:PORT", "127.0.0.1", "127.0.0.1:1", "127.0.0.1:PORT.evil.example"})
    void answersToItsOwnNameOnly(String host) {
        String wrong = host.replace("PORT", port() + "");
        assertThat(request("GET", root + "page/editor", wrong))
                .startsWith("HTTP/1.1 404")
                .doesNotContain("Bread");
    }

    @Test
    void nothingIsThereWithoutTheSecret() {
        for (String path :
                new String[] {"/", "/page/editor", "/canvas.js", root.toUpperCase(Locale.ROOT) + "page/editor"}) {
            if (!path.startsWith(root)) {
                assertThat(get(path)).as(path).startsWith("HTTP/1.1 404").doesNotContain("Bread", "swCanvas");
            }
        }
        assertThat(get(root.substring(0, root.length() - 2) + "/page/editor")).startsWith("HTTP/1.1 404");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "font/../../pom.xml",
                "font/%2e%2e/%2e%2e/pom.xml",
                "font/..%2fthemes/base.css",
                "font/fonts.json",
                "media/../fonts/fonts.json",
                "media/%2e%2e%2f%2e%2e%2fetc%2fpasswd",
                "media/..%00",
                "../page/editor",
                "page/../page/editor",
                "page/",
                "",
                "canvas.js/",
                "canvas.js%00"
            })
    void noPathEscapes(String path) {
        assertThat(get(root + path)).doesNotStartWith("HTTP/1.1 200").doesNotContain("<project", "root:", "Bread");
    }

    @ParameterizedTest
    @ValueSource(strings = {"POST", "PUT", "DELETE", "OPTIONS", "HEAD"})
    void canOnlyBeRead(String method) {
        assertThat(request(method, root + "page/editor", host())).startsWith("HTTP/1.1 404");
    }

    @Test
    void servesPicturesAndFontsOnly() throws IOException {
        Path face = Assets.catalogue().folder().resolve("starters/bakery/media");
        try (var files = Files.list(face)) {
            MediaId picture = store.put(new ByteArrayInputStream(
                    Files.readAllBytes(files.filter(file -> file.toString().endsWith(".webp"))
                            .findFirst()
                            .orElseThrow())));
            assertThat(get(root + "media/" + picture))
                    .startsWith("HTTP/1.1 200")
                    .contains("content-type: image/");
        }
        MediaId page =
                store.put(new ByteArrayInputStream("<script>alert(1)</script>".getBytes(StandardCharsets.UTF_8)));
        assertThat(get(root + "media/" + page)).startsWith("HTTP/1.1 404").doesNotContain("alert");
        String font = Assets.catalogue().fonts().stream()
                .flatMap(family -> family.canvas().stream())
                .map(server::fontUrl)
                .findFirst()
                .orElseThrow();
        assertThat(get(URI.create(font).getPath())).startsWith("HTTP/1.1 200").contains("content-type: font/ttf");
        assertThat(get(root + "canvas.js")).startsWith("HTTP/1.1 200").contains("content-type: text/javascript");
    }

    private String get(String path) {
        return request("GET", path, host());
    }

    private String host() {
        return "127.0.0.1:" + port();
    }

    private int port() {
        return URI.create(server.origin()).getPort();
    }

    @Test
    void showsABuildWithFontsThatOurWebViewsReadAndLinksThatStayInIt() {
        FontFamily family = Assets.catalogue().font("figtree").orElseThrow();
        String css = "@font-face{font-family:\"%s\";src:url(a.woff2)}@font-face{font-family:\"%s\";src:url(b.woff2)}"
                        .formatted(family.label(), family.label())
                + "@font-face{font-family:\"Unknown\";src:url(c.woff2)}p{color:red}";
        String lost = "<link rel=\"stylesheet\" href=\"/assets/site.css\"><a href=\"/prices/\">Prices</a>";
        String address = server.putBuild("after", path -> switch (path) {
            case "assets/site.css" -> file("text/css; charset=utf-8", css);
            case "404.html" -> file("text/html; charset=utf-8", lost);
            default -> Optional.empty();
        });
        String base = URI.create(address).getPath();
        String font = server.fontUrl(family.canvas().getFirst());
        assertThat(get(base + "assets/site.css"))
                .contains("src:url(" + font + ") format(\"truetype\")", "url(c.woff2)", "p{color:red}")
                .doesNotContain("a.woff2", "b.woff2");
        assertThat(get(URI.create(font).getPath())).startsWith("HTTP/1.1 200");
        assertThat(get(base + "404.html"))
                .contains("href=\"" + base + "assets/site.css\"", "href=\"" + base + "prices/\"");
    }

    private static Optional<ServedFiles.File> file(String type, String content) {
        return Optional.of(new ServedFiles.File(type, content.getBytes(StandardCharsets.UTF_8)));
    }

    private String request(String method, String path, String host) {
        try (Socket socket = new Socket(InetAddress.ofLiteral("127.0.0.1"), port())) {
            socket.setSoTimeout(5_000);
            String text = method + " " + path + " HTTP/1.1\r\nHost: " + host
                    + "\r\nContent-Length: 0\r\nConnection: close\r\n\r\n";
            socket.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
            String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            int body = answer.indexOf("\r\n\r\n");
            return body < 0 ? answer : lowerCaseNames(answer.substring(0, body)) + answer.substring(body);
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }

    private static String lowerCaseNames(String head) {
        StringBuilder lines = new StringBuilder();
        for (String line : head.split("\r\n")) {
            int colon = line.startsWith("HTTP/") ? -1 : line.indexOf(':');
            lines.append(lines.isEmpty() ? "" : "\r\n")
                    .append(
                            colon < 0
                                    ? line
                                    : line.substring(0, colon).toLowerCase(Locale.ROOT) + line.substring(colon));
        }
        return lines.toString();
    }
}
