package org.sitewright.render;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.javascript.jscomp.Compiler;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ScriptTextTest {
    private final ScriptText scripts = new ScriptText(BuildStore.NONE);

    @TempDir
    Path folder;

    @Test
    void takesOutCommentsAndIndentationOnly() {
        String tight = scripts.tight("""
                ((root) => {
                  // Says what a person reads.
                  const label = root.querySelector("[role=status]"); /* kept short */
                  label.offsetWidth;
                  label.textContent = `two  spaces
                and a line`;
                  label.title = "größer → 你好";
                })(each)
                """);
        assertThat(tight)
                .contains("label.offsetWidth;", "`two  spaces\nand a line`", "\"[role=status]\"", "\"größer → 你好\"")
                .doesNotContain("person", "kept short", "  const", "use strict");
    }

    @Test
    void keepsStrictModeWhereAScriptAsksForIt() {
        assertThat(scripts.tight("// first\n\"use strict\";\nconst  a  =  1;\nself.a  =  a;\n"))
                .startsWith("'use strict';")
                .contains("const a=1");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "((root)=>{\n}}} not a script\n})(each)",
                "((root)=>{\n})(each)}catch(e){}",
                "`never closed",
                "/* never closed",
                "\u0000\uffff\ud800"
            })
    void leavesWhatItDoesNotUnderstand(String broken) {
        assertThat(scripts.tight(broken)).isEqualTo(broken);
    }

    @Test
    void leavesWhatIsNestedTooDeep() {
        String deep = "(".repeat(60_000) + "1" + ")".repeat(60_000);
        assertThat(scripts.tight(deep)).isIn(deep, "1;");
    }

    @Test
    void remembersOnTheDiskAndTrustsNoDamage() throws IOException {
        String script = "self.a  =  1; // one\n";
        String tight = new ScriptText(new FolderBuildStore(folder)).tight(script);
        Path kept = only();
        String whole = Files.readString(kept);
        assertThat(new ScriptText(new FolderBuildStore(folder)).tight(script)).isEqualTo(tight);
        Files.writeString(kept, whole.replace("=1", "=2"));
        assertThat(new ScriptText(new FolderBuildStore(folder)).tight(script)).isEqualTo(tight);
        assertThat(Files.readString(kept)).isEqualTo(whole);
        Files.writeString(kept, "cut");
        assertThat(new ScriptText(new FolderBuildStore(folder)).tight(script)).isEqualTo(tight);
    }

    @Test
    void namesTheReleaseThatWroteWhatIsKept() {
        assertThat(Compiler.class.getProtectionDomain().getCodeSource().getLocation())
                .asString()
                .contains(ScriptText.RELEASE);
    }

    private Path only() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            List<Path> all = files.toList();
            assertThat(all).hasSize(1);
            return all.getFirst();
        }
    }
}
