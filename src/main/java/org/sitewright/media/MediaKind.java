package org.sitewright.media;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// The kinds of pictures and files that a site may have, told by their bytes and never by their name.
public enum MediaKind {
    JPEG("image/jpeg", "jpg"),
    PNG("image/png", "png"),
    WEBP("image/webp", "webp"),
    GIF("image/gif", "gif"),
    SVG("image/svg+xml", "svg"),
    PDF("application/pdf", "pdf");

    /// How far into a file the `<svg` of a picture may stand, after comments and declarations.
    private static final int SVG_WITHIN = 4096;

    private final String contentType;
    private final String extension;

    MediaKind(String contentType, String extension) {
        this.contentType = contentType;
        this.extension = extension;
    }

    public String contentType() {
        return contentType;
    }

    /// The ending of a file name, without the dot.
    public String extension() {
        return extension;
    }

    /// The kind with that content type.
    public static Optional<MediaKind> ofContentType(String contentType) {
        return Arrays.stream(values())
                .filter(kind -> kind.contentType.equals(contentType))
                .findFirst();
    }

    /// The kind whose signature the bytes begin with.
    public static Optional<MediaKind> of(byte[] content) {
        if (begins(content, 0, "\u00ff\u00d8\u00ff")) {
            return Optional.of(JPEG);
        }
        if (begins(content, 0, "\u0089PNG\r\n\u001a\n")) {
            return Optional.of(PNG);
        }
        if (begins(content, 0, "RIFF") && begins(content, 8, "WEBP")) {
            return Optional.of(WEBP);
        }
        if (begins(content, 0, "GIF87a") || begins(content, 0, "GIF89a")) {
            return Optional.of(GIF);
        }
        if (begins(content, 0, "%PDF-")) {
            return Optional.of(PDF);
        }
        return looksLikeSvg(content) ? Optional.of(SVG) : Optional.empty();
    }

    private static boolean looksLikeSvg(byte[] content) {
        int length = Math.min(content.length, SVG_WITHIN);
        boolean wide = begins(content, 0, "\u00ff\u00fe") || begins(content, 0, "\u00fe\u00ff");
        String start = new String(content, 0, length, wide ? StandardCharsets.UTF_16 : StandardCharsets.UTF_8)
                .replace("\uFEFF", "")
                .stripLeading()
                .toLowerCase(Locale.ROOT);
        return start.startsWith("<") && (start.contains("<svg") || start.contains("<svg:svg"));
    }

    private static boolean begins(byte[] content, int at, String signature) {
        if (content.length < at + signature.length()) {
            return false;
        }
        for (int i = 0; i < signature.length(); i++) {
            if ((content[at + i] & 0xff) != signature.charAt(i)) {
                return false;
            }
        }
        return true;
    }
}
