package org.sitewright.publish;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.sitewright.render.Bytes;
import org.sitewright.render.CacheControl;
import org.sitewright.render.OutputFile;
import org.sitewright.render.OutputTree;
import org.sitewright.site.SiteId;
import org.sitewright.site.UserId;

/// Small builds with what a real one has: pages at several depths that name hashed assets, and other files.
public final class TestSites {
    public static final SiteId SITE = new SiteId(new UUID(7, 7));
    public static final UserId USER = new UserId(new UUID(8, 8));
    private static final Map<String, String> NAMES = Map.of("index.html", "Home", "menu/index.html", "Menu");

    public static final TargetId TARGET = new TargetId(new UUID(9, 9));

    private TestSites() {}

    /// A bakery in one of its editions: another edition has another style sheet, picture and home page.
    public static OutputTree bakery(String edition) {
        String style = asset("site", edition, "css");
        String photo = asset("bread", edition, "webp");
        List<OutputFile> files = new ArrayList<>();
        files.add(file(style, "text/css; charset=utf-8", CacheControl.IMMUTABLE, "body{} /* " + edition + " */"));
        files.add(file(photo, "image/webp", CacheControl.IMMUTABLE, "RIFF" + edition));
        String head = "<link href=\"/" + style + "\">";
        files.add(page("index.html", head + "<img src=\"/" + photo + "\">" + edition));
        files.add(page("menu/index.html", head + "Menu"));
        files.add(page("menu/bread/rye/index.html", head + "Rye"));
        files.add(page("404.html", head + "Not found"));
        files.add(file("robots.txt", "text/plain; charset=utf-8", CacheControl.REVALIDATE, "User-agent: *"));
        return OutputTree.of(files);
    }

    /// Many small pages of about that size.
    public static OutputTree many(int pages, int size) {
        List<OutputFile> files = new ArrayList<>();
        String padding = "x".repeat(size);
        for (int i = 0; i < pages; i++) {
            files.add(page("p" + i + "/index.html", i + padding));
        }
        return OutputTree.of(files);
    }

    public static OutputTree with(OutputTree tree, OutputFile... changed) {
        List<OutputFile> files = new ArrayList<>(tree.files().values());
        for (OutputFile file : changed) {
            files.removeIf(other -> other.path().equals(file.path()));
            files.add(file);
        }
        return OutputTree.of(files);
    }

    public static OutputTree without(OutputTree tree, String... paths) {
        return OutputTree.of(tree.files().values().stream()
                .filter(file -> !Arrays.asList(paths).contains(file.path()))
                .toList());
    }

    public static OutputFile page(String path, String text) {
        return file(path, "text/html; charset=utf-8", CacheControl.REVALIDATE, text);
    }

    public static OutputFile file(String path, String type, CacheControl cache, String text) {
        return OutputFile.of(path, type, cache, Bytes.of(text.getBytes(StandardCharsets.UTF_8)));
    }

    public static PublishRequest request(OutputTree tree) {
        return request(tree, PublishRequest.Consent.NONE);
    }

    public static PublishRequest request(OutputTree tree, PublishRequest.Consent consent) {
        return new PublishRequest(SITE, USER, target(), tree, NAMES, consent);
    }

    /// Asks for an older release, agreeing to all that goes.
    public static RollbackRequest rollback(int version) {
        return new RollbackRequest(SITE, USER, target(), version, NAMES, new PublishRequest.Consent(true, false));
    }

    private static Target target() {
        return new Target(
                TARGET,
                USER,
                "Live",
                new TargetSettings.S3("", "eu-central-1", "bakery", "", false, "", TargetSettings.Support.FULL),
                Instant.EPOCH);
    }

    private static String asset(String name, String edition, String ending) {
        String hash = HexFormat.of().toHexDigits(edition.hashCode());
        return "assets/" + name + "-" + hash + "." + ending;
    }
}
