package org.sitewright.render;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Ellipse2D;
import java.awt.geom.RoundRectangle2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;
import org.sitewright.library.color.Palette;
import org.sitewright.site.Site;
import org.sitewright.text.Html;

/// Makes a site's icons from its colours and initial: SVG for browsers that take it, PNG and ICO for the rest.
final class Favicons {
    private Favicons() {}

    static List<OutputFile> of(Site site) {
        Map<String, String> roles = Palette.of(site.theme()).light();
        String ground = String.valueOf(roles.get("accent"));
        String ink = String.valueOf(roles.get("on-accent"));
        return List.of(
                file("favicon.svg", "image/svg+xml", svg(site, ground, ink).getBytes(StandardCharsets.UTF_8)),
                file("apple-touch-icon.png", "image/png", png(180, ground, ink, false)),
                file("favicon.ico", "image/x-icon", ico(png(32, ground, ink, true))));
    }

    private static OutputFile file(String path, String type, byte[] content) {
        return OutputFile.of(path, type, CacheControl.REVALIDATE, Bytes.of(content));
    }

    private static String svg(Site site, String ground, String ink) {
        String initial = site.name().strip().isEmpty()
                ? ""
                : new String(Character.toChars(
                        Character.toUpperCase(site.name().strip().codePointAt(0))));
        return "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 64 64\"><rect width=\"64\" height=\"64\" rx=\"15\" fill=\""
                + ground + "\"/><text x=\"32\" y=\"46\" text-anchor=\"middle\" font-family=\"system-ui,sans-serif\" "
                + "font-weight=\"700\" font-size=\"40\" fill=\"" + ink + "\">" + Html.escape(initial)
                + "</text></svg>\n";
    }

    /// A mark of plain shapes: letters would come out differently from one computer to the next.
    private static byte[] png(int size, String ground, String ink, boolean rounded) {
        BufferedImage image = new BufferedImage(size, size, BufferedImage.TYPE_INT_ARGB);
        Graphics2D pen = image.createGraphics();
        pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        double corner = rounded ? size * 0.46 : 0;
        pen.setColor(Color.decode(ground));
        pen.fill(new RoundRectangle2D.Double(0, 0, size, size, corner, corner));
        pen.setColor(Color.decode(ink));
        pen.fill(new Ellipse2D.Double(size * 0.24, size * 0.24, size * 0.52, size * 0.52));
        pen.setColor(Color.decode(ground));
        pen.fill(new Ellipse2D.Double(size * 0.42, size * 0.18, size * 0.40, size * 0.40));
        pen.dispose();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, "png", out);
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
        return out.toByteArray();
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
