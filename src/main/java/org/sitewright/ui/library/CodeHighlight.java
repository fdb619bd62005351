package org.sitewright.ui.library;

import java.util.Collection;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.fxmisc.richtext.model.StyleSpans;
import org.fxmisc.richtext.model.StyleSpansBuilder;
import org.sitewright.library.component.CodeProblem.Part;

/// Names the parts of code by style classes, so that they can be coloured.
final class CodeHighlight {
    private static final List<String> NAMES = List.of("comment", "string", "tag", "attribute", "keyword", "number");
    private static final Pattern HTML = Pattern.compile("(?<comment><!--[\\s\\S]*?(?:-->|\\z))"
            + "|(?<string>\"[^\"<>]*\")"
            + "|(?<tag></?[A-Za-z][A-Za-z0-9-]*|/?>)"
            + "|(?<keyword>\\bdata-(?:field|label)[a-z-]*)"
            + "|(?<attribute>\\b[a-z][a-z-]*(?==\"))"
            + "|(?<number>&[#\\w]+;)");
    private static final Pattern CSS = Pattern.compile("(?<comment>/\\*[\\s\\S]*?(?:\\*/|\\z))"
            + "|(?<string>\"[^\"\\n]*\"|'[^'\\n]*')"
            + "|(?<keyword>@[\\w-]+|!important)"
            + "|(?<attribute>(?<![\\w.#-])--?[a-z][\\w-]*|\\b[a-z-]+(?=\\s*:\\s))"
            + "|(?<tag>[.&:#][a-zA-Z][\\w-]*)"
            + "|(?<number>(?<![\\w-])\\d*\\.?\\d+(?:[a-z%]+)?)");
    private static final Pattern JAVASCRIPT = Pattern.compile("(?<comment>/\\*[\\s\\S]*?(?:\\*/|\\z)|//[^\\n]*)"
            + "|(?<string>\"[^\"\\n]*\"|'[^'\\n]*'|`[^`]*`)"
            + "|(?<keyword>\\b(?:const|let|var|function|return|if|else|for|while|of|in|new|class|async|await|try|catch"
            + "|finally|throw|switch|case|break|continue|true|false|null|undefined|typeof|this)\\b)"
            + "|(?<tag>\\broot\\b)"
            + "|(?<attribute>\\b[\\w$]+(?=\\())"
            + "|(?<number>\\b\\d+(?:\\.\\d+)?\\b)");

    private CodeHighlight() {}

    static StyleSpans<Collection<String>> of(Part part, String text) {
        Pattern pattern =
                switch (part) {
                    case HTML -> HTML;
                    case CSS -> CSS;
                    case JAVASCRIPT -> JAVASCRIPT;
                };
        Matcher matcher = pattern.matcher(text);
        StyleSpansBuilder<Collection<String>> spans = new StyleSpansBuilder<>();
        int at = 0;
        while (matcher.find()) {
            spans.add(List.of(), matcher.start() - at);
            spans.add(List.of("code-" + kind(matcher)), matcher.end() - matcher.start());
            at = matcher.end();
        }
        spans.add(List.of(), text.length() - at);
        return spans.create();
    }

    private static String kind(Matcher matcher) {
        for (String name : NAMES) {
            if (matcher.start(name) >= 0) {
                return name;
            }
        }
        throw new IllegalStateException("a match without a group");
    }
}
