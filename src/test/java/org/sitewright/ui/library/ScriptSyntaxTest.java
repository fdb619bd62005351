package org.sitewright.ui.library;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import javafx.application.Platform;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sitewright.library.component.CodeProblem;
import org.testfx.api.FxToolkit;

@Timeout(60)
class ScriptSyntaxTest {
    @BeforeAll
    static void startToolkit() throws Exception {
        FxToolkit.registerPrimaryStage();
        Platform.setImplicitExit(false);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "let a = b?.c ?? 'x';\nfor (const each of document.querySelectorAll('a')) { each.hidden = true; }",
                "class A { #x = 1; async go() { await fetch('/'); } }",
                "while (true) {}",
                "throw new Error('it is never run')",
            })
    void whatCanBeReadHasNoProblemAndIsNotRun(String script) throws Exception {
        assertThat(problems(script)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"let a = ;|1", "let a = 1;\\nif (a {\\n}|2", "}); while(true){}; (function(){|1"})
    void whatCannotBeReadIsMarkedAtItsLine(String script, int line) throws Exception {
        List<CodeProblem> problems = problems(script.replace("\\n", "\n"));
        assertThat(problems).hasSize(1);
        assertThat(problems.getFirst().part()).isEqualTo(CodeProblem.Part.JAVASCRIPT);
        assertThat(problems.getFirst().line()).isEqualTo(line);
    }

    private static List<CodeProblem> problems(String script) throws Exception {
        FutureTask<List<CodeProblem>> task = new FutureTask<>(() -> new ScriptSyntax().problems(script));
        Platform.runLater(task);
        return task.get(20, TimeUnit.SECONDS);
    }
}
