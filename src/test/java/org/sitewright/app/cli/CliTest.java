package org.sitewright.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sitewright.app.cli.RunProgram.Ran;
import org.sitewright.fixture.S3Server;
import org.sitewright.storage.DataFolderLock;
import tools.jackson.databind.JsonNode;

class CliTest {
    private static final String PASSWORD = "four words in a row\n";

    @TempDir
    static Path temp;

    private static RunProgram program;

    @BeforeAll
    static void makeAnAccountAndASite() {
        program = new RunProgram(temp.resolve("data"));
        Ran made = program.input(
                PASSWORD, "account", "create", "--email", "Ada@Example.org", "--name", "Ada", "--password-stdin");
        assertThat(made.err()).isEmpty();
        assertThat(made.code()).isZero();
        assertThat(program.json("new", "Bakery", "--starter", "bakery")
                        .path("pages")
                        .intValue())
                .isEqualTo(3);
    }

    private static String fresh(String name) {
        return program.json("new", name, "--blank").path("id").stringValue();
    }

    @Test
    void everyCommandExplainsItself() {
        for (String command : Stream.concat(
                        Stream.of(""),
                        CommandLineProgram.commandLine(Terminal.ofProcess()).getSubcommands().keySet().stream())
                .toList()) {
            Ran ran = command.isEmpty() ? program.run("--help") : program.run(command, "--help");
            assertThat(ran.code()).as(command).isZero();
            assertThat(ran.out()).as(command).contains("Usage: sitewright");
        }
    }

    @Test
    void listsAccountsWithoutSecrets() {
        JsonNode accounts = program.json("account", "list");
        assertThat(accounts.get(0).path("email").stringValue()).isEqualTo("ada@example.org");
        assertThat(accounts.toString()).doesNotContain("$2");
    }

    @Test
    void listsWhatThereIsToBuildWith() {
        assertThat(program.json("starters").toString()).contains("bakery", "photographer", "society");
        assertThat(program.json("sections").toString()).contains("\"hero\"", "variants");
        assertThat(program.json("themes")).hasSize(3);
        assertThat(program.run("starters").out()).contains("bakery");
    }

    @Test
    void changesAFieldAndBuildsIt() throws IOException {
        JsonNode set = program.json("set", "bakery", "home", "hero", "title", "Bröd <b>& more</b>");
        assertThat(set.path("changed").booleanValue()).isTrue();
        Path out = temp.resolve("built");
        JsonNode built = program.json("build", "bakery", "--out", out.toString());
        assertThat(built.path("pages").intValue()).isEqualTo(3);
        assertThat(Files.readString(out.resolve("index.html"))).contains("Bröd").doesNotContain("<b>&");
        assertThat(program.json("build", "bakery", "--out", out.toString())
                        .path("written")
                        .intValue())
                .isZero();
        assertThat(program.json("set", "bakery", "home", "hero", "title", "Bröd <b>& more</b>")
                        .path("changed")
                        .booleanValue())
                .isFalse();
    }

    @Test
    void addsMovesAndRemovesSections() {
        String site = fresh("Sections");
        String hero = program.json("section", "add", site, "home", "hero")
                .path("section")
                .stringValue();
        program.json("section", "add", site, "home", "faq", "--at", "1");
        assertThat(kinds(site)).containsExactly("faq", "hero");
        program.json("section", "move", site, "home", hero, "--at", "1");
        assertThat(kinds(site)).containsExactly("hero", "faq");
        program.json("section", "remove", site, "home", "2");
        assertThat(kinds(site)).containsExactly("hero");
    }

    private static List<String> kinds(String site) {
        return program.json("show", site)
                .path("site")
                .path("pages")
                .get(0)
                .path("sections")
                .valueStream()
                .map(section -> section.path("type").stringValue())
                .toList();
    }

    @Test
    void addsPictures() throws IOException {
        String site = fresh("Pictures");
        Path picture = Files.writeString(
                temp.resolve("dot.svg"),
                "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"4\" height=\"4\"><rect width=\"4\" height=\"4\"/></svg>");
        String media = program.json("media", "add", site, picture.toString(), "--alt", "A dot")
                .get(0)
                .path("media")
                .stringValue();
        assertThat(program.json("media", "list", site).get(0).path("alt").stringValue())
                .isEqualTo("A dot");
        program.json("section", "add", site, "home", "hero");
        program.json("set", site, "home", "hero", "image", "{\"media\":\"" + media + "\",\"alt\":\"A dot\"}");
    }

