package org.sitewright.media;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// The kinds of pictures and files that a site may have, told by their bytes and never by their name.
public enum MediaKind {
    JPEG("image/jpeg", "jpg"),
    PNG("image/png", "png"),
    WEBP("image/webp", "webp"),
    GIF("image/gif", "gif"),
    SVG("image/svg+xml", "svg"),
    PDF("application/pdf", "pdf"),
    MP4("video/mp4", "mp4"),
    WEBM("video/webm", "webm");

    /// How far into a file the `<svg` of a picture may stand, after comments and declarations.
    private static final int SVG_WITHIN = 4096;

    /// How far into a Matroska file its document type may stand (RFC 8794).
    private static final int EBML_WITHIN = 64;

    private static final Set<String> HEIF_BRANDS =
            Set.of("avif", "avis", "heic", "heix", "hevc", "heim", "heis", "mif1", "msf1");

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

    /// Whether it is kept and served as a file, and never opened as a picture.
    public boolean isFile() {
        return this == PDF || this == MP4 || this == WEBM;
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
        if (begins(content, 4, "ftyp")) {
            return isVideoBrand(new String(content, 8, 4, StandardCharsets.ISO_8859_1))
                    ? Optional.of(MP4)
                    : Optional.empty();
        }
        if (begins(content, 0, "\u001aE\u00df\u00a3")) {
            String head = new String(content, 0, Math.min(content.length, EBML_WITHIN), StandardCharsets.ISO_8859_1);
            return head.contains("webm") ? Optional.of(WEBM) : Optional.empty();
        }
        return looksLikeSvg(content) ? Optional.of(SVG) : Optional.empty();
    }

    /// Whether the bytes are a picture in one of the wrappings of HEIF (ISO/IEC 23008-12), as AVIF and HEIC are.
    static boolean looksLikeHeif(byte[] content) {
        return begins(content, 4, "ftyp")
                && content.length >= 12
                && HEIF_BRANDS.contains(new String(content, 8, 4, StandardCharsets.ISO_8859_1));
    }

    /// ISO/IEC 14496-12: the brand says what may play the file. QuickTime's own does not play in every browser.
    private static boolean isVideoBrand(String brand) {
        return brand.matches("isom|iso[2-9]|mp4[12]|avc1|M4V |MSNV|dash|f4v ");
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
