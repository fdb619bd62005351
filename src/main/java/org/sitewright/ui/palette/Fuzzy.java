package org.sitewright.ui.palette;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeSet;

/// Finds what a person may mean by a few letters: whole words first, then parts of words, then letters in order from
/// the beginnings of words. Accents and case make no difference.
record Fuzzy(List<String> words) {
    private static final int WORD = 100;
    private static final int START = 80;
    private static final int INSIDE = 40;
    private static final int SCATTERED = 10;
    /// Longer texts have the beginnings of any few letters somewhere.
    private static final int LONGEST_SCATTERED = 100;

    /// @param score higher is nearer
    /// @param at the places in the text that were meant, in order
    record Match(int score, List<Integer> at) {
        static final Match NONE = new Match(0, List.of());
    }

    static Fuzzy of(String query) {
        String plain = plain(query).strip();
        return new Fuzzy(plain.isEmpty() ? List.of() : List.of(plain.split("\\s+")));
    }

    boolean isEmpty() {
        return words.isEmpty();
    }

    boolean hasSeveral() {
        return words.size() > 1;
    }

    Optional<Match> in(String text) {
        return inPlain(plain(text));
    }

    /// Every word of the query must be found.
    ///
    /// @param plain what [#plain] made of a text
    Optional<Match> inPlain(String plain) {
        TreeSet<Integer> at = new TreeSet<>();
        int score = 0;
        for (String word : words) {
            int here = find(word, plain, at);
            if (here == 0) {
                return Optional.empty();
            }
            score += here;
        }
        // Of two that fit alike the shorter one is meant.
        return Optional.of(new Match(score * 8 - Math.min(plain.length(), 60), new ArrayList<>(at)));
    }

    private static int find(String word, String text, TreeSet<Integer> at) {
        int best = -1;
        int score = 0;
        for (int from = text.indexOf(word); from >= 0; from = text.indexOf(word, from + 1)) {
            int here = rate(word, text, from);
            if (here > score) {
                score = here;
                best = from;
            }
        }
        if (best >= 0) {
            for (int i = 0; i < word.length(); i++) {
                at.add(best + i);
            }
            return score + (best == 0 ? 10 : 0);
        }
        return text.length() > LONGEST_SCATTERED ? 0 : scattered(word, text, at);
    }

    private static int rate(String word, String text, int from) {
        boolean starts = from == 0 || !Character.isLetterOrDigit(text.charAt(from - 1));
        int end = from + word.length();
        boolean ends = end == text.length() || !Character.isLetterOrDigit(text.charAt(end));
        return starts ? ends ? WORD : START : INSIDE;
    }

    /// Letters in order, each beside the one before or at the start of a word.
    private static int scattered(String word, String text, TreeSet<Integer> at) {
        List<Integer> places = new ArrayList<>();
        int from = 0;
        for (int i = 0; i < word.length(); i++) {
            int place = -1;
            for (int k = from; k < text.length() && place < 0; k++) {
                boolean starts = k == 0 || !Character.isLetterOrDigit(text.charAt(k - 1));
                boolean follows = i > 0 && k == from;
                place = text.charAt(k) == word.charAt(i) && (starts || follows) ? k : -1;
            }
            if (place < 0) {
                return 0;
            }
            places.add(place);
            from = place + 1;
        }
        at.addAll(places);
        return SCATTERED;
    }

    /// As long as the text itself, so that places in one are places in the other.
    static String plain(String text) {
        if (text.chars().allMatch(each -> each < 128)) {
            return text.toLowerCase(Locale.ROOT);
        }
        StringBuilder out = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char each = text.charAt(i);
            if (each >= 128) {
                String parts = Normalizer.normalize(String.valueOf(each), Normalizer.Form.NFD);
                out.append(parts.charAt(0));
            } else {
                out.append(each);
            }
        }
        String lower = out.toString().toLowerCase(Locale.ROOT);
        return lower.length() == text.length() ? lower : text;
    }
}