    @Test
    void publishesIntoAZipFile() {
        Path zip = temp.resolve("bakery.zip");
        assertThat(program.run("target", "add", "Zip", "--kind", "zip", "--file", zip.toString())
                        .code())
                .isZero();
        assertThat(program.run("target", "test", "zip").out()).contains("will work");
        assertThat(program.json("publish", "bakery", "--target", "zip")
                        .path("sent")
                        .intValue())
                .isPositive();
        assertThat(zip).isRegularFile();
        assertThat(program.json("publish", "bakery", "--target", "zip")
                        .path("status")
                        .stringValue())
                .isEqualTo("up-to-date");
        assertThat(program.run("target", "remove", "zip").code()).isZero();
    }

    @Test
    void publishesIntoAFolderAndSendsOnlyWhatChanged() throws IOException {
        Path www = temp.resolve("www");
        assertThat(program.run("target", "add", "Disk", "--kind", "folder", "--folder", www.toString())
                        .code())
                .isZero();
        assertThat(program.run("target", "test", "disk").out()).contains("will work");
        assertThat(program.json("publish", "bakery", "--target", "disk", "--dry-run")
                        .path("toSend")
                        .intValue())
                .isPositive();
        assertThat(www.resolve("index.html")).doesNotExist();
        assertThat(program.json("publish", "bakery", "--target", "disk")
                        .path("version")
                        .intValue())
                .isEqualTo(1);
        assertThat(www.resolve("index.html")).exists();
        assertThat(program.json("publish", "bakery", "--target", "disk")
                        .path("status")
                        .stringValue())
                .isEqualTo("up-to-date");
        program.json("set", "bakery", "home", "1", "title", "A new word");
        assertThat(program.json("publish", "bakery", "--target", "disk")
                        .path("sent")
                        .intValue())
                .isBetween(1, 2);
        assertThat(program.json("deployments", "bakery")).hasSize(2);
        assertThat(program.json("list", "--status", "published").toString()).contains("Bakery");
        bringsBackAndFindsWhatSomebodyElseDid(www);
        assertThat(program.run("target", "remove", "Disk").code()).isZero();
        assertThat(program.json("target", "list")).isEmpty();
    }

    @Test
    void promotesWhatWasStagedAndNotWhatWasEditedSince() throws IOException {
        Path www = temp.resolve("promoted");
        Path next = temp.resolve("staged");
        program.json("new", "Stage", "--starter", "bakery");
        program.json("target", "add", "Front", "--kind", "folder", "--folder", www.toString());
        program.json("target", "add", "Back", "--kind", "folder", "--folder", next.toString(), "--stages-for", "front");
        assertThat(program.run("promote", "stage", "--from", "Front").code()).isEqualTo(ExitCode.NOT_HERE);
        assertThat(program.run("promote", "stage", "--from", "Back").err()).contains("Nothing of this site");
        program.json("set", "stage", "home", "1", "title", "Words that were looked at");
        program.json("publish", "stage", "--target", "Back");
        program.json("set", "stage", "home", "1", "title", "Words that came later");
        assertThat(program.json("promote", "stage", "--from", "Back", "--dry-run")
                        .path("toSend")
                        .intValue())
                .isPositive();
        assertThat(program.json("promote", "stage", "--from", "Back")
                        .path("status")
                        .stringValue())
                .isEqualTo("completed");
        assertThat(www.resolve("index.html"))
                .content()
                .contains("Words that were looked at")
                .doesNotContain("noindex");
        assertThat(next.resolve("index.html")).content().contains("noindex");
        assertThat(program.json("promote", "stage", "--from", "Back")
                        .path("status")
                        .stringValue())
                .isEqualTo("up-to-date");
        program.json("set", "stage", "home", "1", "title", "Words for another day");
        assertThat(program.run("publish", "stage", "--target", "Back", "--at", "2020-01-01T09:00")
                        .err())
                .contains("over");
        assertThat(program.json("publish", "stage", "--target", "Back", "--at", "2099-01-01T09:00")
                        .path("scheduled")
                        .asBoolean())
                .isTrue();
        assertThat(program.json("publish", "--due")).isEmpty();
        assertThat(next.resolve("index.html")).content().doesNotContain("another day");
        assertThat(program.run("publish", "stage", "--target", "Back", "--unschedule")
                        .code())
                .isZero();
        program.run("target", "remove", "Back");
        program.run("target", "remove", "Front");
    }

