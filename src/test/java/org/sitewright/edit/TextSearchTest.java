package org.sitewright.edit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.sitewright.edit.TextSpot.Where;
import org.sitewright.fixture.SomeSite;
import org.sitewright.site.FieldPath;
import org.sitewright.site.Form;
import org.sitewright.site.FormField;
import org.sitewright.site.FormId;
import org.sitewright.site.LinkTarget;
import org.sitewright.site.MenuItem;
import org.sitewright.site.Page;
import org.sitewright.site.Section;
import org.sitewright.site.Site;
import org.sitewright.site.UserId;
import org.sitewright.site.Value;

class TextSearchTest {
    private final Site site = site();
    private final TextSearch search =
            new TextSearch((section, path) -> switch (path.steps().getLast()) {
                case "tone" -> TextSearch.Kind.NO_WORDS;
                case "description" -> TextSearch.Kind.PLAIN;
                default -> TextSearch.Kind.RICH;
            });

    private static Site site() {
        Site made = new SomeSite(3, new UserId(new UUID(1, 1))).bakery(1);
        Section first = made.home().sections().getFirst();
        Form form = new Form(
                new FormId(new UUID(2, 2)),
                null,
                "Order",
                List.of(new FormField("f1", "bread", "Which bread?", FormField.Type.TEXT, true, "rye bread")),
                "Send",
                "",
                "",
                "");
        List<MenuItem> menu =
                List.of(new MenuItem("m", "Bread", new LinkTarget.ToUrl("https://bread.example/"), List.of()));
        return made.withSection(
                        first.id(),
                        section -> section.withContent(section.content()
                                .with(
                                        "text",
                                        new Value.Text(
                                                "<p>bread &amp; <strong>Bread</strong>ed <a href=\"https://bread.example\">x</a></p>"))
                                .with("description", new Value.Text("Bread & <butter>"))
                                .with("tone", new Value.Text("bread"))))
                .withParts(made.parts().withForms(List.of(form)).withMenu(menu));
    }

    private Set<Where> everywhere(TextQuery query) {
        return search.find(site, query).stream().map(TextSpot::where).collect(Collectors.toCollection(HashSet::new));
    }

    @Test
    void wordsAreFoundInTextsPicturesPagesMenuAndFormsButNotInMarkupOrChoices() {
        List<TextSpot> spots = search.find(site, new TextQuery("bread", false, false));
        Section first = site.home().sections().getFirst();
        assertThat(spots.stream().map(TextSpot::where))
                .contains(
                        new Where.InMenu("m"),
                        new Where.InSection(first.id(), FieldPath.of("title")),
                        new Where.InSection(first.id(), FieldPath.of("text")),
                        new Where.OfForm(new FormId(new UUID(2, 2))))
                .doesNotContain(new Where.InSection(first.id(), FieldPath.of("tone")));
        TextSpot text = spots.stream()
                .filter(spot -> spot.where().equals(new Where.InSection(first.id(), FieldPath.of("text"))))
                .findFirst()
                .orElseThrow();
        assertThat(text.count()).isEqualTo(2);
        assertThat(text.text()).isEqualTo("bread & Breaded x");
        assertThat(search.find(site, new TextQuery("strong", false, false))).isEmpty();
        assertThat(search.find(site, new TextQuery("loaf", false, false))).isNotEmpty();
        assertThat(search.find(site, new TextQuery("", false, false))).isEmpty();
    }

    @Test
    void caseAndWholeWordsCount() {
        assertThat(new TextQuery("bread", true, false).count("Bread bread breaded"))
                .isEqualTo(2);
        assertThat(new TextQuery("bread", false, true).count("Bread, bread; breaded größebread"))
                .isEqualTo(2);
        assertThat(new TextQuery("größe", false, true).count("GRÖSSE Größe")).isEqualTo(1);
        assertThat(new TextQuery("$1.*", false, false).replace("a $1.* b", "\\$0"))
                .isEqualTo("a \\$0 b");
    }

    @Test
    void replacingIsOneStepThatKeepsMarkupAndLinks() {
        Editor editor = new Editor(site, Clock.systemUTC());
        TextQuery query = new TextQuery("bread", false, false);
        assertThat(editor.run(state -> search.replace(state, query, "<cake>", everywhere(query))))
                .isTrue();
        Section first = editor.site().home().sections().getFirst();
        assertThat(first.content().text("text"))
                .isEqualTo(
                        "<p>&lt;cake&gt; &amp; <strong>&lt;cake&gt;</strong>ed <a href=\"https://bread.example\">x</a></p>");
        assertThat(first.content().text("description")).isEqualTo("<cake> & <butter>");
        assertThat(first.content().text("title")).isEqualTo("Fresh <em>&lt;cake&gt;</em>");
        assertThat(first.content().text("tone")).isEqualTo("bread");
        Page home = editor.site().home();
        assertThat(home.slug()).isEqualTo(site.home().slug());
        assertThat(editor.site().parts().menu().getFirst().target())
                .isEqualTo(new LinkTarget.ToUrl("https://bread.example/"));
        assertThat(editor.site().parts().forms().getFirst().fields().getFirst().label())
                .isEqualTo("Which <cake>?");
        assertThat(editor.site().parts().forms().getFirst().fields().getFirst().name())
                .isEqualTo("bread");
        assertThat(editor.undo()).isTrue();
        assertThat(editor.site()).isEqualTo(site);
        assertThat(editor.undo()).isFalse();
    }

    @Test
    void onlyTheChosenPlacesChange() {
        Editor editor = new Editor(site, Clock.systemUTC());
        TextQuery query = new TextQuery("bread", false, false);
        assertThat(editor.run(state -> search.replace(state, query, "cake", Set.of(new Where.InMenu("m")))))
                .isTrue();
        assertThat(editor.site().withParts(site.parts())).isEqualTo(site);
        assertThat(editor.site().parts().menu().getFirst().label()).isEqualTo("cake");
        assertThat(editor.run(state -> search.replace(state, query, "cake", Set.of())))
                .isFalse();
    }
}
