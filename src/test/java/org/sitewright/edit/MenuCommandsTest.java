package org.sitewright.edit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.sitewright.edit.MenuCommands.Landing;
import org.sitewright.fixture.SomeSite;
import org.sitewright.site.Ids;
import org.sitewright.site.LinkTarget;
import org.sitewright.site.MenuItem;
import org.sitewright.site.Site;
import org.sitewright.site.UserId;

class MenuCommandsTest {
    private final Site site = new SomeSite(5, new UserId(new UUID(1, 1))).bakery(3);
    private final Editor editor = new Editor(site, Clock.systemUTC());
    private final MenuCommands commands = new MenuCommands(new Ids(new Random(3)));

    @Test
    void aMenuOfOnesOwnBeginsAsTheAutomaticOne() {
        editor.run(new PageCommands(new Ids(new Random(9)))
                .setInMenu(site.pages().get(1).id(), false));
        assertThat(editor.run(commands.own())).isTrue();
        assertThat(menu())
                .extracting(MenuItem::target)
                .containsExactly(
                        new LinkTarget.ToPage(site.home().id(), ""),
                        new LinkTarget.ToPage(site.pages().get(2).id(), ""));
        assertThat(menu()).allMatch(item -> item.label().isEmpty());
        assertThat(editor.run(commands.own())).isFalse();
        assertThat(editor.run(commands.automatic())).isTrue();
        assertThat(menu()).isEmpty();
    }

    @Test
    void entriesGoUnderTheOneBeforeThemAndOutAgain() {
        editor.run(commands.own());
        String first = menu().get(0).id();
        String second = menu().get(1).id();
        String third = menu().get(2).id();
        assertThat(editor.run(commands.nest(first))).isFalse();
        assertThat(editor.run(commands.nest(second))).isTrue();
        assertThat(editor.run(commands.nest(third))).isTrue();
        assertThat(menu()).singleElement().satisfies(item -> assertThat(item.children())
                .extracting(MenuItem::id)
                .containsExactly(second, third));
        assertThat(editor.run(commands.move(third, -1))).isTrue();
        assertThat(editor.run(commands.unnest(third))).isTrue();
        assertThat(menu()).extracting(MenuItem::id).containsExactly(first, third);
        assertThat(editor.run(commands.place(first, third, Landing.UNDER)))
                .as("a third level")
                .isFalse();
        assertThat(editor.run(commands.place(third, second, Landing.BEFORE))).isTrue();
        assertThat(menu().getFirst().children()).extracting(MenuItem::id).containsExactly(third, second);
    }

    @Test
    void deletingAnEntryTakesThoseUnderItAndUndoBringsThemBack() {
        editor.run(commands.own());
        editor.run(commands.nest(menu().get(1).id()));
        List<MenuItem> before = menu();
        assertThat(editor.run(commands.remove(before.getFirst().id()))).isTrue();
        assertThat(menu()).hasSize(1);
        assertThat(editor.undo()).isTrue();
        assertThat(menu()).isEqualTo(before);
    }

    @Test
    void hostileAndLongLabelsAreTextAndShort() {
        editor.run(
                commands.add("<script>alert(1)</script>" + "x".repeat(10_000), new LinkTarget.ToUrl("javascript:x")));
        assertThat(menu().getLast().label()).startsWith("<script>").hasSize(80);
    }

    @Property(tries = 100)
    void noMoveLosesOrDoublesAnEntryOrMakesAThirdLevel(@ForAll long seed) {
        Random random = new Random(seed);
        Editor open = new Editor(site, Clock.systemUTC());
        open.run(commands.own());
        for (int i = 0; i < 5; i++) {
            open.run(commands.add("Entry " + i, new LinkTarget.ToAnchor("a" + i)));
        }
        List<String> all = ids(open.site().parts().menu());
        for (int i = 0; i < 60; i++) {
            String one = all.get(random.nextInt(all.size()));
            String other = all.get(random.nextInt(all.size()));
            open.run(
                    switch (random.nextInt(4)) {
                        case 0 -> commands.nest(one);
                        case 1 -> commands.unnest(one);
                        case 2 -> commands.move(one, random.nextBoolean() ? 1 : -1);
                        default ->
                            commands.place(one, other, List.of(Landing.values()).get(random.nextInt(3)));
                    });
            List<MenuItem> menu = open.site().parts().menu();
            assertThat(ids(menu)).containsExactlyInAnyOrderElementsOf(all);
            assertThat(menu.stream().flatMap(item -> item.children().stream()))
                    .allMatch(item -> item.children().isEmpty());
        }
    }

    private static List<String> ids(List<MenuItem> menu) {
        List<String> ids = new ArrayList<>();
        menu.forEach(item -> {
            ids.add(item.id());
            ids.addAll(ids(item.children()));
        });
        return ids;
    }

    private List<MenuItem> menu() {
        return editor.site().parts().menu();
    }
}
