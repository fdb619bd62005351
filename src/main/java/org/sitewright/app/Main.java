package org.sitewright.app;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javafx.application.Application;
import org.sitewright.app.cli.CommandLineProgram;
import org.sitewright.app.cli.Terminal;

/// Where the program begins: the window without a command, else the command line. Not an `Application` itself, so that
/// the program starts with JavaFX on the module path or on the class path.
public final class Main {
    private Main() {}

    public static void main(String[] arguments) {
        // Cards are drawn with AWT's fonts; windows are JavaFX's, and a server has no screen for AWT to look for.
        System.setProperty("java.awt.headless", "true");
        List<String> words =
                arguments.length > 0 ? List.of(arguments) : words(System.getProperty("sitewright.args", ""));
        if (wantsWindow(words)) {
            openWindow(dataFolder(words));
        } else {
            System.exit(CommandLineProgram.run(Terminal.ofProcess(), words.toArray(String[]::new)));
        }
    }

    /// Splits a line into words, as a shell does, with `"…"` and `'…'` around words that hold spaces.
    static List<String> words(String line) {
        List<String> words = new ArrayList<>();
        StringBuilder word = new StringBuilder();
        boolean inWord = false;
        char quote = 0;
        for (int i = 0; i < line.length(); i++) {
            char sign = line.charAt(i);
            if (quote == 0 && Character.isWhitespace(sign)) {
                if (inWord) {
                    words.add(word.toString());
                }
                word.setLength(0);
                inWord = false;
                continue;
            }
            inWord = true;
            if (quote == '"' && sign == '\\' && i + 1 < line.length()) {
                word.append(line.charAt(++i));
            } else if (quote == 0 && (sign == '"' || sign == '\'')) {
                quote = sign;
            } else if (quote == sign) {
                quote = 0;
            } else {
                word.append(sign);
            }
        }
        if (inWord) {
            words.add(word.toString());
        }
        return words;
    }

    /// Whether nothing but `ui` and the data folder is named.
    static boolean wantsWindow(List<String> words) {
        List<String> rest = new ArrayList<>(words);
        for (int i = 0; i < rest.size(); i++) {
            if (rest.get(i).equals("--data") && i + 1 < rest.size()) {
                rest.remove(i + 1);
                rest.remove(i--);
            } else if (rest.get(i).startsWith("--data=")) {
                rest.remove(i--);
            }
        }
        return rest.isEmpty() || rest.equals(List.of("ui"));
    }

    private static Path dataFolder(List<String> words) {
        for (int i = 0; i < words.size(); i++) {
            if (words.get(i).startsWith("--data=")) {
                return Path.of(words.get(i).substring("--data=".length()));
            }
            if (words.get(i).equals("--data") && i + 1 < words.size()) {
                return Path.of(words.get(i + 1));
            }
        }
        return DataFolder.usual(System.getenv());
    }

    private static void openWindow(Path data) {
        if (!hasDisplay(System.getenv())) {
            System.setProperty("glass.platform", "Headless");
            System.setProperty("prism.order", "sw");
            System.exit(FirstLook.run(Terminal.ofProcess()));
        }
        if (WindowCall.showOpen(data)) {
            System.out.println("Sitewright is already open; its window is in front now.");
            return;
        }
        Application.launch(DesktopApp.class, data.toString());
    }

    /// Windows and macOS always have one; elsewhere X11 or Wayland must be there.
    static boolean hasDisplay(Map<String, String> environment) {
        String system = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
        return system.contains("win")
                || system.contains("mac")
                || !environment.getOrDefault("DISPLAY", "").isBlank()
                || !environment.getOrDefault("WAYLAND_DISPLAY", "").isBlank();
    }
}