    private void bringsBackAndFindsWhatSomebodyElseDid(Path www) throws IOException {
        String second = Files.readString(www.resolve("index.html"));
        assertThat(program.json("drift", "bakery", "--target", "disk").path("findings"))
                .isEmpty();
        assertThat(program.json("rollback", "bakery", "--to", "1", "--dry-run")
                        .path("toSend")
                        .intValue())
                .isPositive();
        JsonNode back = program.json("rollback", "bakery", "--to", "1");
        assertThat(back.path("version").intValue()).isEqualTo(3);
        assertThat(back.path("restored").intValue()).isEqualTo(1);
        assertThat(www.resolve("index.html")).content().isNotEqualTo(second);
        program.json("rollback", "bakery", "--to", "2");
        assertThat(www.resolve("index.html")).hasContent(second);
        assertThat(program.run("rollback", "bakery", "--to", "77").code()).isEqualTo(3);
        Files.writeString(www.resolve("robots.txt"), "changed by hand");
        JsonNode drift = program.json("drift", "bakery", "--target", "disk");
        assertThat(drift.path("findings").get(0).path("path").stringValue()).isEqualTo("robots.txt");
        JsonNode status = program.json("status", "bakery").get(0);
        assertThat(status.path("version").intValue()).isEqualTo(4);
        assertThat(status.path("findings").intValue()).isEqualTo(1);
    }

