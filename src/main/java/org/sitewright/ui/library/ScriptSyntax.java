package org.sitewright.ui.library;

import java.util.HexFormat;
import java.util.List;
import javafx.scene.web.WebEngine;
import org.jspecify.annotations.Nullable;
import org.sitewright.library.component.CodeProblem;

/// Reads scripts with the language's own parser, which never runs them: making a function reads its whole body and
/// calls nothing. The screen's thread owns it.
final class ScriptSyntax {
    /// The parser puts a head of this many lines before the body.
    private static final int HEAD = 2;

    private @Nullable WebEngine engine;

    /// What keeps the script from being read; empty when it is well-formed.
    List<CodeProblem> problems(String script) {
        if (script.isBlank()) {
            return List.of();
        }
        WebEngine reader = engine == null ? new WebEngine() : engine;
        engine = reader;
        Object said = reader.executeScript("(function(){try{new Function(" + literal(script)
                + ");return ''}catch(e){return (e.line||1)+' '+e.message}})()");
        return problem(script, String.valueOf(said));
    }

    /// The text as a literal of the language in which nothing has a meaning of its own.
    private static String literal(String text) {
        StringBuilder out = new StringBuilder(text.length() * 6 + 2).append('"');
        text.chars().forEach(each -> out.append("\\u").append(HexFormat.of().toHexDigits((char) each)));
        return out.append('"').toString();
    }

    private static List<CodeProblem> problem(String script, String said) {
        int space = said.indexOf(' ');
        if (space < 1) {
            return List.of();
        }
        List<String> lines = script.lines().toList();
        int line = Math.clamp(Long.parseLong(said.substring(0, space)) - HEAD, 1, Math.max(1, lines.size()));
        String what = lines.isEmpty() ? "" : lines.get(line - 1).strip();
        return List.of(new CodeProblem(
                CodeProblem.Part.JAVASCRIPT,
                line,
                what.length() > 60 ? what.substring(0, 59) + "…" : what,
                said.substring(space + 1) + ". The script would not run at all."));
    }
}
