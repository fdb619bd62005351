package org.sitewright.media;

import java.util.Optional;

/// What the first bytes of a picture say about it, read without decoding any of it.
///
/// @param width in pixels, as stored
/// @param height in pixels, as stored
/// @param orientation of EXIF 2.3, 1 to 8; 1 when the picture does not say
/// @param animated whether it has more than one frame, as far as the header tells
record ImageHeader(int width, int height, int orientation, boolean animated) {
    /// Empty when the header is cut or makes no sense.
    static Optional<ImageHeader> of(MediaKind kind, byte[] content) {
        try {
            ImageHeader header =
                    switch (kind) {
                        case JPEG -> JpegParts.header(content);
                        case PNG -> PngParts.header(content);
                        case WEBP -> WebpParts.header(content);
                        case GIF -> GifParts.header(content);
                        case SVG, PDF, MP4, WEBM -> new ImageHeader(0, 0, 1, false);
                    };
            return header.width <= 0 || header.height <= 0 ? Optional.empty() : Optional.of(header);
        } catch (MalformedPicture malformed) {
            return Optional.empty();
        }
    }

    long pixels() {
        return (long) width * height;
    }

    /// Whether width and height change places when the picture is shown.
    boolean sideways() {
        return orientation >= 5;
    }

    int shownWidth() {
        return sideways() ? height : width;
    }

    int shownHeight() {
        return sideways() ? width : height;
    }
}
