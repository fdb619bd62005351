package org.sitewright.preview;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Optional;
import java.util.function.Supplier;
import org.sitewright.render.OutputFile;
import org.sitewright.render.OutputTree;

/// Answers requests with the files of a build: `/prices/` with `prices/index.html`, `/prices` with the way there,
/// what is not there with the site's own page for that.
final class PreviewHandler implements HttpHandler {
    private static final String INDEX = "index.html";

    private final Supplier<OutputTree> build;
    private final HostNames names;
    private final String root;

    /// @param root the path that everything lies under, with `/` at both ends
    PreviewHandler(Supplier<OutputTree> build, HostNames names, String root) {
        this.build = build;
        this.names = names;
        this.root = root;
    }

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            exchange.getResponseHeaders().set("X-Content-Type-Options", "nosniff");
            exchange.getResponseHeaders().set("Referrer-Policy", "same-origin");
            exchange.getResponseHeaders().set("Cache-Control", "no-store");
            String method = exchange.getRequestMethod();
            if (!names.accept(exchange.getRequestHeaders().getFirst("Host"))) {
                plain(exchange, 421, "This address does not belong to the preview.");
            } else if (!method.equals("GET") && !method.equals("HEAD")) {
                exchange.getResponseHeaders().set("Allow", "GET, HEAD");
                plain(exchange, 405, "The preview can only be read.");
            } else {
                answer(exchange);
            }
        }
    }

    private void answer(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        if (path == null || !path.startsWith("/")) {
            plain(exchange, 400, "Not a path.");
            return;
        }
        if (!isUnderRoot(path)) {
            plain(exchange, 404, "There is no such page.");
            return;
        }
        OutputTree tree = build.get();
        String wanted = path.substring(root.length());
        String file = wanted.isEmpty() || wanted.endsWith("/") ? wanted + INDEX : wanted;
        Optional<OutputFile> found = tree.file(file);
        if (found.isPresent()) {
            send(exchange, 200, found.get());
        } else if (!wanted.isEmpty() && tree.file(wanted + "/" + INDEX).isPresent()) {
            String query = exchange.getRequestURI().getRawQuery();
            exchange.getResponseHeaders()
                    .set(
                            "Location",
                            exchange.getRequestURI().getRawPath().replaceFirst("^/+", "/") + "/"
                                    + (query == null ? "" : "?" + query));
            exchange.sendResponseHeaders(301, -1);
        } else if (tree.file("404.html").isPresent()) {
            send(exchange, 404, tree.file("404.html").get());
        } else {
            plain(exchange, 404, "There is no such page.");
        }
    }

    /// Takes as long for every path, so that a secret one cannot be found letter by letter.
    private boolean isUnderRoot(String path) {
        String start = path.substring(0, Math.min(path.length(), root.length()));
        return MessageDigest.isEqual(start.getBytes(StandardCharsets.UTF_8), root.getBytes(StandardCharsets.UTF_8));
    }

    private static void send(HttpExchange exchange, int status, OutputFile file) throws IOException {
        Headers headers = exchange.getResponseHeaders();
        headers.set("Content-Type", file.contentType());
        headers.set("ETag", "\"" + file.sha256() + "\"");
        if (exchange.getRequestMethod().equals("HEAD")) {
            headers.set("Content-Length", Long.toString(file.size()));
            exchange.sendResponseHeaders(status, -1);
            return;
        }
        exchange.sendResponseHeaders(status, file.size() == 0 ? -1 : file.size());
        try (InputStream in = file.source().open();
                OutputStream out = exchange.getResponseBody()) {
            in.transferTo(out);
        }
    }

    private static void plain(HttpExchange exchange, int status, String text) throws IOException {
        byte[] body = text.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "text/plain; charset=utf-8");
        exchange.sendResponseHeaders(status, exchange.getRequestMethod().equals("HEAD") ? -1 : body.length);
        if (!exchange.getRequestMethod().equals("HEAD")) {
            exchange.getResponseBody().write(body);
        }
    }
}
