package org.sitewright.backup;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// A PDF of one A4 page (ISO 32000-1) with text in the fonts that every reader has, and filled squares.
final class SheetPdf {
    static final int WIDTH = 595;
    static final int HEIGHT = 842;

    private final StringBuilder page = new StringBuilder();

    /// The fonts by the names under which the page knows them.
    enum Font {
        PLAIN("Helvetica"),
        BOLD("Helvetica-Bold"),
        MONO("Courier");

        private final String base;

        Font(String base) {
            this.base = base;
        }
    }

    /// @param x from the left, in points
    /// @param y of the base line from the bottom, in points
    void text(Font font, int size, double x, double y, String words) {
        page.append(
                String.format(Locale.ROOT, "BT /%s %d Tf %.1f %.1f Td (%s) Tj ET%n", font, size, x, y, escaped(words)));
    }

    void square(double x, double y, double side) {
        page.append(String.format(Locale.ROOT, "%.3f %.3f %.3f %.3f re f%n", x, y, side, side));
    }

    /// What the plain fonts do not have becomes a question mark.
    private static String escaped(String words) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < words.length(); i++) {
            char c = words.charAt(i);
            if (c == '(' || c == ')' || c == '\\') {
                text.append('\\');
            }
            text.append(c >= ' ' && c <= '~' ? c : '?');
        }
        return text.toString();
    }

    byte[] print() {
        List<String> objects = new ArrayList<>();
        StringBuilder fonts = new StringBuilder();
        int number = 5;
        for (Font font : Font.values()) {
            fonts.append(String.format(Locale.ROOT, "/%s %d 0 R ", font, number++));
        }
        objects.add("<< /Type /Catalog /Pages 2 0 R >>");
        objects.add("<< /Type /Pages /Kids [3 0 R] /Count 1 >>");
        objects.add(String.format(
                Locale.ROOT,
                "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 %d %d] /Contents 4 0 R /Resources << /Font << %s>> >> >>",
                WIDTH,
                HEIGHT,
                fonts));
        objects.add("<< /Length " + page.length() + " >>\nstream\n" + page + "endstream");
        for (Font font : Font.values()) {
            objects.add("<< /Type /Font /Subtype /Type1 /BaseFont /" + font.base + " >>");
        }
        return file(objects);
    }

    private static byte[] file(List<String> objects) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes("%PDF-1.4\n".getBytes(StandardCharsets.US_ASCII));
        StringBuilder table = new StringBuilder("0000000000 65535 f \n");
        for (int i = 0; i < objects.size(); i++) {
            table.append(String.format(Locale.ROOT, "%010d 00000 n \n", out.size()));
            out.writeBytes(((i + 1) + " 0 obj\n" + objects.get(i) + "\nendobj\n").getBytes(StandardCharsets.US_ASCII));
        }
        int start = out.size();
        int size = objects.size() + 1;
        out.writeBytes(("xref\n0 " + size + "\n" + table + "trailer\n<< /Size " + size + " /Root 1 0 R >>\nstartxref\n"
                        + start + "\n%%EOF\n")
                .getBytes(StandardCharsets.US_ASCII));
        return out.toByteArray();
    }
}
