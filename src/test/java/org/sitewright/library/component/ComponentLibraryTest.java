package org.sitewright.library.component;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sitewright.fixture.SomeSite;
import org.sitewright.library.Component;
import org.sitewright.library.ComponentRepository;
import org.sitewright.site.Ids;
import org.sitewright.site.MemorySites;
import org.sitewright.site.Site;
import org.sitewright.site.SiteRepository.Change;
import org.sitewright.site.UserId;
import org.sitewright.work.Problem;

class ComponentLibraryTest {
    private static final UserId USER = new UserId(new UUID(1, 1));
    private static final UserId OTHER = new UserId(new UUID(1, 2));
    private static final ComponentCode CODE = new ComponentCode("<p data-field=\"a\">x</p>", "p{color:red}", "");
    private static final Component SHIPPED = new Component(
            new UUID(9, 9), null, "Shipped", "card", "<p>s</p>", "", "", "", true, 0, Instant.EPOCH, Instant.EPOCH);

    private final Clock clock = Clock.fixed(Instant.parse("2026-05-01T00:00:00Z"), ZoneOffset.UTC);
    private final Memory stored = new Memory();
    private final MemorySites sites = new MemorySites(clock);
    private final ComponentLibrary library =
            new ComponentLibrary(List.of(SHIPPED), stored, sites, new Ids(new Random(3)), clock);

    @Test
    void whatIsTakenIsCountedAndStaysPublic() {
        Component copy = library.duplicate(USER, SHIPPED);
        assertThat(copy.owner()).isEqualTo(USER);
        assertThat(copy.name()).isEqualTo("Shipped copy");
        library.export(USER, SHIPPED);
        Component now = library.find(SHIPPED.id()).orElseThrow();
        assertThat(now.downloads()).isEqualTo(2);
        assertThat(now.owner()).isNull();
        assertThat(now.isPublic()).isTrue();
        assertThat(library.list(USER)).extracting(Component::name).containsExactly("Shipped copy", "Shipped");
        assertThat(library.list(OTHER)).extracting(Component::name).containsExactly("Shipped");
    }

    @Test
    void savingRenewsEverySiteThatUsesIt() {
        Component mine = library.add(USER, "Mine", "card", CODE);
        Site plain = new SomeSite(1, USER).bakery(1);
        Site using = new SomeSite(2, USER).bakery(1);
        using = using.withParts(
                using.parts().withComponents(List.of(SiteComponents.copy(withScript(mine, "one()"), true))));
        sites.create(plain, new Change(USER, "new"));
        sites.create(using, new Change(USER, "new"));
        int written = library.save(USER, withScript(mine, "two()"));
        assertThat(written).isEqualTo(1);
        var copy = sites.find(using.id()).orElseThrow().parts().components().getFirst();
        assertThat(copy.javascript()).isEqualTo("two()");
        assertThat(copy.scripted()).as("a changed script is agreed to again").isFalse();
        assertThat(sites.find(plain.id())).contains(plain);
        assertThat(library.uses(USER, mine.id())).isEqualTo(1);
    }

    @Test
    void nobodyChangesWhatIsNotTheirs() {
        Component mine = library.add(USER, "Mine", "card", CODE);
        assertThatThrownBy(() -> library.save(OTHER, mine)).isInstanceOf(Problem.class);
        assertThatThrownBy(() -> library.save(USER, SHIPPED)).isInstanceOf(Problem.class);
        library.remove(OTHER, mine.id());
        assertThat(library.find(mine.id())).isPresent();
        library.remove(USER, mine.id());
        assertThat(library.find(mine.id())).isEmpty();
        library.restore(USER, mine);
        assertThat(library.find(mine.id())).contains(mine);
    }

    @Test
    void aFileBringsBackWhatWasExported() {
        Component mine = library.add(USER, "Straße 🥐", "card", CODE);
        Component back = library.bring(OTHER, library.export(USER, mine));
        assertThat(back.id()).isNotEqualTo(mine.id());
        assertThat(back.owner()).isEqualTo(OTHER);
        assertThat(ComponentLibrary.code(back)).isEqualTo(CODE);
        assertThat(back.name()).isEqualTo("Straße 🥐");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "not json",
                "[]",
                "{}",
                "{\"format\":2,\"name\":\"a\",\"category\":\"card\",\"html\":\"\",\"css\":\"\",\"javascript\":\"\"}",
                "{\"format\":1,\"name\":\"a\",\"category\":\"card\",\"html\":1,\"css\":\"\",\"javascript\":\"\"}",
                "{\"format\":1,\"name\":\" \",\"category\":\"card\",\"html\":\"\",\"css\":\"\",\"javascript\":\"\"}",
                "{\"format\":1,\"name\":\"a\",\"category\":\"card\",\"html\":\"\",\"css\":\"\",\"javascript\":\"\",\"x\":1}",
                "{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":1}}}}}}}}}}"
            })
    void whatIsNoComponentFileIsRefused(String file) {
        assertThatThrownBy(() -> library.bring(USER, file.getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(Problem.class)
                .hasMessageContaining("no component file");
        assertThat(stored.kept).isEmpty();
    }

    @Test
    void whatIsTooLongIsRefused() {
        String html = "x".repeat(ComponentCode.LONGEST + 1);
        assertThatThrownBy(() -> library.add(USER, "Long", "card", new ComponentCode(html, "", "")))
                .isInstanceOf(Problem.class);
        assertThatThrownBy(() -> library.bring(USER, new byte[ComponentFile.LARGEST + 1]))
                .isInstanceOf(Problem.class);
    }

    private static Component withScript(Component c, String script) {
        return new Component(
                c.id(),
                c.owner(),
                c.name(),
                c.category(),
                c.html(),
                c.css(),
                script,
                "",
                false,
                0,
                c.createdAt(),
                c.updatedAt());
    }

    /// Components in memory.
    private static final class Memory implements ComponentRepository {
        private final Map<UUID, Component> kept = new LinkedHashMap<>();

        @Override
        public void save(Component component, Change change) {
            kept.put(component.id(), component);
        }

        @Override
        public Optional<Component> find(UUID id) {
            return Optional.ofNullable(kept.get(id));
        }

        @Override
        public List<Component> list(UserId user) {
            return kept.values().stream()
                    .filter(each -> each.isPublic() || user.equals(each.owner()))
                    .toList();
        }

        @Override
        public void remove(UUID id, Change change) {
            kept.remove(id);
        }
    }
}
