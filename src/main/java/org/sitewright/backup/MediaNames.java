package org.sitewright.backup;

import java.util.Set;
import java.util.TreeSet;
import org.sitewright.media.MediaStore;
import org.sitewright.site.MediaId;

/// Finds the media that rows and events name: every run of 64 hexadecimal digits that the media store knows. So
/// nothing is missed, whatever kind of thing names it.
public final class MediaNames {
    private static final int LENGTH = 64;

    private final MediaStore store;
    private final Set<String> seen = new TreeSet<>();
    private final Set<String> found = new TreeSet<>();

    public MediaNames(MediaStore store) {
        this.store = store;
    }

    public void read(byte[] text) {
        int run = 0;
        for (int at = 0; at <= text.length; at++) {
            if (at < text.length && isDigit(text[at])) {
                run++;
            } else {
                if (run == LENGTH) {
                    take(new String(text, at - LENGTH, LENGTH, java.nio.charset.StandardCharsets.US_ASCII));
                }
                run = 0;
            }
        }
    }

    private void take(String digits) {
        if (seen.add(digits) && store.has(new MediaId(digits))) {
            found.add(digits);
        }
    }

    private static boolean isDigit(byte sign) {
        return (sign >= '0' && sign <= '9') || (sign >= 'a' && sign <= 'f');
    }

    public Set<MediaId> found() {
        Set<MediaId> media = new java.util.LinkedHashSet<>();
        found.forEach(digits -> media.add(new MediaId(digits)));
        return media;
    }
}
