package org.sitewright.render;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Ellipse2D;
import java.awt.geom.PathIterator;
import java.awt.geom.Rectangle2D;
import java.awt.geom.RoundRectangle2D;
import java.awt.image.BufferedImage;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.sitewright.library.Catalogue;
import org.sitewright.library.color.Palette;
import org.sitewright.media.PictureEncoder;
import org.sitewright.site.Site;
import org.sitewright.site.SiteType;
import org.sitewright.site.Style;
import org.sitewright.site.Theme;

/// Makes a site's icons from its colours and its initial in the font of its headings: SVG for browsers that take it,
/// PNG and ICO for the rest, and one that a phone may cut to its own shape for an app.
final class Favicons {
    private static final int UNIT = 64;

    private final Catalogue catalogue;
    private final Map<Look, List<OutputFile>> known = new ConcurrentHashMap<>();

    Favicons(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    /// All that icons show.
    private record Look(String initial, Theme theme, boolean app) {}

    List<OutputFile> of(Site site) {
        String name = site.name().strip();
        String initial =
                name.isEmpty() ? "" : new String(Character.toChars(Character.toUpperCase(name.codePointAt(0))));
        if (known.size() > 50) {
            known.clear();
        }
        return known.computeIfAbsent(new Look(initial, site.theme(), site.type() == SiteType.APP), this::made);
    }

    private List<OutputFile> made(Look look) {
        Map<String, String> roles = Palette.of(look.theme()).light();
        Color ground = Color.decode(String.valueOf(roles.get("accent")));
        Color ink = Color.decode(String.valueOf(roles.get("on-accent")));
        Shape sign = sign(look);
        List<OutputFile> files = new ArrayList<>();
        files.add(file("favicon.svg", "image/svg+xml", svg(sign, ground, ink).getBytes(StandardCharsets.UTF_8)));
        files.add(file("apple-touch-icon.png", "image/png", png(180, sign, ground, ink, 0)));
        files.add(file("favicon.ico", "image/x-icon", ico(png(32, sign, ground, ink, 0.23))));
        files.add(file("icon-192.png", "image/png", png(192, sign, ground, ink, 0.23)));
        files.add(file("icon-512.png", "image/png", png(512, sign, ground, ink, 0.23)));
        if (look.app()) {
            // A phone may leave only the middle 80 % of its width.
            Shape smaller = AffineTransform.getTranslateInstance(UNIT * 0.1, UNIT * 0.1)
                    .createTransformedShape(
                            AffineTransform.getScaleInstance(0.8, 0.8).createTransformedShape(sign));
            files.add(file("icon-maskable-512.png", "image/png", png(512, smaller, ground, ink, 0)));
        }
        return files;
    }

    private static OutputFile file(String path, String type, byte[] content) {
        return OutputFile.of(path, type, CacheControl.REVALIDATE, Bytes.of(content));
    }

    /// The initial, or a plain mark where the site's font does not have it: other fonts would look different on another
    /// computer.
    private Shape sign(Look look) {
        return catalogue
                .font(look.theme().display())
                .map(family -> Lettering.of(family, look.theme().style() == Style.MODERN))
                .filter(letters -> !look.initial().isEmpty() && letters.isOwn(look.initial()))
                .map(letters -> letters.block(look.initial(), 100, 1_000, 1, 0).shape())
                .filter(shape -> !shape.getBounds2D().isEmpty())
                .map(Favicons::centred)
                .orElseGet(Favicons::mark);
    }

    private static Shape centred(Shape letter) {
        Rectangle2D bounds = letter.getBounds2D();
        double scale = Math.min(UNIT * 0.54 / bounds.getHeight(), UNIT * 0.62 / bounds.getWidth());
        AffineTransform place = AffineTransform.getTranslateInstance(UNIT / 2.0, UNIT / 2.0);
        place.scale(scale, scale);
        place.translate(-bounds.getCenterX(), -bounds.getCenterY());
        return place.createTransformedShape(letter);
    }

    private static Shape mark() {
        java.awt.geom.Area moon =
                new java.awt.geom.Area(new Ellipse2D.Double(UNIT * 0.24, UNIT * 0.24, UNIT * 0.52, UNIT * 0.52));
        moon.subtract(new java.awt.geom.Area(new Ellipse2D.Double(UNIT * 0.42, UNIT * 0.18, UNIT * 0.40, UNIT * 0.40)));
        return moon;
    }

    private static String svg(Shape sign, Color ground, Color ink) {
        return "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 64 64\"><rect width=\"64\" height=\"64\" rx=\"15\" fill=\""
                + hex(ground) + "\"/><path fill=\"" + hex(ink) + "\" d=\"" + path(sign) + "\"/></svg>\n";
    }

    private static String hex(Color color) {
        return String.format(Locale.ROOT, "#%06x", color.getRGB() & 0xffffff);
    }

    private static String path(Shape shape) {
        StringBuilder out = new StringBuilder();
        double[] at = new double[6];
        for (PathIterator each = shape.getPathIterator(null); !each.isDone(); each.next()) {
            switch (each.currentSegment(at)) {
                case PathIterator.SEG_MOVETO -> step('M', at, 2, out);
                case PathIterator.SEG_LINETO -> step('L', at, 2, out);
                case PathIterator.SEG_QUADTO -> step('Q', at, 4, out);
                case PathIterator.SEG_CUBICTO -> step('C', at, 6, out);
                default -> out.append('Z');
            }
        }
        return out.toString();
    }

    private static void step(char command, double[] at, int count, StringBuilder out) {
        out.append(command);
        for (int i = 0; i < count; i++) {
            String number = String.format(Locale.ROOT, "%.2f", at[i]).replaceFirst("\\.?0+$", "");
            out.append(i > 0 ? " " : "").append(number);
        }
    }

    /// @param corner of the ground as a share of its size
    private static byte[] png(int size, Shape sign, Color ground, Color ink, double corner) {
        boolean round = corner > 0;
        BufferedImage image =
                new BufferedImage(size, size, round ? BufferedImage.TYPE_INT_ARGB : BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = image.createGraphics();
        pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        pen.setColor(ground);
        pen.fill(new RoundRectangle2D.Double(0, 0, size, size, size * corner * 2, size * corner * 2));
        pen.setColor(ink);
        pen.scale(size / (double) UNIT, size / (double) UNIT);
        pen.fill(sign);
        pen.dispose();
        return PictureEncoder.png(image);
    }

    /// An ICO with one PNG inside, as Windows Vista and later and every browser read.
    private static byte[] ico(byte[] png) {
        ByteBuffer out = ByteBuffer.allocate(22 + png.length).order(ByteOrder.LITTLE_ENDIAN);
        out.putShort((short) 0).putShort((short) 1).putShort((short) 1);
        out.put((byte) 32).put((byte) 32).put((byte) 0).put((byte) 0);
        out.putShort((short) 1).putShort((short) 32).putInt(png.length).putInt(22);
        return out.put(png).array();
    }
}
