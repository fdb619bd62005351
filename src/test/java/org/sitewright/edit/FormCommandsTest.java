package org.sitewright.edit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sitewright.edit.Edit.Place;
import org.sitewright.fixture.SomeSite;
import org.sitewright.site.Fields;
import org.sitewright.site.Form;
import org.sitewright.site.FormField;
import org.sitewright.site.FormId;
import org.sitewright.site.Ids;
import org.sitewright.site.Section;
import org.sitewright.site.SectionId;
import org.sitewright.site.Site;
import org.sitewright.site.UserId;
import org.sitewright.site.Value;

class FormCommandsTest {
    private final Site site = new SomeSite(5, new UserId(new UUID(1, 1))).bakery(2);
    private final Editor editor = new Editor(site, Clock.systemUTC());
    private final FormCommands commands = new FormCommands(new Ids(new Random(3)));
    private final FormId id = new FormId(new UUID(2, 2));

    private void contact() {
        List<FormField> fields = List.of(
                new FormField("f1", "name", "Name", FormField.Type.TEXT, true, ""),
                new FormField("f2", "email", "E-mail", FormField.Type.EMAIL, true, ""),
                new FormField("f3", "day", "Day", FormField.Type.SELECT, false, "", "", List.of("Mo", "Tu"), ""));
        editor.run(commands.add(new Form(id, null, "Contact", fields, "Send", "Thanks", "", "")));
    }

    @Test
    void formsHaveNamesOfTheirOwn() {
        contact();
        editor.run(commands.add(new Form(new FormId(new UUID(3, 3)), null, "contact", List.of(), "", "", "", "")));
        assertThat(editor.site().parts().forms()).extracting(Form::name).containsExactly("Contact", "contact 2");
        assertThat(editor.run(commands.rename(id, "CONTACT 2"))).isFalse();
        assertThat(editor.run(commands.rename(id, " "))).isFalse();
        assertThat(editor.run(commands.rename(id, "x".repeat(121)))).isFalse();
        assertThat(editor.run(commands.rename(id, "Write to us"))).isTrue();
    }

    @Test
    void fieldsAreAddedCopiedMovedAndRemovedUnderFreeNames() {
        contact();
        editor.run(
                commands.addField(id, new FormField("f4", "email", "Second", FormField.Type.EMAIL, false, ""), "f1"));
        assertThat(names()).containsExactly("name", "email-2", "email", "day");
        assertThat(editor.run(commands.duplicateField(id, "f3"))).isTrue();
        assertThat(names()).containsExactly("name", "email-2", "email", "day", "day-2");
        assertThat(editor.run(commands.moveField(id, "f3", 0))).isTrue();
        assertThat(editor.run(commands.moveField(id, "f3", -1))).isFalse();
        assertThat(editor.run(commands.removeField(id, "f1"))).isTrue();
        assertThat(names()).containsExactly("day", "email-2", "email", "day-2");
        assertThat(editor.run(commands.removeField(id, "f1"))).isFalse();
    }

    @Test
    void whatIsWrongWithAFieldChangesNothing() {
        contact();
        Form before = form();
        for (FormField wrong : List.of(
                new FormField("f1", "name", " ", FormField.Type.TEXT, true, ""),
                new FormField("f1", "email", "Name", FormField.Type.TEXT, true, ""),
                new FormField("f1", "Name!", "Name", FormField.Type.TEXT, true, ""),
                new FormField("f1", "", "Name", FormField.Type.TEXT, true, ""),
                new FormField("f1", "name", "x".repeat(501), FormField.Type.TEXT, true, ""),
                new FormField("f3", "day", "Day", FormField.Type.SELECT, true, "", "", List.of(), ""),
                new FormField("f3", "day", "Day", FormField.Type.RADIO, true, "", "", List.of("a", "a "), ""),
                new FormField("f3", "day", "Day", FormField.Type.CHECKBOXES, true, "", "", many(201), ""))) {
            assertThat(FormChecks.field(before, wrong)).as("%s", wrong).isPresent();
            assertThat(editor.run(commands.setField(id, wrong))).isFalse();
        }
        assertThat(form()).isSameAs(before);
        assertThat(editor.run(commands.setField(
                        id,
                        new FormField("f3", "day", "<b>\u202eDay", FormField.Type.RADIO, true, "", "", many(200), ""))))
                .isTrue();
    }

    @Test
    void thereIsAnEndToFields() {
        contact();
        for (int i = 0; i < 200; i++) {
            editor.run(commands.addField(
                    id, new FormField("x" + i, "field", "Field", FormField.Type.TEXT, false, ""), "none"));
        }
        assertThat(names()).hasSize(FormChecks.MOST_FIELDS).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "a@example.com",
                "first.last+tag@sub.example.co",
                " a@example.com ",
                "köchin@bäckerei.example"
            })
    void addressesThatCanBeWrittenTo(String address) {
        assertThat(FormChecks.email(address)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a",
                "a@b",
                "@example.com",
                "a@@example.com",
                "a b@example.com",
                "a@example.com\r\nBcc: x@y.z",
                "a@example.com?bcc=x@y.z",
                "a@example.com,b@example.com",
                "<script>@example.com",
                "a..b@example.com"
            })
    void addressesThatCannot(String address) {
        contact();
        assertThat(FormChecks.email(address)).isPresent();
        assertThat(editor.run(commands.email(id, address))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://example.com/hook",
                "https://example.com:8443/a?b=c",
                "http://localhost:8080/hook",
                "http://127.0.0.1/x",
                "HTTPS://EXAMPLE.COM/"
            })
    void webhooksThatCanBePostedTo(String address) {
        contact();
        assertThat(FormChecks.webhook(address)).isEmpty();
        assertThat(editor.run(commands.webhook(id, address))).isTrue();
        assertThat(FormChecks.isReceived(form())).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://example.com/hook",
                "javascript:alert(1)",
                "ftp://example.com",
                "https://",
                "https://user:pw@a.b/",
                "example.com",
                "https://exa mple.com",
                "http://127.0.0.1.evil.example/",
                "http://localhost.evil.example"
            })
    void webhooksThatCannot(String address) {
        contact();
        assertThat(FormChecks.webhook(address)).isPresent();
        assertThat(editor.run(commands.webhook(id, address))).isFalse();
        assertThat(FormChecks.isReceived(form())).isFalse();
    }

    @Test
    void sectionsThatShowAFormAreFoundAndKeepNamingItWhenItIsDeleted() {
        contact();
        Section section = new Section(
                new SectionId(new UUID(4, 4)), "form", "", Fields.EMPTY.with("form", new Value.FormRef(id)), "", false);
        editor.dispatch(new Transaction(
                "x",
                "",
                List.of(new Edit.InsertSection(new Place.OnPage(site.home().id()), 0, section)),
                editor.state().selection(),
                Transaction.Source.PANEL));
        assertThat(FormCommands.shown(editor.site(), id)).containsExactly(section);
        assertThat(editor.run(commands.delete(id))).isTrue();
        assertThat(editor.site().form(id)).isEmpty();
        assertThat(FormCommands.shown(editor.site(), id)).containsExactly(section);
        assertThat(editor.undo()).isTrue();
        assertThat(form().name()).isEqualTo("Contact");
    }

    private Form form() {
        return editor.site().form(id).orElseThrow();
    }

    private List<String> names() {
        return form().fields().stream().map(FormField::name).toList();
    }

    private static List<String> many(int count) {
        return IntStream.range(0, count).mapToObj(i -> "Option " + i).toList();
    }
}
