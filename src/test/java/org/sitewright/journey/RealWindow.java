package org.sitewright.journey;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;
import javafx.application.Platform;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.web.WebView;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;
import org.sitewright.app.Wiring;
import org.sitewright.app.Workspace;
import org.sitewright.secret.Keychain;
import org.sitewright.secret.MemoryKeychain;
import org.sitewright.site.Site;
import org.sitewright.ui.control.Look;
import org.sitewright.ui.fx.Destination;
import org.sitewright.ui.fx.Screen;
import org.testfx.api.FxRobot;
import org.testfx.robot.MouseRobot;
import org.testfx.util.NodeQueryUtils;

/// The whole program on a data folder, in a window of 1440 × 900, with hands to use it.
final class RealWindow implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(40);
    private static final int STEPS = 8;

    private final FxRobot robot = new FxRobot();
    private final Workspace workspace;
    private final Wiring wiring;
    private final Stage stage;

    private RealWindow(Workspace workspace, Wiring wiring, Stage stage) {
        this.workspace = workspace;
        this.wiring = wiring;
        this.stage = stage;
    }

    static RealWindow open(Path data) {
        return open(data, new MemoryKeychain());
    }

    static RealWindow open(Path data, Keychain keychain) {
        Workspace workspace = Workspace.open(
                data, Path.of(System.getProperty("sitewright.assets", "assets")), Clock.systemUTC(), keychain);
        return onScreen(() -> {
            Look look = new Look();
            Wiring wiring = new Wiring(workspace, look, url -> {});
            Stage stage = new Stage();
            Scene scene = new Scene(wiring.shell().root(), 1440, 900);
            look.dress(scene);
            stage.setScene(scene);
            stage.show();
            wiring.shell().open(new Destination.SignIn());
            return new RealWindow(workspace, wiring, stage);
        });
    }

    Workspace workspace() {
        return workspace;
    }

    /// The screen that is open.
    Screen screen() {
        return Objects.requireNonNull(wiring.shell().screen());
    }

    /// Goes to a place of the program, on the screen's thread.
    /// The first site of the first account, as the store has it.
    Site site() {
        var user = workspace.accounts().list().getFirst().id();
        var listing = workspace.sites().list(user).getFirst();
        return workspace.sites().find(listing.id()).orElseThrow();
    }

    void open(Destination destination) {
        wiring.shell().open(destination);
    }

    /// Lets somebody in who was never here; the sites are open then, and there are none.
    void signUp() {
        type("name", "Sara Berg");
        type("email", "sara@aurora.example");
        type("password", "Correct-horse-9");
        click("go");
        await("new-site");
    }

    /// Signs up and makes the site “Aurora” of the first starter; its page is open and can be written on.
    void signUpWithASite() {
        signUp();
        click("new-site");
        await("use-starter");
        type("site-name", "Aurora");
        click("use-starter");
        await("canvas");
        waitUntil(
                "the canvas is ready",
                () -> Boolean.TRUE.equals(onPage("!!window.swCanvas && !!window.sitewright"
                        + " && !!document.querySelector('.hero [data-sw-edit=title]')")));
    }

    /// Presses a button, a card or a row as the mouse does.
    void click(String id) {
        Node node = await(id);
        if (node instanceof ButtonBase button) {
            waitUntil("button " + id + " can be pressed", () -> onScreen(() -> !button.isDisabled()));
        }
        robot.clickOn(node);
    }

    /// Presses what says these words, also in an open menu.
    void clickWords(String words) {
        waitUntil(
                "“" + words + "” is shown",
                () -> onScreen(() -> robot.lookup(words).queryAll().stream().anyMatch(NodeQueryUtils.isVisible())));
        robot.clickOn(words);
    }

    /// Presses the mouse on a node and moves it onto another with the button down.
    ///
    /// @param part how far down the other one, from 0 to 1
    void carry(Node from, Node onto, double part) {
        Point2D start = spot(from, 0.5);
        Point2D end = spot(onto, part);
        MouseRobot mouse = robot.robotContext().getMouseRobot();
        mouse.move(start);
        robot.press(MouseButton.PRIMARY);
        for (int step = 1; step <= STEPS; step++) {
            mouse.move(start.interpolate(end, (double) step / STEPS));
        }
    }

    /// Moves the mouse to a point of the window, which may lie outside it.
    void move(double right, double down) {
        Point2D point = onScreen(() -> stage.getScene().getRoot().localToScreen(right, down));
        robot.robotContext().getMouseRobot().move(point);
    }

    void letGo() {
        robot.release(MouseButton.PRIMARY);
    }

    /// A spot near the left end of a node, where names are.
    private static Point2D spot(Node node, double part) {
        return onScreen(() -> node.localToScreen(
                Math.min(40, node.getLayoutBounds().getWidth() / 2),
                node.getLayoutBounds().getHeight() * part));
    }

    /// Drags a node with the mouse.
    void drag(String id, double right, double down) {
        robot.drag(await(id)).moveBy(right, down).drop();
    }

    void type(String id, String text) {
        Node node = await(id);
        robot.interact(node::requestFocus);
        robot.interact(() -> ((TextInputControl) node).selectAll());
        robot.write(text);
    }

    void press(KeyCode... keys) {
        robot.push(keys);
    }

    void typeOnPage(String text) {
        robot.write(text);
    }

    /// The node with the id, once it is there and shown.
    Node await(String id) {
        waitUntil("there is " + id, () -> find(id).isPresent());
        return find(id).orElseThrow();
    }

    Optional<Node> find(String id) {
        return onScreen(() -> Optional.ofNullable(
                        (@Nullable Node) stage.getScene().getRoot().lookup("#" + id))
                .filter(node -> node.localToScene(node.getBoundsInLocal()).getWidth() > 0));
    }

    /// What a style selector finds among what is shown, from the top down.
    List<Node> all(String selector) {
        return onScreen(() -> stage.getScene().getRoot().lookupAll(selector).stream()
                .filter(NodeQueryUtils.isVisible())
                .sorted(Comparator.comparingDouble(
                        node -> node.localToScene(node.getBoundsInLocal()).getMinY()))
                .toList());
    }

    /// What a label says at this moment; nothing while it is not shown. For waiting, when a screen may be made anew
    /// between two looks at it.
    String words(String id) {
        return onScreen(() -> find(id).filter(Labeled.class::isInstance)
                .map(label -> ((Labeled) label).getText())
                .orElse(""));
    }

    String textOf(String id) {
        return onScreen(() -> ((Labeled) find(id).orElseThrow()).getText());
    }

    /// What the page script answers.
    Object onPage(String script) {
        return onScreen(() -> ((WebView) await("canvas")).getEngine().executeScript(script));
    }

    /// Clicks the middle of an element of the page.
    void clickOnPage(String selector) {
        Node canvas = await("canvas");
        double zoom = onScreen(((WebView) canvas)::getZoom);
        String where = String.valueOf(onPage("(() => { const r = document.querySelector(" + quoted(selector)
                + ").getBoundingClientRect(); return (r.left + r.width / 2) + ' ' + (r.top + r.height / 2); })()"));
        String[] point = where.split(" ");
        var bounds = onScreen(() -> canvas.localToScreen(canvas.getBoundsInLocal()));
        robot.clickOn(
                bounds.getMinX() + Double.parseDouble(point[0]) * zoom,
                bounds.getMinY() + Double.parseDouble(point[1]) * zoom);
    }

    /// Looks again and again, on this thread, until the condition holds; the screen is left to itself in between.
    void waitUntil(String what, Callable<Boolean> condition) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!holds(condition)) {
            if (System.nanoTime() > end) {
                throw new AssertionError("waited in vain until " + what);
            }
            LockSupport.parkNanos(Duration.ofMillis(40).toNanos());
        }
    }

    private static boolean holds(Callable<Boolean> condition) {
        try {
            return condition.call();
        } catch (Exception fault) {
            throw new AssertionError(fault);
        }
    }

    static String quoted(String text) {
        return "'" + text.replace("\\", "\\\\").replace("'", "\\'") + "'";
    }

    @Override
    public void close() {
        boolean unused = onScreen(() -> {
            wiring.shell().close();
            stage.close();
            return true;
        });
        wiring.close();
        workspace.close();
    }

    static <T> T onScreen(Callable<T> action) {
        FutureTask<T> task = new FutureTask<>(action);
        if (Platform.isFxApplicationThread()) {
            task.run();
        } else {
            Platform.runLater(task);
        }
        try {
            return task.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new AssertionError(stopped);
        } catch (ExecutionException | TimeoutException fault) {
            throw new AssertionError(fault);
        }
    }
}
