package org.sitewright.preview;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sitewright.site.FieldPath;
import org.sitewright.site.SectionId;
import tools.jackson.databind.json.JsonMapper;

class CanvasEventTest {
    private static final String ID = "11111111-2222-4333-8444-555555555555";
    private static final SectionId SECTION = SectionId.parse(ID);

    @Test
    void readsWhatTheCanvasSays() {
        assertThat(CanvasEvent.read("{\"type\":\"ready\"}")).contains(new CanvasEvent.Ready());
        assertThat(CanvasEvent.read(of("select", "")))
                .contains(new CanvasEvent.Select(SECTION, CanvasEvent.How.ALONE, ""));
        assertThat(CanvasEvent.read(of("move", ",\"by\":-1"))).contains(new CanvasEvent.Move(SECTION, -1));
        assertThat(CanvasEvent.read(of("move", ",\"by\":500"))).contains(new CanvasEvent.Move(SECTION, 1));
        assertThat(CanvasEvent.read(of("typed", ",\"path\":\"items.2.text\",\"value\":\"a <b\",\"kind\":\"text\"")))
                .contains(new CanvasEvent.Typed(SECTION, FieldPath.of("items", "2", "text"), "a <b"));
    }

    @Test
    void richTextIsCleanedBeforeItGetsAnyFurther() {
        String value = "<img src=x onerror=alert(1)><b>Bread</b><script>alert(1)</script>";
        String message = of(
                "typed",
                ",\"path\":\"title\",\"kind\":\"inline\",\"value\":"
                        + JsonMapper.shared().writeValueAsString(value));
        assertThat(CanvasEvent.read(message))
                .contains(new CanvasEvent.Typed(SECTION, FieldPath.of("title"), "<strong>Bread</strong>"));
        assertThat(CanvasEvent.read(message.replace("inline", "block")))
                .contains(new CanvasEvent.Typed(SECTION, FieldPath.of("title"), "<p><strong>Bread</strong></p>"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "null",
                "[]",
                "\"ready\"",
                "7",
                "{",
                "{}",
                "{\"type\":null}",
                "{\"type\":[\"ready\"]}",
                "{\"type\":\"READY\"}",
                "{\"type\":\"eval\",\"code\":\"1\"}",
                "{\"type\":\"select\"}",
                "{\"type\":\"select\",\"section\":\"\"}",
                "{\"type\":\"select\",\"section\":null}",
                "{\"type\":\"select\",\"section\":{\"x\":1}}",
                "{\"type\":\"select\",\"section\":\"../../etc/passwd\"}",
                "{\"type\":\"typed\",\"section\":\"" + ID + "\"}",
                "{\"type\":\"typed\",\"section\":\"" + ID + "\",\"path\":\"\",\"value\":\"x\"}",
                "{\"type\":\"typed\",\"section\":\"" + ID + "\",\"path\":\"a..b\",\"value\":\"x\"}",
                "{\"type\":\"picture\",\"section\":\"" + ID + "\",\"path\":\".\"}",
                "{\"type\":\"move\",\"by\":1e999999999}",
                "ready"
            })
    void whateverIsNoMessageIsNothing(String hostile) {
        assertThat(CanvasEvent.read(hostile)).isEmpty();
    }

    @Test
    void numbersThatAreNoneMoveByOne() {
        for (String by : new String[] {"1e400", "99999999999999999999", "\"x\"", "null", "[]", "0.5"}) {
            assertThat(CanvasEvent.read(of("move", ",\"by\":" + by))).as(by).contains(new CanvasEvent.Move(SECTION, 1));
        }
    }

    @Test
    void tooDeepAndTooLongIsNothing() {
        assertThat(CanvasEvent.read("[".repeat(100_000))).isEmpty();
        assertThat(CanvasEvent.read("{\"type\":".repeat(5_000) + "1" + "}".repeat(5_000)))
                .isEmpty();
        assertThat(CanvasEvent.read(of("typed", ",\"path\":\"title\",\"value\":\"" + "x".repeat(200_001) + "\"")))
                .isEmpty();
        assertThat(CanvasEvent.read(of("typed", ",\"path\":\"title\",\"value\":\"" + "x".repeat(200_000) + "\"")))
                .isPresent();
    }

    @Property(tries = 300)
    void noTextWhateverThrows(@ForAll String text) {
        assertThat(CanvasEvent.read(text)).isEmpty();
        assertThat(CanvasEvent.read(
                        of("typed", ",\"path\":" + JsonMapper.shared().writeValueAsString(text))))
                .isNotNull();
    }

    @Test
    void ordersCannotBecomeCode() {
        String hostile = "\"); alert(1); (\"</script>\u2028\\";
        CanvasOrder order = CanvasOrder.section(SECTION, hostile);
        String arguments =
                order.script().replaceFirst("^swCanvas\\.section\\(", "[").replaceFirst("\\)$", "]");
        String[] read = JsonMapper.shared().readValue(arguments, String[].class);
        assertThat(read).containsExactly(ID, hostile);
    }

    private static String of(String type, String more) {
        return "{\"type\":\"" + type + "\",\"section\":\"" + ID + "\"" + more + "}";
    }
}
