package org.sitewright.book;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import org.sitewright.fixture.Assets;
import org.sitewright.render.PictureFiles;
import org.sitewright.site.MediaId;
import org.sitewright.work.CancelToken;

/// Sample pictures in one size each. The web view that takes the pictures reads no WebP, so photos become PNG.
final class BookPictures implements PictureFiles {
    private static final Pattern VIEW_BOX = Pattern.compile("viewBox=\"\\S+ \\S+ (\\d+)\\S* (\\d+)\\S*\"");

    private final Assets assets;
    private final Path folder;
    private final Map<MediaId, Made> made = new HashMap<>();

    BookPictures(Assets assets, Path folder) {
        this.assets = assets;
        this.folder = folder;
    }

    @Override
    public synchronized Optional<Made> files(MediaId media, CancelToken cancel) {
        return Optional.of(made.computeIfAbsent(media, this::make));
    }

    private Made make(MediaId media) {
        Path file = assets.file(media);
        try {
            if (file.toString().endsWith(".svg")) {
                Matcher box = VIEW_BOX.matcher(Files.readString(file));
                if (!box.find()) {
                    throw new IllegalStateException("no viewBox in " + file);
                }
                return made(
                        Integer.parseInt(box.group(1)), Integer.parseInt(box.group(2)), "image/svg+xml", file, media);
            }
            BufferedImage image = ImageIO.read(file.toFile());
            Files.createDirectories(folder);
            Path png = folder.resolve(media.sha256() + ".png");
            ImageIO.write(image, "png", png.toFile());
            return made(image.getWidth(), image.getHeight(), "image/png", png, media);
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }

    private static Made made(int width, int height, String type, Path file, MediaId media) {
        return new Made(width, height, new MadeFile(width, type, file, media.sha256()), java.util.List.of());
    }
}
