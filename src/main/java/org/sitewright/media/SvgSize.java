package org.sitewright.media;

import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;

/// How large a drawing wants to be shown, in CSS pixels (SVG 2, 8.12: the view box gives the proportions).
record SvgSize(int width, int height) {
    private static final SvgSize UNSAID = new SvgSize(300, 150);
    private static final int LARGEST = 20_000;
    private static final Pattern LENGTH = Pattern.compile("\\s*([0-9]*\\.?[0-9]+)(px)?\\s*");

    static SvgSize of(byte[] cleanDrawing) {
        return SvgCleaner.root(new String(cleanDrawing, StandardCharsets.UTF_8))
                .map(SvgSize::of)
                .orElse(UNSAID);
    }

    static SvgSize of(Element svg) {
        double width = length(svg.attr("width"));
        double height = length(svg.attr("height"));
        String[] box = svg.attr("viewBox").strip().split("[\\s,]+");
        double boxWidth = box.length == 4 ? length(box[2]) : 0;
        double boxHeight = box.length == 4 ? length(box[3]) : 0;
        if (boxWidth > 0 && boxHeight > 0) {
            if (width > 0) {
                return rounded(width, width * boxHeight / boxWidth);
            }
            return height > 0 ? rounded(height * boxWidth / boxHeight, height) : rounded(boxWidth, boxHeight);
        }
        return width > 0 && height > 0 ? rounded(width, height) : UNSAID;
    }

    private static SvgSize rounded(double width, double height) {
        double shrink = Math.min(1, LARGEST / Math.max(width, height));
        return new SvgSize(
                Math.max(1, (int) Math.round(width * shrink)), Math.max(1, (int) Math.round(height * shrink)));
    }

    private static double length(String text) {
        Matcher number = LENGTH.matcher(text);
        return number.matches() && text.length() < 20 ? Double.parseDouble(number.group(1)) : 0;
    }
}
