package org.sitewright.preview;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ChangedWordsTest {
    private static final String START = "<section><h2 class=\"h2\" data-sw-edit=\"title\" data-sw-type=\"inline\">";
    private static final String END = "</h2><p data-sw-edit=\"text\">And more</p></section>";

    @Property
    void wordsMakeTheNewDrawingOfTheOld(
            @ForAll @StringLength(max = 12) @CharRange(from = 'a', to = 'c') String before,
            @ForAll @StringLength(max = 12) @CharRange(from = 'a', to = 'c') String after) {
        var changed = ChangedWords.between(START + before + END, START + after + END);
        if (before.equals(after)) {
            assertThat(changed).isEmpty();
        } else {
            assertThat(changed).contains(new ChangedWords("title", after));
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "<p data-sw-edit=\"a\">one</p>|<p data-sw-edit=\"a\">one <b>two</b></p>",
                "<p data-sw-edit=\"a\">one <b>two</b></p>|<p data-sw-edit=\"a\">one</p>",
                "<p data-sw-edit=\"a\">one <b>two</b></p>|<p data-sw-edit=\"a\">two <b>two</b></p>",
                "<p data-sw-edit=\"a\"><b>one</b> two</p>|<p data-sw-edit=\"a\"><b>one</b> three</p>",
                "<p data-sw-edit=\"a\">one</p><i>one</i>|<p data-sw-edit=\"a\">two</p><i>two</i>",
                "<p>one</p>|<p>two</p>",
                "<p class=\"x\" data-sw-edit=\"a\">one</p>|<p class=\"y\" data-sw-edit=\"a\">one</p>",
                "<img alt=\"one > two\" data-sw-edit=\"a\">|<img alt=\"one > three\" data-sw-edit=\"a\">",
                "<img data-sw-edit=\"a\" alt=\"one > two\"></p>|<img data-sw-edit=\"a\" alt=\"one > three\"></p>",
                "one|two",
                "<p data-sw-edit=\"a\">one|<p data-sw-edit=\"a\">two"
            })
    void anythingElseIsDrawnAnew(String before, String after) {
        assertThat(ChangedWords.between(before, after)).isEmpty();
    }
}
