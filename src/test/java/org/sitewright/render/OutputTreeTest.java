package org.sitewright.render;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OutputTreeTest {
    @ParameterizedTest
    @CsvSource({
        "menu/index.html, Menu/index.html",
        "caf\u00e9/index.html, cafe\u0301/index.html",
        "\u00c9clair.txt, e\u0301clair.txt",
        "menu, menu/index.html",
    })
    void refusesNamesThatAreOneOnOtherComputers(String one, String other) {
        assertThatThrownBy(() -> OutputTree.of(List.of(file(one), file(other))))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void takesNamesThatOnlyLookAlike() {
        assertThat(OutputTree.of(List.of(file("cafe/index.html"), file("caf\u00e9/index.html")))
                        .files())
                .hasSize(2);
    }

    private static OutputFile file(String path) {
        return OutputFile.of(
                path, "text/plain", CacheControl.REVALIDATE, Bytes.of(path.getBytes(StandardCharsets.UTF_8)));
    }
}
