package org.sitewright.book;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import javafx.application.Platform;
import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.TextInputControl;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.stage.Stage;
import javax.imageio.ImageIO;
import org.jspecify.annotations.Nullable;
import org.sitewright.accounts.Account;
import org.sitewright.accounts.Session;
import org.sitewright.app.Wiring;
import org.sitewright.app.Workspace;
import org.sitewright.site.Site;
import org.sitewright.ui.control.Look;
import org.sitewright.ui.control.PanelRequest;
import org.sitewright.ui.editor.EditorView;
import org.sitewright.ui.fx.Destination;
import org.sitewright.ui.fx.Destination.NewSite.Beginning;

/// Takes pictures of every screen of the program in its window, light and dark.
final class BookScreens implements AutoCloseable {
    private static final int SETTLE = 900;
    private static final int LONG_SETTLE = 3_500;

    private final Path folder;
    private final Workspace workspace;
    private final Look look;
    private final Wiring wiring;
    private final Stage stage;
    private int count;

    private BookScreens(Path folder, Workspace workspace, Look look, Wiring wiring, Stage stage) {
        this.folder = folder;
        this.workspace = workspace;
        this.look = look;
        this.wiring = wiring;
        this.stage = stage;
    }

    /// @param folder gets a picture for each screen and appearance
    static BookScreens open(Path folder) throws Exception {
        Files.createDirectories(folder);
        Path data = Files.createTempDirectory("screens");
        Path assets = Path.of(System.getProperty("sitewright.assets", "assets"));
        Workspace workspace = Workspace.open(data, assets, Clock.systemUTC());
        return onScreen(() -> {
            Look look = new Look();
            Wiring wiring = new Wiring(workspace, look, url -> {});
            Stage stage = new Stage();
            Scene scene = new Scene(wiring.shell().root(), 1440, 900);
            look.dress(scene);
            stage.setScene(scene);
            stage.show();
            return new BookScreens(folder, workspace, look, wiring, stage);
        });
    }

    /// @return how many pictures were taken
    int take() throws Exception {
        go(new Destination.SignIn());
        take("sign-in", LONG_SETTLE);
        Account account = workspace
                .accounts()
                .create(
                        "sara@aurora.example",
                        "Sara Berg",
                        "Correct-horse-9".toCharArray(),
                        Account.UserType.FREELANCER);
        Site first = site("bakery", "Aurora Bread", account);
        Site second = site("photographer", "Mira Holt", account);
        onScreen(() -> {
            wiring.shell().signedIn(Session.of(account, Clock.systemUTC().instant()));
            return true;
        });
        take("sites", LONG_SETTLE);
        go(new Destination.NewSite(Beginning.STARTER));
        take("new-site", LONG_SETTLE);
        editor(first);
        over(first);
        go(new Destination.Media(second.id()));
        take("media", LONG_SETTLE);
        press("media-as-list");
        take("media-list", SETTLE);
        go(new Destination.Publish(first.id()));
        take("publish", LONG_SETTLE);
        go(new Destination.Components(null));
        take("components", LONG_SETTLE);
        go(new Destination.Components(
                workspace.components().list(account.id()).getFirst().id()));
        take("component-code", LONG_SETTLE);
        return count;
    }

    private void editor(Site site) throws Exception {
        go(new Destination.Editor(site.id()));
        take("editor", LONG_SETTLE);
        onScreen(() -> {
            view().show(site.home().id(), site.home().sections().get(1).id());
            return true;
        });
        take("editor-section", SETTLE);
        press("tab-style");
        take("editor-style", SETTLE);
        for (String panel : new String[] {"theme", "forms", "menu", "components", "find"}) {
            onScreen(() -> {
                view().root().getChildrenUnmodifiable().getFirst().fireEvent(new PanelRequest(panel));
                return true;
            });
            await(panel + "-panel");
            if (panel.equals("find")) {
                write("find-text", "the");
            }
            take("editor-" + panel, panel.equals("components") ? LONG_SETTLE : SETTLE);
            if (panel.equals("forms")) {
                press("form-pattern-contact");
                take("editor-form", SETTLE);
            }
        }
    }

