package org.sitewright.ui.find;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import org.junit.jupiter.api.Test;
import org.sitewright.edit.Editor;
import org.sitewright.edit.TextQuery;
import org.sitewright.edit.TextSpot.Where;
import org.sitewright.fixture.Assets;
import org.sitewright.site.Site;

class FindViewModelTest {
    private final Site site = new Assets().starter("bakery");
    private final Editor editor = new Editor(site, Clock.systemUTC());
    private final FindViewModel model = new FindViewModel(editor, Assets.catalogue());

    @Test
    void eachPlaceIsNamedInTheUsersWordsWithWhatStandsAround() {
        model.find(new TextQuery("oven", false, true));
        assertThat(model.lines()).isNotEmpty().anySatisfy(line -> {
            assertThat(line.place()).isEqualTo("Home › Hero › Title");
            assertThat(line.before() + line.found() + line.after()).contains("Out of the oven");
        });
        assertThat(model.count()).isEqualTo(model.chosenCount());
    }

    @Test
    void whatIsLeftOutStaysAsItIs() {
        model.find(new TextQuery("oven", false, true));
        int all = model.count();
        FindViewModel.Line first = model.lines().getFirst();
        model.choose(first.where(), false);
        assertThat(model.replace("kiln")).isEqualTo(all - first.count());
        assertThat(model.lines()).singleElement().satisfies(line -> assertThat(line.where())
                .isEqualTo(first.where()));
        assertThat(editor.undo()).isTrue();
        assertThat(editor.site()).isEqualTo(site);
    }

    @Test
    void choicesAndColoursAreNotWords() {
        model.find(new TextQuery("night", false, false));
        assertThat(model.lines()).noneMatch(line -> line.place().endsWith("Ground"));
        model.find(new TextQuery("panel-", false, false));
        assertThat(model.lines()).isEmpty();
    }

    @Test
    void goingToAPlaceChoosesItsPageAndSection() {
        model.find(new TextQuery("oven", false, true));
        Where.InSection last = (Where.InSection) model.lines().stream()
                .map(FindViewModel.Line::where)
                .filter(Where.InSection.class::isInstance)
                .toList()
                .getLast();
        model.go(last);
        assertThat(editor.state().selection().section()).contains(last.section());
        assertThat(site.pageOf(last.section())
                        .map(page -> page.id().equals(editor.state().selection().page())))
                .isNotEqualTo(java.util.Optional.of(false));
    }
}
