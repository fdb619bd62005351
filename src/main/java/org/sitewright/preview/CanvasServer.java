package org.sitewright.preview;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.sitewright.library.Catalogue;
import org.sitewright.library.FontFamily;
import org.sitewright.media.CanvasPictures;
import org.sitewright.media.PictureSizes;
import org.sitewright.render.PictureSource;
import org.sitewright.site.MediaId;
import org.sitewright.work.CancelToken;
import org.sitewright.work.Jobs;
import org.sitewright.work.Progress;

/// Serves the editor's own web views over the loopback interface: the pages being edited, their pictures and fonts.
/// Every address begins with a secret that changes at each start, and no page may run a script but ours.
public final class CanvasServer implements AutoCloseable, PictureSource {
    private static final String POLICY =
            "default-src 'none'; img-src 'self' data:; style-src 'self' 'unsafe-inline'; font-src 'self'; "
                    + "script-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    /// What is published may carry scripts of others; beside our own pages none runs.
    private static final String NO_SCRIPTS =
            "default-src 'none'; img-src 'self' data:; style-src 'self' 'unsafe-inline'; font-src 'self'; "
                    + "script-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    private static final Set<String> CANVAS = Set.of(
            "canvas.js",
            "canvas-text.js",
            "canvas-drag.js",
            "canvas-tools.js",
            "canvas-far.js",
            "canvas.css",
            "canvas-tools.css");

    private final Catalogue catalogue;
    private final CanvasPictures pictures;
    private final PictureSizes sizes;
    private final HttpServer server;
    private final Jobs jobs = new Jobs(32);
    private final String root;
    private final Map<String, Supplier<String>> pages = new ConcurrentHashMap<>();

    private final Map<String, ServedFiles> builds = new ConcurrentHashMap<>();

    private CanvasServer(Catalogue catalogue, CanvasPictures pictures, SecureRandom random) throws IOException {
        this.catalogue = catalogue;
        this.pictures = pictures;
        this.sizes = pictures.sizes();
        byte[] secret = new byte[16];
        random.nextBytes(secret);
        this.root = "/" + HexFormat.of().formatHex(secret) + "/";
        this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 64);
        server.createContext("/", this::answer);
        server.setExecutor(task -> {
            CancelToken unused = jobs.start(
                    (progress, cancel) -> {
                        task.run();
                        return Boolean.TRUE;
                    },
                    Progress.NONE,
                    outcome -> {});
        });
        server.start();
    }

    /// Starts on a free port.
    ///
    /// @throws UncheckedIOException when the loopback interface cannot be used
    public static CanvasServer start(Catalogue catalogue, CanvasPictures pictures, SecureRandom random) {
        try {
            return new CanvasServer(catalogue, pictures, random);
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }

    /// `http://127.0.0.1:<port>/<secret>/`.
    public String origin() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + root;
    }

    /// Serves a page until [#remove].
    ///
    /// @param name letters, digits, `-` and `/`
    /// @param html asked for at each request, on a thread of the server
    /// @return its address
    public String put(String name, Supplier<String> html) {
        pages.put("page/" + name, html);
        return origin() + "page/" + name;
    }

    public void remove(String name) {
        pages.remove("page/" + name);
    }

    /// Serves a built site, without its scripts, until [#removeBuild].
    ///
    /// @param name letters, digits and `-`
    /// @return the address of its home folder, with a slash at the end
    public String putBuild(String name, ServedFiles files) {
        builds.put(name, files);
        return origin() + "build/" + name + "/";
    }

    public void removeBuild(String name) {
        builds.remove(name);
    }

    public String fontUrl(FontFamily.Face face) {
        return origin() + "font/" + fonts().relativize(face.file()).toString().replace('\\', '/');
    }

    @Override
    public Optional<Picture> picture(MediaId media) {
        return sizes.of(media)
                .map(size -> new Picture(size.width(), size.height(), origin() + "media/" + media, List.of()));
    }

    @Override
    public void close() {
        server.stop(0);
        jobs.close();
    }

    private Path fonts() {
        return catalogue.folder().resolve("fonts");
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            String path = exchange.getRequestURI().getPath();
            String host = String.valueOf(exchange.getRequestHeaders().getFirst("Host"));
            boolean ours = host.equals("127.0.0.1:" + server.getAddress().getPort());
            if (!ours || !path.startsWith(root) || !exchange.getRequestMethod().equals("GET")) {
                exchange.sendResponseHeaders(404, -1);
                return;
            }
            exchange.getResponseHeaders().set("Content-Security-Policy", POLICY);
            exchange.getResponseHeaders().set("X-Content-Type-Options", "nosniff");
            answer(exchange, path.substring(root.length()));
        }
    }

    private void answer(HttpExchange exchange, String name) throws IOException {
        Supplier<String> page = pages.get(name);
        if (page != null) {
            send(exchange, "text/html; charset=utf-8", page.get().getBytes(StandardCharsets.UTF_8));
        } else if (CANVAS.contains(name)) {
            send(exchange, name.endsWith("js") ? "text/javascript" : "text/css", resource(name));
        } else if (name.startsWith("build/")) {
            build(exchange, name.substring("build/".length()));
        } else if (name.startsWith("media/")) {
            media(exchange, name.substring("media/".length()));
        } else if (name.startsWith("font/")) {
            font(exchange, name.substring("font/".length()));
        } else {
            exchange.sendResponseHeaders(404, -1);
        }
    }

    private void build(HttpExchange exchange, String name) throws IOException {
        int slash = name.indexOf('/');
        ServedFiles files = builds.get(name.substring(0, Math.max(0, slash)));
        String path = name.substring(slash + 1);
        Optional<ServedFiles.File> file = files == null
                ? Optional.empty()
                : files.file(path.isEmpty() || path.endsWith("/") ? path + "index.html" : path);
        if (file.isEmpty()) {
            exchange.sendResponseHeaders(404, -1);
            return;
        }
        exchange.getResponseHeaders().set("Content-Security-Policy", NO_SCRIPTS);
        if (file.get().type().startsWith("image/webp")) {
            CanvasPictures.Legible shown = pictures.readable(file.get().content());
            send(exchange, shown.contentType(), shown.content());
        } else {
            String base = root + "build/" + name.substring(0, slash + 1);
            send(exchange, file.get().type(), new BuildTranslation(catalogue, this::fontUrl).of(file.get(), base));
        }
    }

    private void media(HttpExchange exchange, String name) throws IOException {
        if (!name.matches("[0-9a-f]{64}")) {
            exchange.sendResponseHeaders(404, -1);
            return;
        }
        MediaId media = new MediaId(name);
        Optional<PictureSizes.Size> size = sizes.of(media);
        if (size.isEmpty()) {
            exchange.sendResponseHeaders(404, -1);
            return;
        }
        exchange.getResponseHeaders().set("Cache-Control", "max-age=31536000, immutable");
        CanvasPictures.Shown shown = pictures.of(media, size.get());
        exchange.getResponseHeaders().set("Content-Type", shown.contentType());
        exchange.sendResponseHeaders(200, Files.size(shown.file()));
        Files.copy(shown.file(), exchange.getResponseBody());
    }

    private void font(HttpExchange exchange, String name) throws IOException {
        Optional<Path> file = catalogue.fonts().stream()
                .flatMap(family -> family.canvas().stream())
                .map(FontFamily.Face::file)
                .filter(face ->
                        fonts().relativize(face).toString().replace('\\', '/').equals(name))
                .findFirst();
        if (file.isEmpty()) {
            exchange.sendResponseHeaders(404, -1);
            return;
        }
        exchange.getResponseHeaders().set("Cache-Control", "max-age=31536000, immutable");
        send(exchange, "font/ttf", Files.readAllBytes(file.get()));
    }

    private static void send(HttpExchange exchange, String type, byte[] content) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", type);
        exchange.sendResponseHeaders(200, content.length);
        exchange.getResponseBody().write(content);
    }

    private static byte[] resource(String name) throws IOException {
        try (InputStream in = CanvasServer.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IOException(name + " is missing");
            }
            return in.readAllBytes();
        }
    }
}
