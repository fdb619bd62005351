package org.sitewright.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FieldsTest {
    private static final Value RYE = new Value.Text("Rye");
    private static final Value BUN = new Value.Text("Bun");

    private final Fields fields = new Fields(Map.of(
            "items",
            new Value.Items(List.of(
                    new Value.Item("ia", new Fields(Map.of("text", RYE))),
                    new Value.Item("1", new Fields(Map.of("text", BUN)))))));

    @Test
    void findsFieldsOfItemsByIdAndByPlace() {
        assertThat(fields.get(FieldPath.parse("items.ia.text"))).contains(RYE);
        assertThat(fields.get(FieldPath.parse("items.0.text"))).contains(RYE);
        assertThat(fields.get(FieldPath.parse("items.1.text"))).contains(BUN);
    }

    @Test
    void anIdWinsOverAPlace() {
        Fields turned = new Fields(Map.of(
                "items",
                new Value.Items(List.of(
                        new Value.Item("1", new Fields(Map.of("text", RYE))),
                        new Value.Item("ib", new Fields(Map.of("text", BUN)))))));
        assertThat(turned.get(FieldPath.parse("items.1.text"))).contains(RYE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"other", "items.2.text", "items.-1.text", "items.9999999.text", "items.ia", "items.ia.none.x"})
    void findsNothingWhereNothingIs(String path) {
        assertThat(fields.get(FieldPath.parse(path))).isEqualTo(Optional.empty());
    }

    @Test
    void setsOneFieldAndSharesTheRest() {
        Fields changed = fields.with(FieldPath.parse("items.ia.text"), BUN);
        assertThat(changed.get(FieldPath.parse("items.0.text"))).contains(BUN);
        assertThat(changed.items("items").get(1)).isSameAs(fields.items("items").get(1));
        assertThat(fields.get(FieldPath.parse("items.0.text"))).contains(RYE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"items.5.text", "items.ia", "none.0.text", "items.ia.text.0.x"})
    void refusesToSetThroughWhatIsNotThere(String path) {
        assertThatThrownBy(() -> fields.with(FieldPath.parse(path), RYE)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void keepsTheOrderInWhichFieldsWereSet() {
        Fields made = Fields.EMPTY.with("z", RYE).with("a", BUN).with("z", BUN);
        assertThat(made.values().keySet()).containsExactly("z", "a");
        assertThat(made.without("z").values()).isEqualTo(Map.of("a", BUN));
    }

    @Test
    void cannotBeChangedThroughTheMapItWasMadeFrom() {
        Map<String, Value> map = new LinkedHashMap<>(Map.of("a", RYE));
        Fields made = new Fields(map);
        map.put("b", BUN);
        assertThat(made.values()).hasSize(1);
        assertThatThrownBy(() -> made.values().clear()).isInstanceOf(UnsupportedOperationException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ".", "a.", ".a", "a..b", "a. .b"})
    void aPathHasNoEmptyStep(String text) {
        assertThatThrownBy(() -> FieldPath.parse(text)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aPathReadsAsItIsWritten() {
        FieldPath path = FieldPath.parse("items.2.text");
        assertThat(path).isEqualTo(FieldPath.of("items", "2", "text")).hasToString("items.2.text");
        assertThat(path.rest().first()).isEqualTo("2");
        assertThat(path.isLast()).isFalse();
        assertThat(path.rest().rest().isLast()).isTrue();
    }
}
