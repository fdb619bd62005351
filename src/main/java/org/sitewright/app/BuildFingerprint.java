package org.sitewright.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.stream.Stream;
import org.sitewright.backup.Rendering;
import org.sitewright.library.Catalogue;
import org.sitewright.media.ImageVariants;
import org.sitewright.media.MediaStore;
import org.sitewright.render.BuildOptions;
import org.sitewright.render.MediaPictures;
import org.sitewright.render.OutputFile;
import org.sitewright.render.OutputTree;
import org.sitewright.render.SiteRenderer;
import org.sitewright.site.Site;
import org.sitewright.work.CancelToken;
import org.sitewright.work.FixedPool;
import org.sitewright.work.Progress;

/// Builds a site from nothing but the site and its media, and sums the build up.
record BuildFingerprint(Catalogue catalogue, Path temporary, FixedPool pictures) implements Rendering {
    @Override
    public String fingerprint(Site site, MediaStore media) {
        try {
            Files.createDirectories(temporary);
            Path cache = Files.createTempDirectory(temporary, "proof");
            try {
                SiteRenderer renderer = new SiteRenderer(
                        catalogue, new MediaPictures(media, new ImageVariants(media, cache, pictures)));
                return sum(renderer.render(site, BuildOptions.WITHOUT_ADDRESS, Progress.NONE, new CancelToken()));
            } finally {
                remove(cache);
            }
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }

    private static String sum(OutputTree tree) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (OutputFile file : tree.files().values()) {
                digest.update((file.path() + " " + file.sha256() + "\n").getBytes(StandardCharsets.UTF_8));
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("every Java has SHA-256", missing);
        }
    }

    private static void remove(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }
}
