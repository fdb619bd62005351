package org.sitewright.app;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;

/// Where the data folder and the assets are, unless somebody says otherwise.
public final class DataFolder {
    /// The environment variable that names the data folder.
    public static final String VARIABLE = "SITEWRIGHT_DATA";

    private DataFolder() {}

    /// The folder of `SITEWRIGHT_DATA`, else the platform's usual place for the data of programs.
    public static Path usual(Map<String, String> environment) {
        String named = environment.getOrDefault(VARIABLE, "");
        if (!named.isBlank()) {
            return Path.of(named);
        }
        Path home = Path.of(System.getProperty("user.home"));
        String system = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
        if (system.contains("win")) {
            String roaming = environment.getOrDefault("APPDATA", "");
            return (roaming.isBlank() ? home.resolve("AppData/Roaming") : Path.of(roaming)).resolve("Sitewright");
        }
        if (system.contains("mac")) {
            return home.resolve("Library/Application Support/Sitewright");
        }
        String data = environment.getOrDefault("XDG_DATA_HOME", "");
        return (data.isBlank() ? home.resolve(".local/share") : Path.of(data)).resolve("sitewright");
    }

    /// The assets folder that the launcher names in `sitewright.assets`, else the one of the working folder.
    public static Path assets() {
        return Path.of(System.getProperty("sitewright.assets", "assets"));
    }
}
