package org.sitewright.app;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javafx.application.Application;
import org.sitewright.app.cli.CommandLineProgram;
import org.sitewright.app.cli.Terminal;

/// Where the program begins: the window without a command, else the command line. Not an `Application` itself, so that
/// the program starts with JavaFX on the module path or on the class path.
public final class Main {
    private static final Pattern WORD = Pattern.compile("\"((?:[^\"\\\\]|\\\\.)*)\"|'([^']*)'|(\\S+)");

    private Main() {}

    public static void main(String[] arguments) {
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
        Matcher word = WORD.matcher(line);
        while (word.find()) {
            if (word.group(1) != null) {
                words.add(word.group(1).replaceAll("\\\\(.)", "$1"));
            } else {
                words.add(word.group(2) != null ? word.group(2) : word.group(3));
            }
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
