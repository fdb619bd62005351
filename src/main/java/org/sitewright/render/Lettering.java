package org.sitewright.render;

import java.awt.Font;
import java.awt.FontFormatException;
import java.awt.Shape;
import java.awt.font.FontRenderContext;
import java.awt.font.LineBreakMeasurer;
import java.awt.font.TextAttribute;
import java.awt.font.TextLayout;
import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.text.AttributedString;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.sitewright.library.FontFamily;

/// Sets text as outlines, in a font of the catalogue. What the font has no letters for is set in the computer's own
/// font, so that only such text may look different on another computer.
final class Lettering {
    private static final FontRenderContext PLAIN = new FontRenderContext(null, true, true);

    private final List<Font> fonts;

    private Lettering(List<Font> fonts) {
        this.fonts = List.copyOf(fonts);
    }

    /// @param heavy whether the heaviest cut is taken, else the lightest
    static Lettering of(FontFamily family, boolean heavy) {
        List<FontFamily.Face> faces = family.canvas().stream()
                .filter(face -> face.style().equals("normal"))
                .toList();
        List<Font> fonts = new ArrayList<>();
        Comparator<FontFamily.Face> weight = Comparator.comparingInt(Lettering::weight);
        faces.stream().map(FontFamily.Face::range).distinct().forEach(range -> faces.stream()
                .filter(face -> face.range().equals(range))
                .max(heavy ? weight : weight.reversed())
                .ifPresent(face -> fonts.add(read(face))));
        fonts.add(new Font(Font.SANS_SERIF, heavy ? Font.BOLD : Font.PLAIN, 1));
        return new Lettering(fonts);
    }

    private static int weight(FontFamily.Face face) {
        return Integer.parseInt(face.weight().replaceFirst("^.* ", ""));
    }

    private static Font read(FontFamily.Face face) {
        try {
            return Font.createFont(Font.TRUETYPE_FONT, face.file().toFile());
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        } catch (FontFormatException damaged) {
            throw new UncheckedIOException(new IOException(face.file() + " is no font", damaged));
        }
    }

    /// Lines of text as one shape, with its first line's top at 0.
    ///
    /// @param lines how many there are
    /// @param height of all lines
    record Block(Shape shape, int lines, double height) {}

    /// @param size in pixels
    /// @param width that no line is longer than
    /// @param leading from line to line, as a multiple of the size
    /// @param tracking between letters, as a multiple of the size
    Block block(String text, float size, float width, double leading, float tracking) {
        AttributedString set = attributed(text, size, tracking);
        LineBreakMeasurer measurer = new LineBreakMeasurer(set.getIterator(), PLAIN);
        Path2D.Float shape = new Path2D.Float();
        double at = size * 0.8;
        int lines = 0;
        while (measurer.getPosition() < text.length()) {
            TextLayout line = measurer.nextLayout(width);
            double left = line.isLeftToRight() ? 0 : width - line.getAdvance();
            shape.append(line.getOutline(AffineTransform.getTranslateInstance(left, at)), false);
            at += size * leading;
            lines++;
        }
        return new Block(shape, lines, size * (0.8 + leading * (lines - 1) + 0.22));
    }

    /// Whether a font of the catalogue has all letters of it.
    boolean isOwn(String text) {
        return text.codePoints().allMatch(letter -> fonts.subList(0, fonts.size() - 1).stream()
                .anyMatch(font -> font.canDisplay(letter)));
    }

    /// The text without what no font here has a letter for.
    String settable(String text) {
        return text.codePoints()
                .filter(letter -> fonts.stream().anyMatch(font -> font.canDisplay(letter)))
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString()
                .strip();
    }

    private AttributedString attributed(String text, float size, float tracking) {
        AttributedString set = new AttributedString(text);
        set.addAttribute(TextAttribute.KERNING, TextAttribute.KERNING_ON);
        set.addAttribute(TextAttribute.TRACKING, tracking);
        int from = 0;
        Font current = font(text.codePointAt(0));
        for (int at = 0; at < text.length(); at += Character.charCount(text.codePointAt(at))) {
            Font wanted = font(text.codePointAt(at));
            if (!wanted.equals(current)) {
                put(set, current, size, tracking, from, at);
                from = at;
                current = wanted;
            }
        }
        put(set, current, size, tracking, from, text.length());
        return set;
    }

    private static void put(AttributedString set, Font font, float size, float tracking, int from, int to) {
        Font sized = font.deriveFont(size)
                .deriveFont(java.util.Map.of(
                        TextAttribute.KERNING, TextAttribute.KERNING_ON, TextAttribute.TRACKING, tracking));
        set.addAttribute(TextAttribute.FONT, sized, from, to);
    }

    private Font font(int letter) {
        return fonts.stream()
                .filter(font -> font.canDisplay(letter))
                .findFirst()
                .orElse(fonts.getLast());
    }
}
