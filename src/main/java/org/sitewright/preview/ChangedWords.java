package org.sitewright.preview;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The words of one field, where nothing else differs between two drawings of a section: what somebody who types
/// changes with nearly every key. Putting in words costs the page much less than reading the section anew.
///
/// @param path of the field, as `data-sw-edit` names it
/// @param html the words now, as markup without any tag
public record ChangedWords(String path, String html) {
    private static final Pattern FIELD = Pattern.compile(" data-sw-edit=\"([^\"&]+)\"");

    /// Empty when the drawings are the same, or differ in more than the words inside one element that is a field.
    public static Optional<ChangedWords> between(String before, String after) {
        int differs = mismatch(before, after);
        int start = before.lastIndexOf('>', differs - 1) + 1;
        int end = after.indexOf('<', start);
        int endBefore = before.indexOf('<', start);
        if (start == 0 || endBefore < differs || end < differs || !after.startsWith("</", end)) {
            return Optional.empty();
        }
        int rest = after.length() - end;
        if (rest != before.length() - endBefore || !before.regionMatches(endBefore, after, end, rest)) {
            return Optional.empty();
        }
        String tag = after.substring(after.lastIndexOf('<', start - 1), start);
        Matcher field = FIELD.matcher(tag);
        return isWhole(tag) && field.find()
                ? Optional.of(new ChangedWords(field.group(1), after.substring(start, end)))
                : Optional.empty();
    }

    private static int mismatch(String before, String after) {
        int shorter = Math.min(before.length(), after.length());
        int at = 0;
        while (at < shorter && before.charAt(at) == after.charAt(at)) {
            at++;
        }
        return at;
    }

    /// Whether a tag ends where it seems to, and not inside a quoted value that holds a `>`.
    private static boolean isWhole(String tag) {
        return tag.chars().filter(c -> c == '"').count() % 2 == 0;
    }
}