    @Test
    void keysOfABucketGoIntoTheVaultOnly() throws IOException {
        String[] add = {
            "target",
            "add",
            "Live",
            "--kind",
            "s3",
            "--bucket",
            "b",
            "--access-key",
            "AKIA1",
            "--secret-stdin",
            "--endpoint",
            "http://127.0.0.1:1",
            "--path-style"
        };
        Ran locked = program.input("very-secret-key\n", add);
        assertThat(locked.code()).isEqualTo(ExitCode.REFUSED);
        assertThat(locked.err()).contains("SITEWRIGHT_VAULT_PASSPHRASE");
        RunProgram open = program.with("SITEWRIGHT_VAULT_PASSPHRASE", "a long passphrase");
        assertThat(open.input("very-secret-key\n", add).code()).isZero();
        Ran wrong = program.with("SITEWRIGHT_VAULT_PASSPHRASE", "another").run("target", "test", "Live");
        assertThat(wrong.code()).isEqualTo(ExitCode.REFUSED);
        assertThat(wrong.err()).contains("does not open the vault").doesNotContain("very-secret");
        Ran unreachable = open.run("target", "test", "Live");
        assertThat(unreachable.code()).isEqualTo(ExitCode.FAILED);
        assertThat(unreachable.err()).contains("127.0.0.1").doesNotContain("very-secret");
        try (Stream<Path> files = Files.walk(temp.resolve("data"))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                assertThat(new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1))
                        .as(file.toString())
                        .doesNotContain("very-secret-key");
            }
        }
        assertThat(open.run("target", "remove", "live").code()).isZero();
    }

    @Test
    void publishesToABucketAndSendsOnlyWhatChanged() {
        RunProgram mine = program.with("SITEWRIGHT_VAULT_PASSPHRASE", "a long passphrase");
        String id = mine.json("new", "Bread", "--starter", "bakery").path("id").stringValue();
        try (S3Server server = S3Server.start(0)) {
            server.createBucket("bread");
            Ran added = mine.input(
                    S3Server.SECRET + "\n",
                    "target",
                    "add",
                    "Bucket",
                    "--kind",
                    "s3",
                    "--bucket",
                    "bread",
                    "--region",
                    S3Server.REGION,
                    "--endpoint",
                    server.endpoint(),
                    "--path-style",
                    "--access-key",
                    S3Server.KEY_ID,
                    "--secret-stdin");
            assertThat(added.err()).isEmpty();
            assertThat(mine.json("target", "test", "Bucket").path("ready").booleanValue())
                    .isTrue();
            JsonNode first = mine.json("publish", id, "--target", "Bucket");
            assertThat(server.keys("bread")).contains("index.html", "prices/index.html");
            mine.json("set", id, "home", "hero", "title", "One word");
            JsonNode second = mine.json("publish", id, "--target", "Bucket");
            assertThat(second.path("sent").intValue())
                    .isBetween(1, 2)
                    .isLessThan(first.path("sent").intValue());
            assertThat(mine.json("publish", id, "--target", "Bucket")
                            .path("status")
                            .stringValue())
                    .isEqualTo("up-to-date");
            Ran missing = mine.input(
                    S3Server.SECRET + "\n",
                    "target",
                    "add",
                    "Gone",
                    "--kind",
                    "s3",
                    "--bucket",
                    "cake",
                    "--region",
                    S3Server.REGION,
                    "--endpoint",
                    server.endpoint(),
                    "--path-style",
                    "--access-key",
                    S3Server.KEY_ID,
                    "--secret-stdin");
            assertThat(missing.code()).isZero();
            Ran refused = mine.run("publish", id, "--target", "Gone");
            assertThat(refused.code()).isEqualTo(ExitCode.FAILED);
            assertThat(refused.err()).contains("cake").doesNotContain(S3Server.SECRET);
        }
    }

    @Test
    void exportsAndImports() throws IOException {
        Path file = temp.resolve("bakery.zip");
        assertThat(program.run("export", "bakery", "--out", file.toString()).code())
                .isZero();
        RunProgram other = new RunProgram(temp.resolve("other"));
        other.input(PASSWORD, "account", "create", "--email", "bo@example.org", "--name", "Bo", "--password-stdin");
        String id = other.json("import", file.toString()).path("id").stringValue();
        assertThat(other.json("media", "list", id)).hasSameSizeAs(program.json("media", "list", "bakery"));
        Path here = temp.resolve("here");
        Path there = temp.resolve("there");
        program.json("build", "bakery", "--out", here.toString(), "--address", "https://bakery.example/");
        other.json("build", id, "--out", there.toString(), "--address", "https://bakery.example/");
        assertThat(Files.readString(there.resolve("index.html")))
                .isEqualTo(Files.readString(here.resolve("index.html")));
        assertThat(other.run("verify").code()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"../evil", "/etc/passwd", "media/../../x", "site.json.exe"})
    void aProjectFileWithStrangeNamesIsRefused(String name) throws IOException {
        Path file = temp.resolve("evil.zip");
        try (OutputStream out = Files.newOutputStream(file);
                ZipOutputStream zip = new ZipOutputStream(out)) {
            zip.putNextEntry(new ZipEntry(name));
        }
        Ran ran = program.run("import", file.toString());
        assertThat(ran.code()).isEqualTo(ExitCode.FAILED);
        assertThat(ran.err()).contains("does not belong there");
    }

    @Test
    void whatIsNoZipIsRefused() throws IOException {
        Path file = Files.writeString(temp.resolve("text.zip"), "hello");
        assertThat(program.run("import", file.toString()).err()).contains("not a zip file");
        assertThat(program.run("import", "missing.zip").code()).isEqualTo(ExitCode.FAILED);
    }

    @Test
    void anOpenDataFolderIsRefused() {
        try (DataFolderLock lock = DataFolderLock.acquire(temp.resolve("busy"))) {
            assertThat(lock).isNotNull();
            Ran ran = new RunProgram(temp.resolve("busy")).run("list");
            assertThat(ran.code()).isEqualTo(ExitCode.REFUSED);
            assertThat(ran.err()).contains("already open");
        }
    }

    @Test
    void whoActsMustBeKnown() {
        RunProgram nobody = new RunProgram(temp.resolve("nobody"));
        Ran none = nobody.run("list");
        assertThat(none.code()).isEqualTo(ExitCode.REFUSED);
        assertThat(none.err()).contains("account create");
        assertThat(program.run("list", "--as", "eve@example.org").code()).isEqualTo(ExitCode.REFUSED);
        assertThat(program.run("list", "--as", "ADA@example.org").code()).isZero();
    }

    /// Arguments, the exit code, and a part of what is said.
    static Stream<BadInput> badInput() {
        return Stream.of(
                bad(2, "Name a command"),
                bad(2, "Name what to do", "section"),
                bad(2, "Unmatched argument", "fly"),
                bad(2, "Missing required", "new", "X"),
                bad(2, "Missing required", "build", "bakery"),
                bad(2, "mutually exclusive", "new", "X", "--starter", "bakery", "--blank"),
                bad(2, "--folder DIR", "target", "add", "X", "--kind", "folder"),
                bad(2, "--bucket", "target", "add", "X", "--kind", "s3"),
                bad(2, "--host H", "target", "add", "X", "--kind", "sftp"),
                bad(2, "--repository", "target", "add", "X", "--kind", "git"),
                bad(2, "--project", "target", "add", "X", "--kind", "vercel"),
                bad(2, "--app", "target", "add", "X", "--kind", "heroku"),
                bad(2, "1 to 100", "target", "add", "x".repeat(200), "--kind", "folder", "--folder", "x"),
                bad(2, "Invalid value", "target", "add", "X", "--kind", "floppy"),
                bad(3, "no starter “pizzeria”", "new", "X", "--starter", "pizzeria"),
                bad(3, "no site “nothing”", "show", "nothing"),
                bad(3, "no page “nowhere”", "set", "bakery", "nowhere", "hero", "title", "x"),
                bad(3, "no section “99”", "set", "bakery", "home", "99", "title", "x"),
                bad(3, "no field “colour”", "set", "bakery", "home", "hero", "colour", "x"),
                bad(3, "nothing at", "set", "bakery", "home", "hero", "buttons.77.label", "x"),
                bad(3, "no section kind", "section", "add", "bakery", "home", "carousel"),
                bad(3, "no variant", "section", "add", "bakery", "home", "hero", "--variant", "upside-down"),
                bad(3, "no target “mars”", "publish", "bakery", "--target", "mars"),
                bad(3, "cannot be read", "media", "add", "bakery", "missing.png"),
                bad(1, "name is too long", "new", "n".repeat(10_000), "--blank"),
                bad(1, "name is empty", "new", "  ", "--blank"),
                bad(1, "not a colour", "new", "X", "--blank", "--color", "greenish"),
                bad(1, "counted from 1", "section", "add", "bakery", "home", "hero", "--at", "0"),
                bad(1, "does not fit", "set", "bakery", "home", "hero", "image", "picture.png"),
                bad(1, "cannot be written", "export", "bakery", "--out", "/no/such/folder/x.zip"));
    }

    private static BadInput bad(int code, String said, String... arguments) {
        return new BadInput(code, said, List.of(arguments));
    }

    record BadInput(int code, String said, List<String> arguments) {}

    @ParameterizedTest
    @MethodSource("badInput")
    void badInputIsToldApart(BadInput bad) {
        Ran ran = program.run(bad.arguments().toArray(String[]::new));
        assertThat(ran.err()).contains(bad.said());
        assertThat(ran.code()).isEqualTo(bad.code());
        assertThat(ran.err()).doesNotContain("Exception").doesNotContain("SW-INTERNAL");
        assertThat(ran.out()).isEmpty();
    }

    @Test
    void badAccountsAreRefused() {
        String[] again = {"account", "create", "--email", "ada@example.org", "--name", "A", "--password-stdin"};
        assertThat(program.input(PASSWORD, again).err()).contains("an account with this e-mail");
        String[] noMail = {"account", "create", "--email", "ada", "--name", "A", "--password-stdin"};
        assertThat(program.input(PASSWORD, noMail).err()).contains("not an e-mail");
        String[] weak = {"account", "create", "--email", "eve@example.org", "--name", "E", "--password-stdin"};
        assertThat(program.input("short\n", weak).code()).isEqualTo(ExitCode.FAILED);
        Ran noPassword = program.run("account", "create", "--email", "eve@example.org", "--name", "E");
        assertThat(noPassword.code()).isEqualTo(ExitCode.REFUSED);
    }

    @Test
    void aWordOfAnyScriptIsASitesName() {
        for (String name : new String[] {"مخبز 🥖", "<script>alert(1)</script>", "--json-like"}) {
            String id = program.json("new", "--blank", "--", name).path("id").stringValue();
            assertThat(program.json("show", id).path("name").stringValue()).isEqualTo(name);
        }
    }

    @Test
    void verifyFindsAMissingPicture() throws IOException {
        RunProgram broken = new RunProgram(temp.resolve("broken"));
        broken.input(PASSWORD, "account", "create", "--email", "bo@example.org", "--name", "Bo", "--password-stdin");
        String id =
                broken.json("new", "Bakery", "--starter", "bakery").path("id").stringValue();
        assertThat(broken.json("verify").path("whole").booleanValue()).isTrue();
        String media = broken.json("media", "list", id).get(0).path("media").stringValue();
        Files.delete(temp.resolve("broken/media").resolve(media.substring(0, 2)).resolve(media));
        Ran ran = broken.run("verify");
        assertThat(ran.code()).isEqualTo(ExitCode.FAILED);
        assertThat(ran.out()).contains("is missing");
    }
}
