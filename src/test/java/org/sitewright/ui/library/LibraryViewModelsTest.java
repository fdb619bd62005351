package org.sitewright.ui.library;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.sitewright.edit.Editor;
import org.sitewright.edit.Selection;
import org.sitewright.fixture.Assets;
import org.sitewright.fixture.SomeSite;
import org.sitewright.library.Component;
import org.sitewright.library.ComponentRepository;
import org.sitewright.library.component.CodeProblem;
import org.sitewright.library.component.CodeProblem.Part;
import org.sitewright.library.component.ComponentCode;
import org.sitewright.library.component.ComponentLibrary;
import org.sitewright.render.SectionAsComponent;
import org.sitewright.site.FieldPath;
import org.sitewright.site.Ids;
import org.sitewright.site.MemorySites;
import org.sitewright.site.Section;
import org.sitewright.site.SiteRepository.Change;
import org.sitewright.site.UserId;
import org.sitewright.site.Value;
import org.sitewright.ui.fx.Delay;
import org.sitewright.ui.fx.HeardNavigator;
import org.sitewright.ui.fx.SteadyWork;
import org.sitewright.work.Problem;

/// What the gallery, the code editor and the panel beside the page do, without a screen.
@Timeout(60)
class LibraryViewModelsTest {
    private static final UserId USER = new UserId(new UUID(1, 1));
    private static final Component SHIPPED = new Component(
            new UUID(9, 9),
            null,
            "Shipped card",
            "card",
            "<p data-field=\"title\">Hello</p><p data-field=\"text\">There</p>",
            "p{color:red}",
            "",
            "",
            true,
            0,
            Instant.EPOCH,
            Instant.EPOCH);

    private final Clock clock = Clock.fixed(Instant.parse("2026-05-01T00:00:00Z"), ZoneOffset.UTC);
    private final Memory stored = new Memory();
    private final MemorySites sites = new MemorySites(clock);
    private final Ids ids = new Ids(new Random(3));
    private final ComponentLibrary library = new ComponentLibrary(List.of(SHIPPED), stored, sites, ids, clock);
    private final HeardNavigator navigator = new HeardNavigator(USER);
    private final SteadyWork steady = new SteadyWork();

    @AfterEach
    void close() {
        steady.close();
    }

    @Test
    void theGalleryIsNarrowedByWordsCategoryAndOwner() {
        library.add(USER, "My button", "button", new ComponentCode("<p>b</p>", "", ""));
        ComponentsViewModel model = gallery();
        assertThat(model.shown()).hasSize(2);
        assertThat(model.count(ComponentsViewModel.Scope.MINE)).isEqualTo(1);
        model.scopeProperty().set(ComponentsViewModel.Scope.PUBLIC);
        assertThat(model.shown()).extracting(Component::name).containsExactly("Shipped card");
        model.scopeProperty().set(ComponentsViewModel.Scope.ALL);
        model.categoryProperty().set("button");
        assertThat(model.shown()).extracting(Component::name).containsExactly("My button");
        model.categoryProperty().set("");
        model.searchProperty().set("CARD");
        assertThat(model.shown()).extracting(Component::name).containsExactly("Shipped card");
        model.searchProperty().set("nothing of the kind");
        assertThat(model.shown()).isEmpty();
    }

    @Test
    void whatIsDeletedComesBackByUndo() {
        Component mine = library.add(USER, "Mine", "card", new ComponentCode("<p>b</p>", "", ""));
        ComponentsViewModel model = gallery();
        model.remove(mine);
        steady.steps(2);
        assertThat(model.shown()).extracting(Component::name).containsExactly("Shipped card");
        navigator.act();
        steady.steps(2);
        assertThat(model.shown()).extracting(Component::name).contains("Mine");
    }

    @Test
    void aFileThatIsNoComponentIsRefusedInWords(@TempDir Path folder) throws Exception {
        Path file = Files.write(folder.resolve("x.sitewright-component"), "PK\3\4 no".getBytes(StandardCharsets.UTF_8));
        ComponentsViewModel model = gallery();
        model.bring(file, made -> {
            throw new AssertionError("nothing was made");
        });
        steady.step();
        assertThat(navigator.faults()).hasSize(1).first().isInstanceOf(Problem.class);
        assertThat(model.shown()).hasSize(1);
    }

