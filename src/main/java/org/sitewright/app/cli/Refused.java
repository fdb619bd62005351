package org.sitewright.app.cli;

import org.sitewright.work.Problem;

/// It is not allowed as things are: exit code 4.
final class Refused extends Problem {
    Refused(String happened, String remedy) {
        super("SW-CLI-REFUSED", happened, remedy);
    }
}
