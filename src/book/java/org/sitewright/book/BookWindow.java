package org.sitewright.book;

import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import javafx.application.Platform;
import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.SnapshotParameters;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.paint.Color;
import javafx.stage.PopupWindow;
import javafx.stage.Stage;
import javafx.stage.Window;
import javax.imageio.ImageIO;
import org.jspecify.annotations.Nullable;
import org.sitewright.app.Wiring;
import org.sitewright.app.Workspace;
import org.sitewright.ui.control.Look;
import org.sitewright.ui.fx.Destination;
import org.sitewright.ui.fx.Screen;

/// The program's window on a data folder of its own, with hands to use it and a camera before it.
final class BookWindow {
    static final int SETTLE = 900;
    static final int LONG_SETTLE = 3_500;
    private static final int WIDTH = 1440;
    private static final int HEIGHT = 900;
    private static final int PATIENCE = 180;

    private final Path pictures;
    private final Path data;
    private final BookClock clock;
    private final Workspace workspace;
    private final Look look;
    private final Wiring wiring;
    private final Stage stage;
    private int count;

    private BookWindow(
            Path pictures, Path data, BookClock clock, Workspace workspace, Look look, Wiring wiring, Stage stage) {
        this.pictures = pictures;
        this.data = data;
        this.clock = clock;
        this.workspace = workspace;
        this.look = look;
        this.wiring = wiring;
        this.stage = stage;
    }

    /// @param pictures gets a picture for each screen and appearance
    static BookWindow open(Path pictures) throws Exception {
        Files.createDirectories(pictures);
        Path data = Files.createTempDirectory("screens");
        BookClock clock = new BookClock();
        Workspace workspace = Workspace.open(data, Path.of(System.getProperty("sitewright.assets", "assets")), clock);
        return onScreen(() -> {
            Look look = new Look();
            Wiring wiring = new Wiring(workspace, look, url -> {});
            Stage stage = new Stage();
            Scene scene = new Scene(wiring.shell().root(), WIDTH, HEIGHT);
            look.dress(scene);
            stage.setScene(scene);
            stage.show();
            return new BookWindow(pictures, data, clock, workspace, look, wiring, stage);
        });
    }

    Workspace workspace() {
        return workspace;
    }

    BookClock clock() {
        return clock;
    }

    Path data() {
        return data;
    }

    /// How many pictures were taken.
    int count() {
        return count;
    }

    Screen screen() {
        return Objects.requireNonNull(wiring.shell().screen());
    }

    void go(Destination destination) throws Exception {
        act(() -> wiring.shell().open(destination));
        pause(SETTLE);
    }

    void press(String id) throws Exception {
        waitUntil(id + " can be pressed", () -> find(id) instanceof ButtonBase button && !button.isDisabled());
        act(() -> {
            if (find(id) instanceof ButtonBase button) {
                button.fire();
            }
        });
    }

    void write(String id, String text) throws Exception {
        TextInputControl node = (TextInputControl) await(id);
        act(() -> node.setText(text));
    }

    void key(KeyCode code) throws Exception {
        act(() -> {
            Node focused = stage.getScene().getFocusOwner();
            Event.fireEvent(
                    focused == null ? stage.getScene() : focused,
                    new KeyEvent(KeyEvent.KEY_PRESSED, "", "", code, false, false, false, false));
        });
        pause(SETTLE);
    }

    /// Does something on the screen's thread.
    void act(Runnable action) throws Exception {
        onScreen(() -> {
            action.run();
            return true;
        });
    }

    Node await(String id) throws Exception {
        waitUntil("there is " + id, () -> find(id) != null);
        return onScreen(() -> Objects.requireNonNull(find(id)));
    }

    boolean has(String id) throws Exception {
        return onScreen(() -> find(id) != null);
    }

    /// Looks again and again on the screen's thread.
    void waitUntil(String what, BooleanSupplier condition) throws Exception {
        waitFor(what, () -> onScreen(condition::getAsBoolean));
    }

    /// Looks again and again on this thread.
    void waitFor(String what, Callable<Boolean> condition) throws Exception {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE);
        while (!condition.call()) {
            if (System.nanoTime() > end) {
                throw new IllegalStateException("waited in vain until " + what);
            }
            pause(40);
        }
    }

    /// Pictures in both appearances, with whatever popups stand over the window.
    void take(String name, int settle) throws Exception {
        pause(settle);
        for (Look.Choice choice : List.of(Look.Choice.LIGHT, Look.Choice.DARK)) {
            act(() -> look.choiceProperty().set(choice));
            pause(SETTLE / 2);
            BufferedImage image = onScreen(this::picture);
            ImageIO.write(
                    image,
                    "png",
                    pictures.resolve(name + "-" + choice.name().toLowerCase(Locale.ROOT) + ".png")
                            .toFile());
            count++;
        }
        act(() -> look.choiceProperty().set(Look.Choice.LIGHT));
    }

    private BufferedImage picture() {
        BufferedImage all = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = all.createGraphics();
        pen.drawImage(Camera.copy(stage.getScene().snapshot(null)), 0, 0, null);
        for (Window window : List.copyOf(Window.getWindows())) {
            if (window instanceof PopupWindow && window.isShowing()) {
                Scene scene = stage.getScene();
                int x = (int) (window.getX() - stage.getX() - scene.getX());
                int y = (int) (window.getY() - stage.getY() - scene.getY());
                SnapshotParameters clear = new SnapshotParameters();
                clear.setFill(Color.TRANSPARENT);
                pen.drawImage(Camera.copy(window.getScene().getRoot().snapshot(clear, null)), x, y, null);
            }
        }
        pen.dispose();
        return all;
    }

    private @Nullable Node find(String id) {
        for (Window window : Window.getWindows()) {
            Node found = window.getScene() == null
                    ? null
                    : window.getScene().getRoot().lookup("#" + id);
            if (found != null) {
                return found;
            }
        }
        return null;
    }

    static void pause(int millis) {
        LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(millis));
    }

    static <T> T onScreen(Callable<T> action) throws Exception {
        FutureTask<T> task = new FutureTask<>(action);
        Platform.runLater(task);
        return task.get(60, TimeUnit.SECONDS);
    }

    void end() throws Exception {
        act(() -> {
            wiring.shell().close();
            stage.close();
        });
        wiring.close();
        workspace.close();
    }

    /// Damages what is on the disk.
    static void flip(Path file) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        bytes[bytes.length / 2] ^= 0x10;
        Files.write(file, bytes);
    }
}
