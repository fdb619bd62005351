package org.sitewright.ui.forms;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.sitewright.edit.Editor;
import org.sitewright.edit.FormChecks;
import org.sitewright.fixture.Assets;
import org.sitewright.library.Catalogue;
import org.sitewright.site.Form;
import org.sitewright.site.FormField;
import org.sitewright.site.Ids;
import org.sitewright.site.Section;
import org.sitewright.site.Site;
import org.sitewright.site.Value;

class FormsViewModelTest {
    private final Site site = new Assets().starter("bakery");
    private final Editor editor = new Editor(site, Clock.systemUTC());
    private final FormsViewModel model = new FormsViewModel(editor, Assets.catalogue(), new Ids(new Random(4)));

    @ParameterizedTest
    @EnumSource(FormPattern.class)
    void everyPatternIsAFormThatVisitorsCanFillIn(FormPattern pattern) {
        model.add(pattern);
        Form form = model.open().orElseThrow();
        assertThat(form.fields())
                .allSatisfy(field -> assertThat(FormChecks.field(form, field)).isEmpty());
        assertThat(form.fields()).extracting(FormField::name).doesNotHaveDuplicates();
        assertThat(form.fields().isEmpty()).isEqualTo(pattern == FormPattern.EMPTY);
        assertThat(form.submit()).isNotBlank();
    }

    @ParameterizedTest
    @EnumSource(FormField.Type.class)
    void aNewFieldOfAnyTypeIsRightAndCanBecomeAnyOther(FormField.Type type) {
        model.add(FormPattern.EMPTY);
        model.addField(type);
        Form form = model.open().orElseThrow();
        FormField field = form.fields().getFirst();
        assertThat(FormChecks.field(form, field)).isEmpty();
        assertThat(model.isOpen(field.id())).isTrue();
        assertThat(FieldKinds.words(type)).isNotBlank();
        assertThat(Assets.catalogue().icon(FieldKinds.icon(type)))
                .as("%s", type)
                .isPresent();
    }

    @Test
    void everyPatternHasAnIcon() {
        assertThat(FormPattern.values())
                .allSatisfy(pattern ->
                        assertThat(Assets.catalogue().icon(pattern.icon())).isPresent());
    }

    @Test
    void aNameFollowsTheLabelUntilItIsGivenOneOfItsOwn() {
        model.add(FormPattern.CONTACT);
        FormField first = field(0);
        assertThat(model.change(first.id(), field -> labelled(field, "Full name")))
                .isEmpty();
        assertThat(field(0).name()).isEqualTo("full-name");
        assertThat(model.change(first.id(), field -> labelled(field, "E-mail"))).isEmpty();
        assertThat(field(0).name()).as("another has the name").isEqualTo("e-mail");
        assertThat(model.change(first.id(), field -> named(field, "who"))).isEmpty();
        assertThat(model.change(first.id(), field -> labelled(field, "Anything")))
                .isEmpty();
        assertThat(field(0).name()).isEqualTo("who");
    }

    @Test
    void whatIsWrongIsSaidAndChangesNothing() {
        model.add(FormPattern.CONTACT);
        Form before = model.open().orElseThrow();
        assertThat(model.change(field(0).id(), field -> named(field, "email")))
                .hasValueSatisfying(words -> assertThat(words).contains("E-mail"));
        assertThat(model.change(field(0).id(), field -> labelled(field, ""))).isPresent();
        assertThat(model.email("nobody")).isPresent();
        assertThat(model.webhook("http://example.com")).isPresent();
        assertThat(model.rename("")).isPresent();
        assertThat(model.open()).contains(before);
    }

    @Test
    void fieldsAreReordered() {
        model.add(FormPattern.CONTACT);
        List<String> ids = ids();
        model.moveField(ids.get(0), 1);
        assertThat(ids()).containsExactly(ids.get(1), ids.get(0), ids.get(2));
        model.moveField(ids.get(0), -1);
        model.moveField(ids.get(0), -1);
        assertThat(ids()).isEqualTo(ids);
        assertThat(model.dropField(ids.get(0), ids.get(2), true)).isTrue();
        assertThat(ids()).containsExactly(ids.get(1), ids.get(2), ids.get(0));
        assertThat(model.dropField(ids.get(0), ids.get(1), false)).isTrue();
        assertThat(ids()).isEqualTo(ids);
    }

