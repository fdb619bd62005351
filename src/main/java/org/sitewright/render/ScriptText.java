package org.sitewright.render;

import com.google.javascript.jscomp.CompilationLevel;
import com.google.javascript.jscomp.Compiler;
import com.google.javascript.jscomp.CompilerOptions;
import com.google.javascript.jscomp.CompilerOptions.LanguageMode;
import com.google.javascript.jscomp.SourceFile;
import java.io.OutputStream;
import java.io.PrintStream;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/// Takes comments and needless white space out of JavaScript, with Google's Closure Compiler: it reads a script whole
/// and writes it anew. It changes nothing else: names and order stay, so that an author finds a fault again. A script
/// that it does not understand stays as it is. Safe from any thread.
final class ScriptText {
    /// The release that a kept script is of. Another one may write it differently.
    static final String RELEASE = "v20260824";

    private static final Logger LOG = System.getLogger(ScriptText.class.getName());
    private static final String STRICT = "'use strict';";
    private static final int HASH = 64;

    private final BuildStore kept;
    private final Map<String, String> known = new ConcurrentHashMap<>();

    /// @param kept where written scripts are kept, since the compiler takes a second to start
    ScriptText(BuildStore kept) {
        this.kept = kept;
    }

    /// @param script in strict mode, with or without saying so
    String tight(String script) {
        return known.computeIfAbsent(
                Hashes.of(RELEASE + "\n" + script), name -> read(name).orElseGet(() -> written(script, name)));
    }

    private Optional<String> read(String name) {
        return kept.read(file(name)).flatMap(ScriptText::whole);
    }

    private String written(String script, String name) {
        String tight =
                compiled(script).filter(made -> made.length() < script.length()).orElse(script);
        kept.write(file(name), (Hashes.of(tight) + tight).getBytes(StandardCharsets.UTF_8));
        return tight;
    }

    private static String file(String name) {
        return "script-" + name.substring(0, 32) + ".js";
    }

    /// A kept script begins with its hash: one that is torn or damaged is made again.
    private static Optional<String> whole(byte[] content) {
        if (content.length < HASH) {
            return Optional.empty();
        }
        String script = new String(Arrays.copyOfRange(content, HASH, content.length), StandardCharsets.UTF_8);
        String hash = new String(content, 0, HASH, StandardCharsets.UTF_8);
        return Hashes.of(script).equals(hash) ? Optional.of(script) : Optional.empty();
    }

    private static Optional<String> compiled(String script) {
        try {
            Compiler compiler =
                    new Compiler(new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8));
            compiler.disableThreads();
            boolean read =
                    compiler.compile(List.of(), List.of(SourceFile.fromCode("script.js", script)), options()).success;
            return read ? Optional.of(strictOnlyAsBefore(compiler.toSource(), script)) : Optional.empty();
        } catch (RuntimeException | StackOverflowError beyondIt) {
            // Whatever a person wrote, the site is built.
            LOG.log(Level.DEBUG, "a script stays as it was written", beyondIt);
            return Optional.empty();
        }
    }

    private static CompilerOptions options() {
        CompilerOptions options = new CompilerOptions();
        CompilationLevel.WHITESPACE_ONLY.setOptionsForCompilationLevel(options);
        options.setLanguageIn(LanguageMode.UNSTABLE);
        options.setLanguageOut(LanguageMode.NO_TRANSPILE);
        options.setOutputCharset(StandardCharsets.UTF_8);
        // Scripts are files here, so nothing in them can end an element.
        options.setTrustedStrings(true);
        options.setEmitUseStrict(true);
        return options;
    }

    private static String strictOnlyAsBefore(String tight, String script) {
        boolean said = script.startsWith("\"use strict\"") || script.contains("\n\"use strict\"");
        return tight.startsWith(STRICT) && !said ? tight.substring(STRICT.length()) : tight;
    }
}
