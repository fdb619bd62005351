package org.sitewright.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sitewright.app.cli.RunProgram.Ran;
import tools.jackson.databind.JsonNode;

/// The past of a site on the command line: listed, brought back, carried to another computer and joined again.
class HistoryCliTest {
    @TempDir
    static Path temp;

    private static RunProgram here;

    @BeforeAll
    static void makeASite() {
        here = account("here");
        assertThat(here.json("new", "Bakery", "--starter", "bakery").path("id").stringValue())
                .isNotEmpty();
    }

    private static RunProgram account(String folder) {
        RunProgram program = new RunProgram(temp.resolve(folder));
        Ran made = program.input(
                "four words in a row\n",
                "account",
                "create",
                "--email",
                folder + "@example.org",
                "--name",
                "Ada",
                "--password-stdin");
        assertThat(made.code()).isZero();
        return program;
    }

    private static void set(RunProgram program, String field, String words) {
        assertThat(program.run("set", "Bakery", "home", "hero", field, words).code())
                .isZero();
    }

    private static String field(RunProgram program, String field) {
        JsonNode shown = program.json("show", "Bakery").path("site");
        for (JsonNode page : shown.path("pages")) {
            for (JsonNode section : page.path("sections")) {
                if (section.path("type").stringValue("").equals("hero")) {
                    return section.path("content").path(field).stringValue("");
                }
            }
        }
        return "";
    }

    @Test
    void aSiteTravelsWithItsHistoryAndBothCopiesAreJoined() throws IOException {
        set(here, "title", "One");
        set(here, "title", "Two");
        JsonNode history = here.json("history", "Bakery", "--limit", "2");
        assertThat(history.size()).isEqualTo(2);
        String one = String.valueOf(history.path(1).path("seq").longValue());
        assertThat(here.run("restore", "Bakery", "--seq", one).code()).isZero();
        assertThat(field(here, "title")).isEqualTo("One");
        assertThat(here.json("restore", "Bakery", "--seq", one).path("changed").booleanValue())
                .isFalse();
        assertThat(here.run("restore", "Bakery", "--seq", "999999").code()).isEqualTo(3);
        assertThat(here.run("restore", "Bakery").code()).isEqualTo(2);
        assertThat(here.run("restore", "Bakery", "--at", "soon").code()).isEqualTo(1);
        int moments = here.json("history", "Bakery").size();

        Path carried = temp.resolve("carried.zip");
        assertThat(here.run("export", "Bakery", "--out", carried.toString(), "--with-history")
                        .code())
                .isZero();
        try (ZipFile zip = new ZipFile(carried.toFile())) {
            assertThat(zip.stream().map(ZipEntry::getName).toList())
                    .contains("README.txt", "site.json", "moments.json", "history/00000.jsonl")
                    .anyMatch(name -> name.startsWith("pages/"));
        }
        RunProgram there = account("there");
        assertThat(there.json("import", carried.toString()).path("id").stringValue())
                .isEqualTo(here.json("show", "Bakery").path("site").path("id").stringValue());
        assertThat(there.json("history", "Bakery").size()).isBetween(moments - 1, moments + 1);
        assertThat(there.json("verify").toString()).doesNotContain("Database:");

        set(here, "title", "Of here");
        set(there, "title", "Of there");
        set(there, "text", "Only there");
        Path back = temp.resolve("back.zip");
        assertThat(there.run("export", "Bakery", "--out", back.toString()).code())
                .isZero();
        Ran refused = here.run("merge", "Bakery", back.toString());
        assertThat(refused.code()).isEqualTo(1);
        assertThat(refused.err()).contains("Of here", "Of there", "SW-MERGE-CONFLICT");
        assertThat(field(here, "text")).isNotEqualTo("Only there");
        assertThat(here.json("merge", "Bakery", back.toString(), "--dry-run")
                        .path("conflicts")
                        .size())
                .isEqualTo(1);
        assertThat(here.run("merge", "Bakery", back.toString(), "--theirs").code())
                .isZero();
        assertThat(List.of(field(here, "title"), field(here, "text"))).containsExactly("Of there", "Only there");
    }
}
