package org.sitewright.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MainTest {
    @Test
    void aLineIsSplitAsAShellDoes() {
        assertThat(Main.words("")).isEmpty();
        assertThat(Main.words("  site   list ")).containsExactly("site", "list");
        assertThat(Main.words("new --name \"The bakery\" --data '/tmp/a b'"))
                .containsExactly("new", "--name", "The bakery", "--data", "/tmp/a b");
        assertThat(Main.words("set \"She said \\\"bread\\\"\" 'it is \"so\"'"))
                .containsExactly("set", "She said \"bread\"", "it is \"so\"");
        assertThat(Main.words("set ''")).containsExactly("set", "");
        assertThat(Main.words("set \"\"")).containsExactly("set", "");
    }

    @Test
    void quotesInsideAWordBelongToIt() {
        assertThat(Main.words("--name=\"The bakery\" --data='/tmp/a b'/c"))
                .containsExactly("--name=The bakery", "--data=/tmp/a b/c");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "ui", "--data /tmp/x", "--data=/tmp/x", "ui --data /tmp/x", "--data=/tmp/x ui"})
    void theWindowOpensWithoutACommand(String line) {
        assertThat(Main.wantsWindow(Main.words(line))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"help", "site list", "--data /tmp/x site list", "ui now", "--version", "--data", "ui ui"})
    void anythingElseIsForTheCommandLine(String line) {
        assertThat(Main.wantsWindow(Main.words(line))).isFalse();
    }

    @Test
    void theArgumentsAreLeftAlone() {
        List<String> words = List.of("--data", "/tmp/x");
        assertThat(Main.wantsWindow(words)).isTrue();
        assertThat(words).containsExactly("--data", "/tmp/x");
    }
}
