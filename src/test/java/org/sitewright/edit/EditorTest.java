package org.sitewright.edit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.sitewright.edit.Transaction.Source;
import org.sitewright.fixture.HandClock;
import org.sitewright.fixture.SomeSite;
import org.sitewright.site.FieldPath;
import org.sitewright.site.Ids;
import org.sitewright.site.PageId;
import org.sitewright.site.Section;
import org.sitewright.site.SectionId;
import org.sitewright.site.Site;
import org.sitewright.site.UserId;
import org.sitewright.site.Value;

class EditorTest {
    private final Site site = new SomeSite(1, new UserId(new UUID(1, 1))).bakery(2);
    private final HandClock clock = new HandClock();
    private final Editor editor = new Editor(site, clock);
    private final SectionCommands sections = new SectionCommands(Section::kind, new Ids(new Random(2)));
    private final PageCommands pages = new PageCommands(new Ids(new Random(3)));
    private final SectionId hero = site.home().sections().getFirst().id();
    private final SectionId faq = site.home().sections().getLast().id();

    @Test
    void typingWithinHalfASecondIsOneStep() {
        type("F", 0);
        type("Fr", 500);
        type("Fre", 500);
        assertThat(editor.history().undoLabel()).contains("Title of hero on Page 0");

        assertThat(editor.undo()).isTrue();
        assertThat(editor.site()).isEqualTo(site);
        assertThat(editor.undo()).isFalse();

        assertThat(editor.redo()).isTrue();
        assertThat(title()).isEqualTo("Fre");
    }

    @Test
    void aLongerPauseBeginsAStep() {
        type("F", 0);
        type("Fr", 501);
        editor.undo();
        assertThat(title()).isEqualTo("F");
    }

    @Test
    void typingElsewhereBeginsAStep() {
        type("F", 0);
        editor.run(sections.setField(faq, FieldPath.of("title"), new Value.Text("F"), Source.CANVAS));
        editor.undo();
        assertThat(title()).isEqualTo("F");
        assertThat(editor.site().section(faq)).isEqualTo(site.section(faq));
    }

    @Test
    void typingOnAfterARedoBeginsAStep() {
        type("F", 0);
        editor.undo();
        editor.redo();
        type("Fr", 0);
        editor.undo();
        assertThat(title()).isEqualTo("F");
    }

    @Test
    void aNewEditForgetsWhatWasUndone() {
        type("F", 0);
        editor.undo();
        type("G", 0);
        assertThat(editor.redo()).isFalse();
        assertThat(title()).isEqualTo("G");
    }

    @Test
    void undoAndRedoBringTheSelectionBack() {
        editor.select(Selection.of(site.home().id(), hero));
        editor.run(sections.several().delete(List.of(hero)));
        assertThat(editor.state().selection())
                .isEqualTo(Selection.of(site.home().id(), faq));
        PageId second = site.pages().getLast().id();
        editor.select(Selection.of(second));

        editor.undo();
        assertThat(editor.state().selection())
                .isEqualTo(Selection.of(site.home().id(), hero));
        editor.redo();
        assertThat(editor.state().selection())
                .isEqualTo(Selection.of(site.home().id(), faq));
    }

    @Test
    void choosingIsNoStep() {
        editor.select(Selection.of(site.home().id(), hero));
        assertThat(editor.undo()).isFalse();
    }

    @Test
    void whatIsGoneIsNotChosen() {
        editor.select(Selection.of(new PageId(new UUID(9, 9)), new SectionId(new UUID(9, 9))));
        assertThat(editor.state().selection())
                .isEqualTo(Selection.of(site.home().id()));
    }

    @Test
    void aTransactionThatCannotBeWholeDoesNothing() {
        List<Editor.Change> heard = new ArrayList<>();
        editor.listen(heard::add);
        Transaction broken = new Transaction(
                "Two edits",
                "",
                List.of(new Edit.SetVariant(hero, "wide"), new Edit.RemoveSection(new SectionId(new UUID(9, 9)))),
                editor.state().selection(),
                Source.PANEL);
        assertThatThrownBy(() -> editor.dispatch(broken)).isInstanceOf(IllegalArgumentException.class);
        assertThat(editor.site()).isSameAs(site);
        assertThat(heard).isEmpty();
        assertThat(editor.history().undoLabel()).isEmpty();
    }

