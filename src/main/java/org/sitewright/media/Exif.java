package org.sitewright.media;

/// Reads the one thing of EXIF that matters to how a picture looks (EXIF 2.3, tag 0x0112; TIFF 6.0 structure).
final class Exif {
    private static final int ORIENTATION = 0x0112;

    private Exif() {}

    /// The orientation that a TIFF block says, 1 to 8; 1 when it says none or is damaged.
    static int orientation(byte[] content, int from, int end) {
        try {
            ByteCursor head = new ByteCursor(content, from, end);
            boolean little = head.u16() == 0x4949;
            long magic = little ? head.u16Little() : head.u16();
            if (magic != 42) {
                return 1;
            }
            head.skip((little ? head.u32Little() : head.u32()) - 8);
            int count = little ? head.u16Little() : head.u16();
            for (int i = 0; i < count; i++) {
                int tag = little ? head.u16Little() : head.u16();
                head.skip(6);
                int value = little ? head.u16Little() : head.u16();
                head.skip(2);
                if (tag == ORIENTATION) {
                    return value >= 1 && value <= 8 ? value : 1;
                }
            }
            return 1;
        } catch (MalformedPicture damaged) {
            return 1;
        }
    }
}
