package org.sitewright.render;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import org.sitewright.site.Site;
import org.sitewright.site.json.Json;
import tools.jackson.databind.node.ObjectNode;

/// The service worker of a site that visitors can install (W3C Service Workers): it keeps pages, styles, fonts and,
/// where they are not too many, pictures, named with the SHA-256 that each must have.
final class AppWorker {
    private static final String SCRIPT = "text/javascript; charset=utf-8";
    private static final String PATH = "worker.js";
    private static final int MOST_PAGES = 1_000;
    private static final long MOST_PICTURES = 20L << 20;

    private final ScriptText scripts;

    AppWorker(ScriptText scripts) {
        this.scripts = scripts;
    }

    /// The script of a page that starts the worker.
    OutputFile start(Site site) {
        byte[] content = script(site, "start.js").getBytes(StandardCharsets.UTF_8);
        Bytes bytes = Bytes.of(content);
        String sha256 =
                OutputFile.of("x", SCRIPT, CacheControl.IMMUTABLE, bytes).sha256();
        return OutputFile.of(
                "assets/app-" + sha256.substring(0, 10) + ".js", SCRIPT, CacheControl.IMMUTABLE, bytes, sha256);
    }

    /// @param files all others of the build
    OutputFile of(Site site, Collection<OutputFile> files) {
        ObjectNode list = Json.object();
        List<OutputFile> sorted =
                files.stream().sorted(Comparator.comparing(OutputFile::path)).toList();
        long pictures = sorted.stream()
                .filter(AppWorker::isPicture)
                .mapToLong(OutputFile::size)
                .sum();
        int pages = 0;
        for (OutputFile file : sorted) {
            boolean page = file.contentType().startsWith("text/html");
            pages += page ? 1 : 0;
            boolean kept = page
                    ? pages <= MOST_PAGES || file.path().equals("index.html")
                    : isPart(file) || (isPicture(file) && pictures <= MOST_PICTURES);
            if (kept) {
                list.put(file.path().replaceFirst("(^|/)index\\.html$", "$1"), file.sha256());
            }
        }
        String written = Json.write(list).replace("<", "\\u003c");
        String script = script(site, "worker.js")
                .replace("@version@", Hashes.of(written).substring(0, 16))
                .replace("\"@files@\"", written);
        return OutputFile.of(PATH, SCRIPT, CacheControl.REVALIDATE, Bytes.of(script.getBytes(StandardCharsets.UTF_8)));
    }

    private static boolean isPart(OutputFile file) {
        String type = file.contentType();
        return type.startsWith("text/css")
                || type.startsWith("text/javascript")
                || type.startsWith("font/")
                || type.startsWith("application/manifest+json")
                || file.path().startsWith("icon-")
                || file.path().startsWith("favicon.");
    }

    private static boolean isPicture(OutputFile file) {
        return file.path().startsWith("assets/")
                && file.contentType().startsWith("image/")
                && !file.path().startsWith(CardPictures.PREFIX);
    }

    private String script(Site site, String name) {
        String script = resource(name);
        return site.parts().output().readable() ? script : scripts.tight(script);
    }

    private static String resource(String name) {
        try (InputStream in = AppWorker.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException(name + " is not in the program");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }
}
