package org.sitewright.publish;

import java.nio.charset.StandardCharsets;
import java.util.Optional;

/// What most file systems of servers do not take as a name.
public final class HostNames {
    private static final int LONGEST = 255;

    private HostNames() {}

    /// Why a Unix file system takes no file of this path; empty when it does.
    public static Optional<String> objection(String path) {
        for (String name : path.split("/", -1)) {
            if (name.getBytes(StandardCharsets.UTF_8).length > LONGEST) {
                return Optional.of("has a name of more than " + LONGEST + " bytes");
            }
        }
        return Optional.empty();
    }
}