    @Test
    void theListSaysWhereAFormIsAndWhetherAnybodyHears() {
        model.add(FormPattern.CONTACT);
        assertThat(model.lines()).singleElement().satisfies(line -> {
            assertThat(line.where()).isEqualTo("On no page yet");
            assertThat(line.received()).isFalse();
        });
        model.email("sara@aurora.example");
        assertThat(model.lines().getFirst().received()).isTrue();
        model.duplicate(model.open().orElseThrow().id());
        assertThat(model.open().orElseThrow().name()).isEqualTo("Contact 2");
        model.delete(model.open().orElseThrow().id());
        assertThat(model.open()).isEmpty();
        assertThat(model.lines()).hasSize(1);
        assertThat(editor.undo()).isTrue();
        assertThat(model.lines()).hasSize(2);
    }

    @Test
    void aFormIsPutAfterTheChosenSectionOnce(@TempDir Path folder) throws Exception {
        FormsViewModel able = new FormsViewModel(editor, withFormKind(folder), new Ids(new Random(4)));
        able.add(FormPattern.CONTACT);
        Form form = able.open().orElseThrow();
        editor.select(org.sitewright.edit.Selection.of(
                site.home().id(), site.home().sections().getFirst().id()));
        assertThat(able.cannotPut(form)).isEmpty();
        assertThat(able.putOnPage(form)).isTrue();
        Section put = editor.site().home().sections().get(1);
        assertThat(put.kind()).isEqualTo("form");
        assertThat(put.content().get("ask")).contains(new Value.FormRef(form.id()));
        assertThat(editor.state().selection().section()).contains(put.id());
        assertThat(able.cannotPut(form)).isPresent();
        assertThat(able.putOnPage(form)).isFalse();
        assertThat(able.lines().getFirst().where())
                .isEqualTo("On " + site.home().name());
        assertThat(editor.undo()).isTrue();
        assertThat(editor.site().home()).isEqualTo(site.home());
    }

    @Test
    void aNewFormFillsTheChosenSectionThatWaitsForOne(@TempDir Path folder) throws Exception {
        FormsViewModel able = new FormsViewModel(editor, withFormKind(folder), new Ids(new Random(4)));
        able.add(FormPattern.CONTACT);
        Form first = able.open().orElseThrow();
        able.putOnPage(first);
        able.delete(first.id());
        able.add(FormPattern.SIGN_UP);
        Section section = editor.site().home().sections().getLast();
        assertThat(section.content().get("ask"))
                .contains(new Value.FormRef(able.open().orElseThrow().id()));
        able.close();
        assertThat(able.follow()).isTrue();
        assertThat(able.open().orElseThrow().name()).isEqualTo("Sign-up");
    }

    private static Catalogue withFormKind(Path folder) throws Exception {
        copy(Assets.catalogue().folder(), folder);
        Path kind = folder.resolve("sections/form");
        if (!Files.exists(kind)) {
            Files.createDirectories(kind);
        }
        write(kind.resolve("section.json"), """
                {"format": 1, "kind": "form", "name": "Form", "category": "Contact", "icon": "mail",
                 "description": "Shows a form.", "placement": "page",
                 "variants": [{"name": "plain", "label": "Plain"}],
                 "fields": [{"name": "ask", "type": "form", "label": "Form"}], "sample": {}}
                """);
        write(kind.resolve("plain.peb"), "<section {{ root(\"ask\") }}>{{ formFields(ask) }}</section>");
        write(kind.resolve("style.css"), "");
        return Catalogue.read(folder);
    }

    /// Writes a new file: the copies are links, and writing through one would change what ships.
    private static void write(Path file, String text) throws Exception {
        Files.deleteIfExists(file);
        Files.writeString(file, text);
    }

    private static void copy(Path from, Path to) throws Exception {
        try (var files = Files.walk(from)) {
            for (Path file : files.toList()) {
                Path target = to.resolve(from.relativize(file).toString());
                if (Files.isDirectory(file)) {
                    Files.createDirectories(target);
                } else {
                    Files.createLink(target, file.toAbsolutePath());
                }
            }
        }
    }

    private FormField field(int at) {
        return model.open().orElseThrow().fields().get(at);
    }

    private List<String> ids() {
        return model.open().orElseThrow().fields().stream().map(FormField::id).toList();
    }

    private static FormField labelled(FormField field, String label) {
        return new FormField(field.id(), field.name(), label, field.type(), field.required(), "");
    }

    private static FormField named(FormField field, String name) {
        return new FormField(field.id(), name, field.label(), field.type(), field.required(), "");
    }
}
