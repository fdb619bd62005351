package org.sitewright.media;

import java.nio.charset.StandardCharsets;

/// Reads numbers out of a picture's bytes and tells when they end too early.
final class ByteCursor {
    private final byte[] content;
    private final int end;
    private int at;

    ByteCursor(byte[] content) {
        this(content, 0, content.length);
    }

    ByteCursor(byte[] content, int from, int end) {
        this.content = content;
        this.at = from;
        this.end = end;
    }

    int at() {
        return at;
    }

    boolean atEnd() {
        return at >= end;
    }

    int left() {
        return end - at;
    }

    void skip(long count) {
        if (count < 0 || count > left()) {
            throw MalformedPicture.cut();
        }
        at += (int) count;
    }

    int u8() {
        if (at >= end) {
            throw MalformedPicture.cut();
        }
        return content[at++] & 0xff;
    }

    int u16() {
        return u8() << 8 | u8();
    }

    int u16Little() {
        return u8() | u8() << 8;
    }

    int u24Little() {
        return u8() | u8() << 8 | u8() << 16;
    }

    long u32() {
        return (long) u16() << 16 | u16();
    }

    long u32Little() {
        return u16Little() | (long) u16Little() << 16;
    }

    /// The next bytes as Latin-1 text.
    String text(int count) {
        int from = at;
        skip(count);
        return new String(content, from, count, StandardCharsets.ISO_8859_1);
    }
}
