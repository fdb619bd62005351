package org.sitewright.library.component;

import java.util.ArrayList;
import java.util.List;
import org.sitewright.library.component.CodeProblem.Part;

/// The three texts of a component.
public record ComponentCode(String html, String css, String javascript) {
    /// The most characters of each.
    public static final int LONGEST = 64 * 1024;

    public boolean hasScript() {
        return !javascript.isBlank();
    }

    /// What would be left out when it is shown, by part and line.
    public List<CodeProblem> problems() {
        List<CodeProblem> all = new ArrayList<>(tooLong(Part.HTML, html));
        all.addAll(tooLong(Part.CSS, css));
        all.addAll(tooLong(Part.JAVASCRIPT, javascript));
        if (all.isEmpty()) {
            all.addAll(SafeHtml.of(html).problems());
            all.addAll(ScopedCss.of(css, "c-00000000").problems());
        }
        return all;
    }

    public boolean isTooLong() {
        return html.length() > LONGEST || css.length() > LONGEST || javascript.length() > LONGEST;
    }

    private static List<CodeProblem> tooLong(Part part, String text) {
        return text.length() <= LONGEST
                ? List.of()
                : List.of(new CodeProblem(
                        part, 1, text.length() + " characters", "A component holds at most " + LONGEST + " of each."));
    }
}