    /// What lies over the editor.
    private void over(Site site) throws Exception {
        go(new Destination.Editor(site.id()));
        pause(LONG_SETTLE);
        act("section.insert");
        take("section-picker", LONG_SETTLE);
        escape();
        act("view.search");
        write("palette-text", "add");
        take("palette", SETTLE);
        escape();
        act("view.keys");
        take("keys", SETTLE);
        escape();
        act("site.phone");
        take("phone", SETTLE);
        escape();
    }

    private Site site(String starter, String name, Account account) {
        return workspace
                .siteMaker()
                .fromStarter(workspace.catalogue().starter(starter).orElseThrow(), name, account.id());
    }

    private EditorView view() {
        return (EditorView) Objects.requireNonNull(wiring.shell().screen());
    }

    private void go(Destination destination) throws Exception {
        onScreen(() -> {
            wiring.shell().open(destination);
            return true;
        });
        pause(SETTLE);
    }

    private void act(String action) throws Exception {
        onScreen(() -> {
            view().actions().run(action);
            return true;
        });
    }

    private void press(String id) throws Exception {
        Node node = await(id);
        onScreen(() -> {
            ((ButtonBase) node).fire();
            return true;
        });
    }

    private void write(String id, String text) throws Exception {
        Node node = await(id);
        onScreen(() -> {
            ((TextInputControl) node).setText(text);
            return true;
        });
    }

    private void escape() throws Exception {
        onScreen(() -> {
            Node focused = stage.getScene().getFocusOwner();
            Event.fireEvent(
                    focused == null ? stage.getScene() : focused,
                    new KeyEvent(KeyEvent.KEY_PRESSED, "", "", KeyCode.ESCAPE, false, false, false, false));
            return true;
        });
        pause(SETTLE);
    }

    private Node await(String id) throws Exception {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
        while (true) {
            Node found = onScreen(() -> new Found(stage.getScene().getRoot().lookup("#" + id)))
                    .node();
            if (found != null) {
                return found;
            }
            if (System.nanoTime() > end) {
                throw new IllegalStateException("there is no " + id);
            }
            pause(40);
        }
    }

    private record Found(@Nullable Node node) {}

    private void take(String name, int settle) throws Exception {
        pause(settle);
        for (Look.Choice choice : new Look.Choice[] {Look.Choice.LIGHT, Look.Choice.DARK}) {
            onScreen(() -> {
                look.choiceProperty().set(choice);
                return true;
            });
            pause(SETTLE / 2);
            WritableImage image = onScreen(() -> stage.getScene().snapshot(null));
            Path file = folder.resolve(name + "-" + choice.name().toLowerCase(Locale.ROOT) + ".png");
            write(image, file);
            count++;
        }
        onScreen(() -> {
            look.choiceProperty().set(Look.Choice.LIGHT);
            return true;
        });
    }

    private static void write(WritableImage image, Path file) throws IOException {
        int width = (int) image.getWidth();
        int height = (int) image.getHeight();
        int[] pixels = new int[width * height];
        image.getPixelReader().getPixels(0, 0, width, height, PixelFormat.getIntArgbInstance(), pixels, 0, width);
        BufferedImage copy = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        copy.setRGB(0, 0, width, height, pixels, 0, width);
        ImageIO.write(copy, "png", file.toFile());
    }

    private static void pause(int millis) {
        LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(millis));
    }

    @Override
    public void close() throws Exception {
        onScreen(() -> {
            wiring.shell().close();
            stage.close();
            return true;
        });
        wiring.close();
        workspace.close();
    }

    private static <T> T onScreen(Callable<T> action) throws Exception {
        FutureTask<T> task = new FutureTask<>(action);
        Platform.runLater(task);
        return task.get(60, TimeUnit.SECONDS);
    }
}
