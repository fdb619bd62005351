package org.sitewright.render;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Rectangle2D;
import java.awt.geom.RoundRectangle2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import javax.imageio.ImageIO;
import org.sitewright.library.Catalogue;
import org.sitewright.library.color.Palette;
import org.sitewright.site.Style;
import org.sitewright.site.Theme;

/// Draws the card of a page in its site's voice: Modern on the accent with round shapes, Minimal on the page's ground
/// with hairlines, Premium on the night ground within a fine frame. Safe to use from several threads.
final class CardPainter {
    static final int WIDTH = 1200;
    static final int HEIGHT = 630;
    private static final int EDGE = 72;
    private static final int PHOTO = 500;
    private static final float[] SIZES = {112, 96, 84, 74, 64, 56, 48, 42};

    private final Catalogue catalogue;
    private final Map<String, Lettering> letterings = new ConcurrentHashMap<>();

    CardPainter(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    /// The colours of a card.
    private record Inks(Color ground, Color text, Color quiet, Color mark, Color second) {}

    BufferedImage paint(CardWords words) {
        Theme theme = words.theme();
        Inks inks = inks(theme);
        BufferedImage image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = image.createGraphics();
        try {
            pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
            pen.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
            pen.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
            pen.setColor(inks.ground());
            pen.fillRect(0, 0, WIDTH, HEIGHT);
            boolean shown = photo(words, pen);
            if (!shown) {
                decorate(theme.style(), inks, pen);
            }
            frame(theme.style(), inks, shown, pen);
            write(words, inks, shown ? WIDTH - PHOTO - EDGE - 56 : WIDTH - 2 * EDGE - 40, pen);
        } finally {
            pen.dispose();
        }
        return image;
    }

    private static Inks inks(Theme theme) {
        Palette palette = Palette.of(theme);
        Map<String, String> roles = theme.mode() == Theme.ColorMode.DARK ? palette.dark() : palette.light();
        return switch (theme.style()) {
            case MODERN ->
                new Inks(
                        color(roles, "accent"),
                        color(roles, "on-accent"),
                        color(roles, "on-accent"),
                        color(roles, "panel-1"),
                        color(roles, "panel-5"));
            case MINIMAL ->
                new Inks(
                        color(roles, "bg"),
                        color(roles, "text"),
                        color(roles, "muted"),
                        color(roles, "accent"),
                        color(roles, "border"));
            case PREMIUM ->
                new Inks(
                        color(roles, "night"),
                        color(roles, "on-night"),
                        color(roles, "on-night"),
                        color(roles, "night-accent"),
                        color(roles, "night-accent"));
        };
    }

    private static Color color(Map<String, String> roles, String role) {
        return Color.decode(String.valueOf(roles.getOrDefault(role, "#808080")));
    }

    private static void decorate(Style style, Inks inks, Graphics2D pen) {
        switch (style) {
            case MODERN -> {
                pen.setColor(inks.second());
                pen.fill(new Ellipse2D.Double(WIDTH - 250, -150, 400, 400));
                pen.setColor(inks.mark());
                pen.fill(new Ellipse2D.Double(WIDTH - 130, 110, 220, 220));
            }
            case MINIMAL -> {
                pen.setColor(inks.second());
                pen.fill(new Rectangle2D.Double(EDGE, 150, WIDTH - 2 * EDGE, 1.5));
            }
            case PREMIUM -> {
                pen.setColor(inks.mark());
                pen.fill(new Rectangle2D.Double(EDGE, 150, 96, 2));
            }
        }
    }

    private static void frame(Style style, Inks inks, boolean photo, Graphics2D pen) {
        if (style == Style.PREMIUM && !photo) {
            pen.setColor(new Color(
                    inks.second().getRed(),
                    inks.second().getGreen(),
                    inks.second().getBlue(),
                    120));
            pen.setStroke(new BasicStroke(1.5f));
            pen.draw(new Rectangle2D.Double(28, 28, WIDTH - 56, HEIGHT - 56));
        }
    }

    private void write(CardWords words, Inks inks, float width, Graphics2D pen) {
        Style style = words.theme().style();
        double left = EDGE;
        Lettering small = lettering(words.theme().body(), style == Style.MODERN);
        String site = small.settable(words.site());
        if (!site.isEmpty() && !words.site().equals(words.title())) {
            pen.setColor(inks.mark());
            pen.fill(
                    style == Style.MODERN
                            ? new Ellipse2D.Double(left, 84, 26, 26)
                            : new Rectangle2D.Double(left, 88, 18, 18));
            Lettering.Block name = small.block(site, 30, 4_000, 1, 0);
            pen.setColor(inks.quiet());
            double most = width - 48;
            double scale =
                    Math.min(1, most / Math.max(1, name.shape().getBounds2D().getMaxX()));
            AffineTransform place = AffineTransform.getTranslateInstance(left + 42, 83);
            place.scale(scale, scale);
            pen.fill(place.createTransformedShape(name.shape()));
        }
        Lettering large = lettering(words.theme().display(), style == Style.MODERN);
        String wanted = large.settable(words.title());
        if (wanted.isEmpty()) {
            return;
        }
        Lettering.Block title = fitted(wanted, large, style == Style.MODERN ? -0.035f : -0.022f, width);
        pen.setColor(inks.text());
        Shape placed = AffineTransform.getTranslateInstance(left - 3, HEIGHT - EDGE - title.height())
                .createTransformedShape(title.shape());
        pen.fill(placed);
    }

    /// The title as large as it fits.
    private static Lettering.Block fitted(String title, Lettering large, float tracking, float width) {
        Lettering.Block block = large.block(title, SIZES[0], width, 1.04, tracking);
        for (int i = 1; i < SIZES.length && !fits(block, width); i++) {
            block = large.block(title, SIZES[i], width, 1.04, tracking);
        }
        return block;
    }

    private static boolean fits(Lettering.Block block, float width) {
        return block.height() <= HEIGHT - EDGE - 170
                && block.lines() <= 4
                && block.shape().getBounds2D().getMaxX() <= width + 8;
    }

    private Lettering lettering(String family, boolean heavy) {
        return letterings.computeIfAbsent(family + heavy, key -> catalogue
                .font(family)
                .or(() -> catalogue.fonts().stream().findFirst())
                .map(found -> Lettering.of(found, heavy))
                .orElseThrow());
    }

    /// @return whether there was a photo to show
    private static boolean photo(CardWords words, Graphics2D pen) {
        CardWords.Photo photo = words.photo();
        if (photo == null) {
            return false;
        }
        Optional<BufferedImage> read = read(photo);
        read.ifPresent(picture -> {
            boolean inset = words.theme().style() == Style.MODERN;
            int edge = inset ? 36 : 0;
            Rectangle2D place = new Rectangle2D.Double(WIDTH - PHOTO, edge, PHOTO - edge, HEIGHT - 2 * edge);
            Shape before = pen.getClip();
            if (inset) {
                pen.setClip(new RoundRectangle2D.Double(
                        place.getX(), place.getY(), place.getWidth(), place.getHeight(), 72, 72));
            } else {
                pen.setClip(place);
            }
            double scale = Math.max(place.getWidth() / picture.getWidth(), place.getHeight() / picture.getHeight());
            double overX = picture.getWidth() * scale - place.getWidth();
            double overY = picture.getHeight() * scale - place.getHeight();
            AffineTransform whole = AffineTransform.getTranslateInstance(
                    place.getX() - overX * photo.focal().x(),
                    place.getY() - overY * photo.focal().y());
            whole.scale(scale, scale);
            pen.drawImage(picture, whole, null);
            pen.setClip(before);
        });
        return read.isPresent();
    }

    private static Optional<BufferedImage> read(CardWords.Photo photo) {
        try {
            return Optional.ofNullable(ImageIO.read(photo.file().toFile()));
        } catch (IOException | RuntimeException unreadable) {
            // The page shows it in its own way; the card does without.
            return Optional.empty();
        }
    }
}
