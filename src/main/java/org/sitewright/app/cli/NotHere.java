package org.sitewright.app.cli;

import org.sitewright.work.Problem;

/// Something was named that is not here: exit code 3.
final class NotHere extends Problem {
    NotHere(String happened, String remedy) {
        super("SW-CLI-404", happened, remedy);
    }
}
