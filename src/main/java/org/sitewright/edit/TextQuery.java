package org.sitewright.edit;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What is looked for in the words of a site.
///
/// @param wholeWords whether letters or digits beside it rule a place out
public record TextQuery(String text, boolean matchCase, boolean wholeWords) {
    /// How often it is there.
    int count(String in) {
        if (text.isEmpty()) {
            return 0;
        }
        Matcher matcher = pattern().matcher(in);
        int count = 0;
        while (matcher.find()) {
            count++;
        }
        return count;
    }

    String replace(String in, String with) {
        return text.isEmpty() ? in : pattern().matcher(in).replaceAll(Matcher.quoteReplacement(with));
    }

    /// Where it first is; -1 when it is not there.
    public int first(String in) {
        Matcher matcher = pattern().matcher(in);
        return !text.isEmpty() && matcher.find() ? matcher.start() : -1;
    }

    private Pattern pattern() {
        String literal = Pattern.quote(text);
        String bounded = wholeWords ? "(?<![\\p{L}\\p{N}])" + literal + "(?![\\p{L}\\p{N}])" : literal;
        return Pattern.compile(bounded, matchCase ? 0 : Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    }
}
