package org.sitewright.render;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class RulesBlockTest {
    private static final String OURS = RulesBlock.BEGIN + "Header set A b\n" + RulesBlock.END;

    @Test
    void takesThePlaceOfTheBlockThatIsThere() {
        String before = "a\r\n" + RulesBlock.BEGIN + "old\n" + RulesBlock.END + "b";
        assertThat(merged(before)).isEqualTo("a\r\n" + OURS + "b");
        assertThat(others(before)).isEqualTo("a\r\nb");
    }

    @Test
    void takesNothingOfOthersWhereALineIsLost() {
        String noEnd = RulesBlock.BEGIN + "old\nmine\n";
        assertThat(merged(noEnd)).isEqualTo(noEnd + "\n" + OURS);
        assertThat(merged(merged(noEnd))).isEqualTo(noEnd + "\n" + OURS);
        String noBegin = "mine\n" + RulesBlock.END + "more\n";
        assertThat(merged(noBegin)).isEqualTo(noBegin + "\n" + OURS);
        assertThat(others(merged(noBegin))).isEqualTo(noBegin + "\n");
    }

    @Test
    void standsAloneWhereNothingElseIs() {
        assertThat(merged(" \n")).isEqualTo(OURS);
        assertThat(others(OURS)).isEmpty();
    }

    @Property
    void keepsEveryByteOfOthers(@ForAll byte[] theirs) {
        byte[] once = RulesBlock.merged(theirs, bytes(OURS));
        assertThat(RulesBlock.merged(once, bytes(OURS))).isEqualTo(once);
        byte[] left = RulesBlock.others(once);
        boolean blank = new String(theirs, StandardCharsets.ISO_8859_1).isBlank();
        assertThat(blank ? left.length : Arrays.mismatch(Arrays.copyOf(left, theirs.length), theirs))
                .isEqualTo(blank ? 0 : -1);
    }

    private static String merged(String there) {
        return new String(RulesBlock.merged(bytes(there), bytes(OURS)), StandardCharsets.UTF_8);
    }

    private static String others(String there) {
        return new String(RulesBlock.others(bytes(there)), StandardCharsets.UTF_8);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
