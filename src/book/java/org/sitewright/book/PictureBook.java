package org.sitewright.book;

import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javax.imageio.ImageIO;
import org.sitewright.fixture.Assets;
import org.sitewright.library.SectionKind;
import org.sitewright.site.Style;
import org.sitewright.site.Theme;

/// Draws one sheet per section kind into `target/book`: all its layouts in the three voices, light and dark, on a
/// desktop and on a phone; and every screen of the program.
public final class PictureBook {
    private static final int GAP = 24;
    private static final int LABEL = 40;

    private PictureBook() {}

    /// @param arguments the folder, then with commas between: kinds, or `screens` and, for some of them only, which:
    ///     `home`, `editor`, `publish`, `history`, `records`; all without any
    @SuppressWarnings("CatchAndPrintStackTrace") // It is run by hand, and the toolkit would keep a failed run alive.
    public static void main(String[] arguments) {
        try {
            draw(arguments);
            System.exit(0);
        } catch (Exception fault) {
            fault.printStackTrace();
            System.exit(1);
        }
    }

    private static void draw(String[] arguments) throws Exception {
        Path folder = Path.of(arguments[0]);
        List<String> wanted = List.of(String.join(",", List.of(arguments).subList(1, arguments.length))
                .strip()
                .split(","));
        BookSites sites = new BookSites(folder);
        Camera camera = Camera.start();
        long start = System.nanoTime();
        int count = 0;
        if (wanted.contains("") || wanted.contains("screens")) {
            count += BookScreens.take(folder.resolve("screens"), wanted);
        }
        for (SectionKind kind : Assets.catalogue().kinds()) {
            if (!wanted.contains("") && !wanted.contains(kind.kind())) {
                continue;
            }
            List<Shot> shots = new ArrayList<>();
            for (Style style : Style.values()) {
                sites.publishable(kind, style);
                for (Theme.ColorMode mode : List.of(Theme.ColorMode.LIGHT, Theme.ColorMode.DARK)) {
                    Path page = sites.pictured(kind, style, mode);
                    camera.open(page);
                    String name = style.folder() + ", " + mode.name().toLowerCase(Locale.ROOT);
                    shots.add(new Shot(name + ", 1280", camera.take(1280, 0.4)));
                    shots.add(new Shot(name + ", 390", camera.take(390, 0.4)));
                }
            }
            write(shots, folder.resolve(kind.kind() + ".png"));
            count += shots.size();
        }
        System.out.printf(Locale.ROOT, "%d pictures in %.0f s%n", count, (System.nanoTime() - start) / 1e9);
    }

    /// One column of a sheet.
    private record Shot(String name, BufferedImage picture) {}

    private static void write(List<Shot> shots, Path file) throws IOException {
        int width = GAP
                + shots.stream()
                        .mapToInt(shot -> shot.picture().getWidth() + GAP)
                        .sum();
        int height = shots.stream()
                        .mapToInt(shot -> shot.picture().getHeight())
                        .max()
                        .orElse(1)
                + LABEL
                + GAP;
        BufferedImage sheet = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = sheet.createGraphics();
        pen.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        pen.setColor(new Color(0x808080));
        pen.fillRect(0, 0, width, height);
        pen.setColor(Color.WHITE);
        pen.setFont(new Font(Font.SANS_SERIF, Font.PLAIN, 15));
        int x = GAP;
        for (Shot shot : shots) {
            pen.drawString(shot.name(), x, LABEL - 14);
            pen.drawImage(shot.picture(), x, LABEL, null);
            x += shot.picture().getWidth() + GAP;
        }
        pen.dispose();
        Files.createDirectories(file.toAbsolutePath().resolveSibling(""));
        ImageIO.write(sheet, "png", file.toFile());
    }
}
