package org.sitewright.library.component;

/// Something in the code of a component that is left out when it is shown.
///
/// @param line from 1
/// @param what as it stands there, shortened
/// @param why it is left out, and what to write instead
public record CodeProblem(Part part, int line, String what, String why) {
    /// The three texts that a component is made of.
    public enum Part {
        HTML,
        CSS,
        JAVASCRIPT
    }

    static String shortened(String text) {
        String line = text.strip().replaceAll("\\s+", " ");
        return line.length() > 60 ? line.substring(0, 59) + "…" : line;
    }
}