    @Test
    void codeIsKeptOnlyWhenItIsSavedAndSaysWhatIsWrong() {
        Component mine = library.add(USER, "Mine", "card", new ComponentCode("<p>b</p>", "", ""));
        List<String> read = new ArrayList<>();
        CodeViewModel model = new CodeViewModel(mine, library, navigator, steady.work(), Delay.none(), script -> {
            read.add(script);
            return script.contains("(")
                    ? List.of(new CodeProblem(Part.JAVASCRIPT, 1, script, "It never ends."))
                    : List.of();
        });
        steady.step();
        assertThat(model.dirtyProperty().get()).isFalse();
        assertThat(model.problems()).isEmpty();
        model.write(Part.JAVASCRIPT, "alert(");
        steady.step();
        assertThat(read).contains("alert(");
        assertThat(model.problems()).extracting(CodeProblem::part).containsExactly(Part.JAVASCRIPT);
        assertThat(model.dirtyProperty().get()).isTrue();
        model.write(Part.HTML, "<script>1</script>");
        steady.step();
        assertThat(model.problems()).extracting(CodeProblem::part).contains(Part.HTML, Part.JAVASCRIPT);
        assertThat(library.find(mine.id()).orElseThrow().javascript()).isEmpty();
        model.save();
        steady.step();
        assertThat(model.dirtyProperty().get()).isFalse();
        assertThat(library.find(mine.id()).orElseThrow().javascript()).isEqualTo("alert(");
    }

    @Test
    void whatBelongsToEverybodyIsNotSaved() {
        CodeViewModel model =
                new CodeViewModel(SHIPPED, library, navigator, steady.work(), Delay.none(), script -> List.of());
        steady.step();
        model.write(Part.HTML, "<p>mine now</p>");
        steady.step();
        assertThat(model.isOwn()).isFalse();
        model.save();
        assertThat(library.find(SHIPPED.id()).orElseThrow().html()).isEqualTo(SHIPPED.html());
    }

    @Test
    void aUseGoesBackFieldByField() {
        Editor editor = editor();
        PlacingViewModel model = placing(editor);
        model.insert(SHIPPED, false);
        Section use = model.chosen().orElseThrow();
        assertThat(model.isChanged()).isFalse();
        say(editor, use, "title", "Only here");
        say(editor, use, "text", "And this");
        assertThat(model.changedFields())
                .extracting(PlacingViewModel.Changed::field)
                .containsExactlyInAnyOrder("title", "text");
        model.reset("title");
        assertThat(model.changedFields())
                .extracting(PlacingViewModel.Changed::field)
                .containsExactly("text");
        editor.undo();
        assertThat(model.changedFields()).hasSize(2);
        model.reset();
        assertThat(model.isChanged()).isFalse();
    }

    @Test
    void insertingWithoutTheScriptTakesNoConsentBack() {
        Editor editor = editor();
        PlacingViewModel model = placing(editor);
        Component old = scripted("let a = 1");
        model.insert(old, true);
        assertThat(editor.site().component(old.id()).orElseThrow().scripted()).isTrue();
        model.insert(old, false);
        model.insert(scripted("let b = 2"), false);
        assertThat(editor.site().component(old.id()).orElseThrow().scripted()).isTrue();
        assertThat(editor.site().component(old.id()).orElseThrow().javascript()).isEqualTo("let a = 1");
        model.allow(editor.site().component(old.id()).orElseThrow(), false);
        model.insert(old, false);
        assertThat(editor.site().component(old.id()).orElseThrow().scripted()).isFalse();
    }

    @Test
    void aSectionBecomesAComponentOfOnesOwn() {
        Editor editor = editor();
        PlacingViewModel model = placing(editor);
        Section first = editor.site().home().sections().getFirst();
        editor.select(Selection.of(editor.site().home().id(), first.id()));
        assertThat(model.canSaveSection()).isTrue();
        model.saveSection();
        steady.steps(2);
        assertThat(navigator.told()).anyMatch(words -> words.contains("is a component of yours now"));
        Component made = stored.list(USER).getFirst();
        assertThat(made.owner()).isEqualTo(USER);
        assertThat(made.html()).isNotBlank();
        assertThat(ComponentLibrary.code(made).problems()).isEmpty();
        assertThat(model.all()).contains(made);
    }

    private ComponentsViewModel gallery() {
        ComponentsViewModel model = new ComponentsViewModel(library, navigator, steady.work());
        model.load(() -> {});
        steady.step();
        return model;
    }

    private Editor editor() {
        return new Editor(new SomeSite(1, USER).bakery(2), clock);
    }

    private PlacingViewModel placing(Editor editor) {
        return new PlacingViewModel(
                editor,
                library,
                new SectionAsComponent(Assets.catalogue()),
                ids,
                new PlacingViewModel.Screen(navigator, steady.work()));
    }

    private static Component scripted(String script) {
        return new Component(
                new UUID(7, 7),
                USER,
                "Scripted",
                "card",
                "<p>x</p>",
                "",
                script,
                "",
                false,
                0,
                Instant.EPOCH,
                Instant.EPOCH);
    }

    private static void say(Editor editor, Section use, String field, String words) {
        var commands = new org.sitewright.edit.SectionCommands(Section::kind, new Ids(new Random(4)));
        boolean unused = editor.run(commands.setField(
                use.id(), FieldPath.of(field), new Value.Text(words), org.sitewright.edit.Transaction.Source.PANEL));
    }

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
