package org.sitewright.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.scene.web.WebView;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.sitewright.accounts.Account;
import org.sitewright.backup.AgeIdentity;
import org.sitewright.backup.BackupService;
import org.sitewright.backup.RecoverySheet;
import org.sitewright.publish.Target;
import org.sitewright.publish.TargetId;
import org.sitewright.publish.TargetSettings;
import org.sitewright.secret.FileVault;
import org.sitewright.site.Site;
import org.sitewright.site.SiteListing;
import org.sitewright.site.SiteRepository.Change;
import org.testfx.api.FxToolkit;

/// Backups on a disk, in the window: set up, words of the sheet, a proof, a look at a moment page by page, that moment
/// brought back beside and in place, a damaged backup that is seen and mended with one button.
@Timeout(600)
class BackupsJourneyTest {
    private static final String PASSWORD = "Correct-horse-9";

    @TempDir
    private Path data = Path.of("unused");

    @TempDir
    private Path disk = Path.of("unused");

    @BeforeAll
    static void startToolkit() throws Exception {
        FxToolkit.registerPrimaryStage();
        Platform.setImplicitExit(false);
    }

    @Test
    void whatIsBackedUpIsProvenSeenAndBroughtBack() throws Exception {
        try (RealWindow window = RealWindow.open(data)) {
            begin(window);
            window.click("nav-backups");
            window.click("place-0");
            window.waitUntil("the first backup is there", () -> rows(window, "backup-list") == 1 && idle(window));
            assertThat(window.textOf("last-proven")).isEqualTo("Not yet");
            sheet(window);
            window.click("prove");
            window.waitUntil(
                    "a restore is proven",
                    () -> idle(window) && !window.textOf("last-proven").equals("Not yet"));
            restore(window);
            damage(window);
        }
    }

    private void begin(RealWindow window) {
        window.type("name", "Sara Berg");
        window.type("email", "sara@aurora.example");
        window.type("password", PASSWORD);
        window.click("go");
        window.click("new-site");
        window.await("use-starter");
        window.type("site-name", "Aurora");
        window.click("use-starter");
        window.await("canvas");
        window.click("back");
        window.await("new-site");
        Site site = site(window, "Aurora");
        window.workspace()
                .sites()
                .save(site.withDetails("Borealis", "", "en"), new Change(site.owner(), "Name of the site"));
        window.workspace()
                .targets()
                .save(new Target(
                        new TargetId(window.workspace().ids().next()),
                        site.owner(),
                        "Disk",
                        new TargetSettings.Folder(disk, ""),
                        Instant.parse("2026-03-01T10:00:00Z")));
    }

    private static void sheet(RealWindow window) {
        Account account = window.workspace().accounts().list().getFirst();
        List<String> words;
        try (FileVault vault = window.workspace().vaults().open(account.id(), PASSWORD.toCharArray());
                AgeIdentity key = BackupService.key(vault)) {
            words = new RecoverySheet(key, "").words();
        }
        window.click("check-sheet");
        for (String field : List.of("first-word", "second-word")) {
            int number = Integer.parseInt(caption(window, field).replace("Word ", ""));
            window.type(field, words.get(number - 1));
        }
        window.click("check-words");
        window.waitUntil("both words are right", () -> window.find("first-word").isEmpty());
        assertThat(window.workspace().backups().settings().orElseThrow().sheetChecked())
                .isTrue();
    }

    private static String caption(RealWindow window, String field) {
        Node node = window.await(field);
        return RealWindow.onScreen(
                () -> ((Label) node.getParent().getChildrenUnmodifiable().getFirst()).getText());
    }

    private static void restore(RealWindow window) {
        window.click("show-moments");
        window.waitUntil("its moments are there", () -> rows(window, "moments") >= 2 && idle(window));
        RealWindow.onScreen(() -> {
            ((ListView<?>) window.find("moments").orElseThrow())
                    .getSelectionModel()
                    .select(0);
            return true;
        });
        window.click("look-at-moment");
        window.await("moment-page");
        assertThat(window.textOf("moment-title")).startsWith("Aurora");
        window.waitUntil("the page itself is shown", () -> page(window).contains("Aurora"));
        window.press(KeyCode.ESCAPE);
        window.waitUntil("it is closed", () -> window.find("moment-look").isEmpty());
        window.click("look-at-moment");
        window.await("moment-page");
        window.click("look-beside");
        window.waitUntil(
                "it is here beside", () -> idle(window) && names(window).size() == 2);
        assertThat(names(window)).anyMatch(name -> name.startsWith("Aurora (")).contains("Borealis");
        window.click("restore-replace");
        window.waitUntil(
                "it is what it was", () -> idle(window) && names(window).contains("Aurora"));
        assertThat(window.workspace()
                        .bin()
                        .list(window.workspace().accounts().list().getFirst().id()))
                .anyMatch(thing -> thing.name().startsWith("Borealis"));
    }

    private void damage(RealWindow window) throws Exception {
        window.click("back-up-now");
        window.waitUntil("the second backup is there", () -> idle(window) && rows(window, "backup-list") == 2);
        Path some;
        try (Stream<Path> files = Files.walk(disk.resolve("assets"))) {
            some = files.filter(Files::isRegularFile).findFirst().orElseThrow();
        }
        byte[] bytes = Files.readAllBytes(some);
        bytes[bytes.length / 2] ^= 4;
        Files.delete(some);
        Files.write(some, bytes);
        window.click("check-backups");
        window.await("repair");
        window.click("repair");
        window.waitUntil(
                "it is mended", () -> idle(window) && window.find("repair").isEmpty());
    }

    private static boolean idle(RealWindow window) {
        return window.find("cancel-backup").isEmpty();
    }

    private static int rows(RealWindow window, String id) {
        return RealWindow.onScreen(() -> window.find(id)
                .map(list -> ((ListView<?>) list).getItems().size())
                .orElse(0));
    }

    private static String page(RealWindow window) {
        return RealWindow.onScreen(
                () -> String.valueOf(((WebView) window.find("moment-page").orElseThrow())
                        .getEngine()
                        .executeScript("document.body.textContent")));
    }

    private static List<String> names(RealWindow window) {
        return window
                .workspace()
                .sites()
                .list(window.workspace().accounts().list().getFirst().id())
                .stream()
                .map(SiteListing::name)
                .toList();
    }

    private static Site site(RealWindow window, String name) {
        SiteListing listing =
                window
                        .workspace()
                        .sites()
                        .list(window.workspace().accounts().list().getFirst().id())
                        .stream()
                        .filter(each -> each.name().equals(name))
                        .findFirst()
                        .orElseThrow();
        return window.workspace().sites().find(listing.id()).orElseThrow();
    }
}
