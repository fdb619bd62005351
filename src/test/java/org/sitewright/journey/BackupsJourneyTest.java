package org.sitewright.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListView;
import javafx.scene.layout.Pane;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.sitewright.app.SiteMaker;
import org.sitewright.backup.AgeIdentity;
import org.sitewright.backup.BackupService;
import org.sitewright.backup.RecoverySheet;
import org.sitewright.publish.Target;
import org.sitewright.publish.TargetId;
import org.sitewright.publish.TargetSettings;
import org.sitewright.secret.FileVault;
import org.sitewright.secret.MemoryKeychain;
import org.sitewright.site.Site;
import org.sitewright.site.SiteListing;
import org.sitewright.site.SiteRepository.Change;
import org.sitewright.site.UserId;
import org.testfx.api.FxToolkit;

/// Backups in the window: a disk is chosen, the recovery sheet shown to be at hand, a restore proven, and a site
/// brought back beside what it became.
@Timeout(600)
class BackupsJourneyTest {
    private static final String PASSWORD = "Correct-horse-9";

    @TempDir
    private Path temp;

    @BeforeAll
    static void startToolkit() throws Exception {
        FxToolkit.registerPrimaryStage();
        Platform.setImplicitExit(false);
    }

    private static UserId signUp(RealWindow window) {
        window.type("name", "Sara Berg");
        window.type("email", "sara@aurora.example");
        window.type("password", PASSWORD);
        window.click("go");
        window.await("new-site");
        return window.workspace().accounts().list().getFirst().id();
    }

    @Test
    void aSiteComesBackBesideWhatItBecame() throws Exception {
        Path disk = Files.createDirectories(temp.resolve("disk"));
        try (RealWindow window = RealWindow.open(temp.resolve("data"))) {
            UserId owner = signUp(window);
            SiteMaker maker = window.workspace().siteMaker();
            Site site = maker.fromStarter(
                    window.workspace().catalogue().starter("bakery").orElseThrow(), "Harbour", owner);
            window.workspace()
                    .targets()
                    .save(new Target(
                            new TargetId(new UUID(4, 4)),
                            owner,
                            "The disk",
                            new TargetSettings.Folder(disk.resolve("backups"), ""),
                            Instant.EPOCH));
            window.click("nav-backups");
            window.click("place-0");
            waitForBackups(window, 1);
            assertThat(window.textOf("last-proven")).isEqualTo("Not yet");

            showTheSheet(window, owner);

            Site renamed = site.withDetails("Harbour by night", "", "en");
            window.workspace().sites().save(renamed, new Change(owner, "Rename"));
            window.click("back-up-now");
            waitForBackups(window, 2);

            window.click("prove");
            window.waitUntil(
                    "the restore is proven", () -> window.words("last-proven").startsWith("Today"));

            bringBack(window);
            window.waitUntil("there are two sites", () -> sites(window, owner).size() == 2);
            assertThat(sites(window, owner))
                    .contains("Harbour by night")
                    .anyMatch(name -> name.startsWith("Harbour ("));
            Site now = window.workspace().sites().find(site.id()).orElseThrow();
            assertThat(now).isEqualTo(renamed);
        }
    }

    private static List<String> sites(RealWindow window, UserId owner) {
        return window.workspace().sites().list(owner).stream()
                .map(SiteListing::name)
                .toList();
    }

    private static void waitForBackups(RealWindow window, int count) {
        window.waitUntil("there are " + count + " backups", () -> window.find("backup-list")
                .filter(list -> ((ListView<?>) list).getItems().size() == count)
                .isPresent());
    }

    /// Wrong words first, then those that stand on the sheet.
    private static void showTheSheet(RealWindow window, UserId owner) {
        List<String> words;
        try (FileVault vault = window.workspace().vaults().open(owner, PASSWORD.toCharArray());
                AgeIdentity key = BackupService.key(vault)) {
            words = new RecoverySheet(key, "").words();
        }
        window.click("check-sheet");
        window.type("first-word", "NOTONE");
        window.type("second-word", "NOTTWO");
        window.click("check-words");
        window.waitUntil("it says so", () -> says(window, "These are not the words of this key"));
        window.type("first-word", words.get(number(window, "first-word") - 1));
        window.type("second-word", words.get(number(window, "second-word") - 1));
        window.click("check-words");
        window.waitUntil("the sheet counts as at hand", () -> says(window, "The recovery sheet is at hand"));
        assertThat(window.find("first-word")).isEmpty();
    }

    /// The number that the label over a field asks for.
    private static int number(RealWindow window, String field) {
        return RealWindow.onScreen(() -> {
            Pane box = (Pane)
                    Objects.requireNonNull(window.find(field).orElseThrow().getParent());
            String asked = ((Labeled) box.getChildren().getFirst()).getText();
            return Integer.parseInt(asked.replace("Word ", ""));
        });
    }

    private static void bringBack(RealWindow window) {
        window.click("show-moments");
        window.waitUntil("the moments are shown", () -> window.find("moments")
                .filter(list -> ((ListView<?>) list).getItems().size() >= 2)
                .isPresent());
        boolean unused = RealWindow.onScreen(() -> {
            ListView<?> moments = (ListView<?>) window.find("moments").orElseThrow();
            moments.getSelectionModel().select(moments.getItems().size() - 2);
            return true;
        });
        window.click("look-at-moment");
        window.await("moment-look");
        window.waitUntil("it is the site as it was", () -> window.words("moment-look-title")
                .startsWith("Harbour,"));
        window.click("look-beside");
    }

    private static boolean says(RealWindow window, String words) {
        return RealWindow.onScreen(() -> window.find("backups").stream()
                .flatMap(node -> node.lookupAll("*").stream())
                .filter(Node::isVisible)
                .anyMatch(node -> node instanceof Labeled label
                        && label.getText() != null
                        && label.getText().contains(words)));
    }

    @Test
    void theKeychainIsTurnedOnAndOffInTheAccountMenu() {
        MemoryKeychain keychain = new MemoryKeychain();
        try (RealWindow window = RealWindow.open(temp.resolve("data"), keychain)) {
            UserId owner = signUp(window);
            window.click("account");
            window.clickWords("Open my keys with this computer's keychain");
            window.waitUntil(
                    "the keychain opens the vault",
                    () -> window.workspace().vaults().isInKeychain(owner));
            try (FileVault opened =
                    window.workspace().vaults().fromKeychain(owner).orElseThrow()) {
                assertThat(opened.names()).isEmpty();
            }
            window.click("account");
            window.clickWords("Open my keys with this computer's keychain");
            window.waitUntil(
                    "it no longer does", () -> !window.workspace().vaults().isInKeychain(owner));
        }
    }
}
