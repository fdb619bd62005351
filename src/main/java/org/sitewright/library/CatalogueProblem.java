package org.sitewright.library;

import java.nio.file.Path;
import org.sitewright.work.Problem;

/// Something in the assets folder cannot be used.
public final class CatalogueProblem extends Problem {
    CatalogueProblem(Path file, String wrong) {
        super("SW-CATALOGUE", file + ": " + wrong, "Mend the file, or install the program again.");
    }
}
