package org.sitewright.work;

import java.util.Locale;

/// Tells a full disk from other faults: systems say it in words only.
public final class DiskFull {
    public static final String CODE = "SW-DISK-FULL";

    private DiskFull() {}

    public static boolean isCause(Throwable fault) {
        for (Throwable at = fault; at != null; at = at.getCause()) {
            String message = String.valueOf(at.getMessage()).toLowerCase(Locale.ROOT);
            if (message.contains("no space left")
                    || message.contains("not enough space")
                    || message.contains("disk full")
                    || message.contains("quota exceeded")) {
                return true;
            }
        }
        return false;
    }
}