    @Test
    void anEditThatChangesNothingIsNoStep() {
        List<Editor.Change> heard = new ArrayList<>();
        editor.listen(heard::add);
        editor.dispatch(new Transaction(
                "Same",
                "",
                List.of(new Edit.SetHidden(hero, false)),
                editor.state().selection(),
                Source.PANEL));
        assertThat(editor.site()).isSameAs(site);
        assertThat(heard).singleElement().matches(change -> !change.isEdit());
        assertThat(editor.undo()).isFalse();
    }

    @Test
    void aChangeDuringAChangeIsRefusedAndLeavesNoTrace() {
        Editor.Listener reentrant = change -> editor.run(sections.several().delete(List.of(faq)));
        editor.listen(reentrant);
        assertThatThrownBy(() -> editor.run(sections.setVariant(hero, "wide")))
                .isInstanceOf(IllegalStateException.class);
        editor.unlisten(reentrant);

        assertThat(editor.history().undoLabel()).contains("Layout of hero");
        assertThat(editor.undo()).isTrue();
        assertThat(editor.site()).isEqualTo(site);
        assertThat(editor.undo()).isFalse();
    }

    @Test
    void undoDuringAChangeIsRefused() {
        editor.run(sections.setVariant(hero, "wide"));
        editor.listen(change -> editor.undo());
        assertThatThrownBy(() -> editor.select(Selection.of(site.home().id(), faq)))
                .isInstanceOf(IllegalStateException.class);
        assertThat(editor.history().undoLabel()).contains("Layout of hero");
    }

    @Test
    void tellsWhereAChangeCameFrom() {
        List<Editor.Change> heard = new ArrayList<>();
        editor.listen(heard::add);
        type("F", 0);
        editor.undo();
        assertThat(heard).extracting(Editor.Change::source).containsExactly(Source.CANVAS, Source.PANEL);
        assertThat(heard).extracting(Editor.Change::label).last().isEqualTo("Undo Title of hero on Page 0");
    }

    @Test
    void commandsThatDoNotApplyAreEmpty() {
        assertThat(sections.several().move(List.of(hero), -1).on(editor.state()))
                .isEmpty();
        assertThat(sections.several().move(List.of(faq), 1).on(editor.state())).isEmpty();
        assertThat(sections.several().move(List.of(hero), 1).on(editor.state())).isPresent();
        assertThat(sections.setVariant(hero, "bento").on(editor.state())).isEmpty();
        assertThat(sections.clearField(hero, "nothing").on(editor.state())).isEmpty();
        assertThat(pages.rename(site.home().id(), " ").on(editor.state())).isEmpty();
        editor.run(pages.delete(site.pages().getLast().id()));
        assertThat(pages.delete(site.home().id()).on(editor.state())).isEmpty();
    }

    @Test
    void aCopyHasIdsOfItsOwn() {
        editor.run(sections.several().duplicate(List.of(hero)));
        List<Section> after = editor.site().home().sections();
        assertThat(after).hasSize(3);
        Section copy = after.get(1);
        Section original = after.get(0);
        assertThat(editor.state().selection().section()).contains(copy.id());
        assertThat(copy.id()).isNotEqualTo(original.id());
        assertThat(copy.content().items("items").getFirst().id())
                .isNotEqualTo(original.content().items("items").getFirst().id());
        assertThat(copy.content().items("items").getFirst().fields())
                .isEqualTo(original.content().items("items").getFirst().fields());
        assertThat(List.copyOf(copy.content().values().keySet()))
                .isEqualTo(List.copyOf(original.content().values().keySet()));
    }

    @Test
    void aNewPageGetsAFreeAddressAndOpens() {
        editor.run(pages.add("Assets", List.of()));
        editor.run(pages.add("Assets", List.of()));
        assertThat(editor.site().pages()).extracting(page -> page.slug()).endsWith("assets-2", "assets-3");
        assertThat(editor.state().selection())
                .isEqualTo(Selection.of(editor.site().pages().getLast().id()));
    }

    private void type(String text, int afterMillis) {
        clock.advance(Duration.ofMillis(afterMillis));
        editor.run(sections.setField(hero, FieldPath.of("title"), new Value.Text(text), Source.CANVAS));
    }

    private String title() {
        return editor.site().section(hero).orElseThrow().content().text("title");
    }
}
