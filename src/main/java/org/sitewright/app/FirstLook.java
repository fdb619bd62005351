package org.sitewright.app;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.image.Image;
import javafx.stage.Stage;
import javax.imageio.ImageIO;
import org.jspecify.annotations.Nullable;
import org.sitewright.accounts.Account;
import org.sitewright.adapter.folder.FolderTarget;
import org.sitewright.app.cli.Terminal;
import org.sitewright.preview.CanvasPage;
import org.sitewright.preview.CanvasServer;
import org.sitewright.publish.PublishRequest;
import org.sitewright.publish.PublishResult;
import org.sitewright.publish.PublishTarget;
import org.sitewright.publish.Target;
import org.sitewright.publish.TargetId;
import org.sitewright.publish.TargetSettings;
import org.sitewright.render.BuildOptions;
import org.sitewright.render.CanvasRenderer;
import org.sitewright.render.OutputFolder;
import org.sitewright.render.OutputTree;
import org.sitewright.site.Site;
import org.sitewright.ui.control.PageSnapshots;
import org.sitewright.ui.fx.FxThread;
import org.sitewright.work.CancelToken;
import org.sitewright.work.Jobs;
import org.sitewright.work.Outcome;
import org.sitewright.work.Problem;
import org.sitewright.work.Progress;

/// The main job on a computer without a display: a site from a starter, built, published into a folder, and a picture
/// of its home page.
final class FirstLook {
    private static final Path FOLDER = Path.of("target", "first-look");
    private static final int SECONDS_FOR_A_PICTURE = 60;

    private final PrintStream out;
    private final Path folder = FOLDER.toAbsolutePath();

    private FirstLook(PrintStream out) {
        this.out = out;
    }

    /// @return the exit code
    static int run(Terminal terminal) {
        try {
            new FirstLook(terminal.out()).run();
            return 0;
        } catch (Problem problem) {
            terminal.err().println(problem.happened() + " " + problem.remedy() + " (" + problem.code() + ")");
            return 1;
        }
    }

    private void run() {
        out.println("There is no display, so here is the main job without the window:");
        clear();
        try (Workspace workspace = Workspace.open(folder.resolve("data"), DataFolder.assets(), Clock.systemUTC())) {
            char[] password = new char[24];
            byte[] random = new byte[password.length];
            new SecureRandom().nextBytes(random);
            for (int i = 0; i < password.length; i++) {
                password[i] = (char) ('a' + Math.floorMod(random[i], 26));
            }
            Account account = workspace
                    .accounts()
                    .create("someone@example.org", "Someone", password, Account.UserType.FREELANCER);
            Site site = workspace
                    .siteMaker()
                    .fromStarter(workspace.catalogue().starter("bakery").orElseThrow(), "Aurora", account.id());
            out.println("  1. made the site “" + site.name() + "” with "
                    + site.pages().size() + " pages from the starter “bakery”");
            OutputTree tree =
                    workspace.renderer().render(site, BuildOptions.WITHOUT_ADDRESS, Progress.NONE, new CancelToken());
            new OutputFolder(folder.resolve("build")).write(tree, true, Progress.NONE, new CancelToken());
            out.println("  2. built " + tree.count() + " files (" + tree.size() / 1024 + " KB): "
                    + folder.resolve("build"));
            publish(workspace, account, site, tree);
            picture(workspace, site);
        }
        out.println("With a display, the same command opens the window. All commands: sitewright help");
    }

    private void publish(Workspace workspace, Account account, Site site, OutputTree tree) {
        Path published = folder.resolve("published");
        TargetSettings.Folder settings = new TargetSettings.Folder(published, "");
        Target target = new Target(
                new TargetId(workspace.ids().next()),
                account.id(),
                "folder",
                settings,
                workspace.clock().instant());
        try {
            Files.createDirectories(published);
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
        workspace.targets().save(target);
        try (PublishTarget open = new FolderTarget(settings)) {
            PublishRequest request =
                    new PublishRequest(site.id(), account.id(), target, tree, Map.of(), PublishRequest.Consent.NONE);
            Outcome<PublishResult> outcome =
                    Jobs.run(workspace.publisher().publish(request, open), Progress.NONE, new CancelToken());
            if (outcome instanceof Outcome.Done<PublishResult> done
                    && done.value() instanceof PublishResult.Published result) {
                out.println("  3. published version " + result.deployment().version() + ", "
                        + result.deployment().sent().files() + " files: " + published.resolve("index.html"));
            } else {
                throw new Problem(
                        "SW-FIRST-LOOK",
                        "Publishing into " + published + " failed: " + outcome,
                        "Check that the folder can be written.");
            }
        }
    }

    private void picture(Workspace workspace, Site site) {
        AtomicReference<@Nullable Image> taken = new AtomicReference<>();
        CountDownLatch done = new CountDownLatch(1);
        try (CanvasServer server =
                CanvasServer.start(workspace.catalogue(), workspace.canvasPictures(), new SecureRandom())) {
            CanvasPage pages = new CanvasPage(new CanvasRenderer(workspace.catalogue()), server);
            String address =
                    server.put("home", () -> pages.still(site, site.home().id()));
            Platform.startup(() -> FxThread.later(() -> {
                PageSnapshots snapshots = new PageSnapshots();
                Stage stage = new Stage();
                stage.setScene(new Scene(snapshots.node(), 640, 480));
                stage.show();
                snapshots.request(new PageSnapshots.Request("home", address, 1280, 1600, 1, image -> {
                    taken.set(image);
                    done.countDown();
                }));
            }));
            boolean inTime = done.await(SECONDS_FOR_A_PICTURE, TimeUnit.SECONDS);
            Image image = taken.get();
            if (!inTime || image == null) {
                throw new Problem("SW-FIRST-LOOK", "The picture of the home page did not come.", "Try again.");
            }
            Path file = folder.resolve("home.png");
            write(image, file);
            out.println("  4. took a picture of its home page: " + file);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private static void write(Image image, Path file) {
        int width = (int) image.getWidth();
        int height = (int) image.getHeight();
        BufferedImage copy = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                copy.setRGB(x, y, image.getPixelReader().getArgb(x, y));
            }
        }
        try {
            ImageIO.write(copy, "png", file.toFile());
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }

    /// Everything in the folder is of an earlier look.
    private void clear() {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> all = Files.walk(folder)) {
            List<Path> deepestFirst = all.sorted(Comparator.reverseOrder()).toList();
            for (Path path : deepestFirst) {
                Files.delete(path);
            }
        } catch (IOException fault) {
            throw new Problem(
                    "SW-FIRST-LOOK",
                    "The folder " + folder + " could not be emptied.",
                    "Delete it, then try again.",
                    fault);
        }
    }
}
