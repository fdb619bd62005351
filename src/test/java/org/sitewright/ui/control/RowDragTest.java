package org.sitewright.ui.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import javafx.application.Platform;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.event.Event;
import javafx.event.EventType;
import javafx.geometry.Point2D;
import javafx.scene.Cursor;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.PickResult;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.testfx.api.FxRobot;
import org.testfx.api.FxToolkit;
import org.testfx.robot.MouseRobot;
import org.testfx.util.WaitForAsyncUtils;

/// Rows under a real mouse: a long list whose cells are used again, and a panel of a few rows that nest.
@Timeout(60)
class RowDragTest {
    private static final double ROW = 30;
    private static final double HEIGHT = 300;
    private static final int STEPS = 5;

    private final FxRobot robot = new FxRobot();
    private final List<String> heard = new ArrayList<>();
    private final AtomicInteger clicks = new AtomicInteger();
    private final ObservableList<String> names = FXCollections.observableArrayList(
            IntStream.range(0, 500).mapToObj(i -> "row " + i).toList());
    private final ListView<String> list = onScreen(() -> new ListView<>(names));
    private final VBox panel = new VBox();
    private final ScrollPane around = onScreen(() -> new ScrollPane(panel));
    private Stage stage;

    @BeforeAll
    static void startToolkit() throws Exception {
        FxToolkit.registerPrimaryStage();
        Platform.setImplicitExit(false);
    }

    @BeforeEach
    void show() {
        stage = onScreen(() -> {
            list.setFixedCellSize(ROW);
            list.setPrefSize(240, HEIGHT);
            list.setMaxHeight(HEIGHT);
            list.setCellFactory(view -> cell());
            DragRows few = rows("few", true);
            for (int i = 0; i < 30; i++) {
                panel.getChildren().add(row(few, "entry " + i));
            }
            around.setPrefSize(300, HEIGHT);
            around.setMaxHeight(HEIGHT);
            Stage made = new Stage();
            made.setScene(new Scene(new StackPane(new HBox(20, list, around)), 640, 400));
            made.setX(100);
            made.setY(100);
            made.show();
            return made;
        });
        WaitForAsyncUtils.waitForFxEvents();
    }

    @AfterEach
    void close() {
        robot.release(MouseButton.PRIMARY);
        onScreen(() -> {
            stage.close();
            return true;
        });
    }

    @Test
    void aRowIsCarriedToTheLowerHalfOfAnother() {
        press(inList(1, 0.5));
        robot.moveBy(0, 3);
        assertThat(picture()).isEmpty();
        move(onto(inList(4, 0.8)));
        assertThat(picture()).hasSize(1);
        assertThat(picture().getFirst().isMouseTransparent()).isTrue();
        assertThat(cell("row 4").getStyleClass()).contains("drop-below");
        assertThat(cursor()).isSameAs(Cursor.CLOSED_HAND);
        move(onto(inList(4, 0.2)));
        assertThat(cell("row 4").getStyleClass()).contains("drop-above").doesNotContain("drop-below");
        double before = onScreen(() -> picture().getFirst().getLayoutY());
        move(onto(inList(6, 0.8)));
        assertThat(onScreen(() -> picture().getFirst().getLayoutY()) - before).isEqualTo(2.6 * ROW);
        robot.release(MouseButton.PRIMARY);
        assertThat(heard).containsExactly("row 1 BELOW row 6");
        assertNothingIsLeft();
    }

    @Test
    void escPutsItBackAndTheClickThatFollowsMeansNothing() {
        press(inPanel(2));
        move(onto(inPanel(4)));
        assertThat(picture()).hasSize(1);
        robot.push(KeyCode.ESCAPE);
        assertNothingIsLeft();
        move(onto(inPanel(2)));
        assertThat(picture()).isEmpty();
        robot.release(MouseButton.PRIMARY);
        assertThat(heard).isEmpty();
        assertThat(clicks).hasValue(0);
        robot.clickOn(onto(inPanel(2)), MouseButton.PRIMARY);
        assertThat(clicks).hasValue(1);
    }

    @Test
    void backOnItselfItIsNeitherMovedNorClicked() {
        press(inPanel(3));
        robot.moveBy(0, 40);
        move(onto(inPanel(3)));
        robot.release(MouseButton.PRIMARY);
        assertThat(heard).isEmpty();
        assertThat(clicks).hasValue(0);
        assertNothingIsLeft();
    }

    @Test
    void itLandsInsideARowOfAPanelThatNests() {
        press(inPanel(0));
        move(onto(inPanel(5)));
        assertThat(row("entry 5").getStyleClass()).contains("drop-inside");
        robot.release(MouseButton.PRIMARY);
        assertThat(heard).containsExactly("entry 0 INSIDE entry 5");
    }

    @Test
    void rowsOfAnotherKindTakeNothing() {
        press(inList(1, 0.5));
        move(onto(inPanel(4)));
        assertThat(picture()).hasSize(1);
        assertThat(row("entry 4").getStyleClass()).doesNotContain("drop-above", "drop-below", "drop-inside");
        robot.release(MouseButton.PRIMARY);
        assertThat(heard).isEmpty();
        assertNothingIsLeft();
    }

    @Test
    void outsideTheWindowItGoesBack() {
        press(inList(1, 0.5));
        move(onto(inList(3, 0.5)));
        move(new Point2D(20, 20));
        robot.release(MouseButton.PRIMARY);
        move(onto(inList(3, 0.5)));
        assertThat(heard).isEmpty();
        assertNothingIsLeft();
    }

    /// Most window systems tell the window of a button that is let go outside it; the one of the tests does not.
    @Test
    void aReleaseThatIsHeardFromOutsideTheWindowMovesNothing() {
        press(inList(1, 0.5));
        move(onto(inList(3, 0.5)));
        onScreen(() -> {
            Event.fireEvent(stage.getScene(), outside(MouseEvent.MOUSE_DRAGGED));
            Event.fireEvent(stage.getScene(), outside(MouseEvent.MOUSE_RELEASED));
            return true;
        });
        assertNothingIsLeft();
        robot.release(MouseButton.PRIMARY);
        assertThat(heard).isEmpty();
    }

    @Test
    void nearTheEdgeTheListScrollsAndItsCellsAreUsedAgain() {
        press(inList(1, 0.5));
        move(onto(new Point2D(60, HEIGHT - 4)));
        waitUntil(() -> shownRows().contains("row 60"));
        assertThat(shownRows()).doesNotContain("row 1");
        move(onto(new Point2D(60, HEIGHT / 2)));
        WaitForAsyncUtils.waitForFxEvents();
        String under = onScreen(() -> DragRows.at(list, new Point2D(60, HEIGHT / 2))
                .orElseThrow()
                .id()
                .get());
        robot.release(MouseButton.PRIMARY);
        assertThat(heard).hasSize(1).first().asString().matches("row 1 (ABOVE|BELOW) " + under);
        // Rows are chosen by the release in these tests, and this one belonged to the drag.
        assertThat(list.getSelectionModel().getSelectedItems()).isEmpty();
        assertNothingIsLeft();
    }

    @Test
    void aPanelScrollsDownAndUpAgain() {
        press(inPanel(2));
        move(onto(new Point2D(300, HEIGHT - 2)));
        waitUntil(() -> onScreen(() -> around.getVvalue() == around.getVmax()));
        move(onto(new Point2D(300, 2)));
        waitUntil(() -> onScreen(() -> around.getVvalue() == around.getVmin()));
        robot.push(KeyCode.ESCAPE);
        robot.release(MouseButton.PRIMARY);
        assertNothingIsLeft();
    }

    @Test
    void theOtherButtonAndTheButtonsOfARowDragNothing() {
        move(onto(inPanel(2)));
        robot.press(MouseButton.SECONDARY);
        move(onto(inPanel(5)));
        assertThat(picture()).isEmpty();
        robot.release(MouseButton.SECONDARY);
        press(inWindow(onScreen(() -> row("entry 2").lookup(".button"))));
        move(onto(inPanel(5)));
        assertThat(picture()).isEmpty();
        robot.release(MouseButton.PRIMARY);
        assertThat(heard).isEmpty();
    }

    @Test
    void speedGrowsTowardsTheEdges() {
        assertThat(EdgeScroll.speed(150, 0, 300)).isZero();
        assertThat(EdgeScroll.speed(290, 0, 300)).isPositive().isLessThan(EdgeScroll.speed(299, 0, 300));
        assertThat(EdgeScroll.speed(400, 0, 300)).isEqualTo(EdgeScroll.speed(300, 0, 300));
        assertThat(EdgeScroll.speed(5, 0, 300)).isNegative().isEqualTo(-EdgeScroll.speed(295, 0, 300));
        assertThat(EdgeScroll.speed(10, 0, 20)).isZero();
        assertThat(EdgeScroll.speed(10, 0, 0)).isZero();
    }

    private void assertNothingIsLeft() {
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(picture()).isEmpty();
        assertThat(cursor()).isNull();
        assertThat(onScreen(() -> stage.getScene().getRoot().lookupAll(".drop-above, .drop-below, .drop-inside")))
                .isEmpty();
    }

    private ListCell<String> cell() {
        ListCell<String> cell = new ListCell<>() {
            @Override
            protected void updateItem(String item, boolean empty) {
                super.updateItem(item, empty);
                // As in the outline, the node that was pressed goes with the row.
                setGraphic(empty ? null : new Label(item));
            }
        };
        rows("many", false).on(cell, cell, () -> cell.getItem() == null ? "" : cell.getItem());
        return cell;
    }

    private HBox row(DragRows few, String name) {
        HBox row = new HBox(new Label(name), new Button("Up"));
        row.setId(name.replace(' ', '-'));
        row.setPrefSize(280, ROW);
        row.setMinHeight(ROW);
        row.setOnMouseClicked(event -> clicks.incrementAndGet());
        few.on(row, row, () -> name);
        return row;
    }

    private DragRows rows(String kind, boolean nests) {
        return new DragRows(kind, nests, (dragged, onto, part) -> heard.add(dragged + " " + part + " " + onto));
    }

    private void press(Point2D inWindow) {
        move(onto(inWindow));
        robot.press(MouseButton.PRIMARY);
    }

    /// In a few steps, as a hand does.
    private void move(Point2D onScreen) {
        MouseRobot mouse = robot.robotContext().getMouseRobot();
        Point2D from = robot.robotContext().getBaseRobot().retrieveMouse();
        for (int step = 1; step <= STEPS; step++) {
            mouse.move(from.interpolate(onScreen, (double) step / STEPS));
        }
    }

    private static Point2D inList(int row, double down) {
        return new Point2D(60, (row + down) * ROW + 1);
    }

    private Point2D inPanel(int row) {
        return inWindow(row("entry " + row));
    }

    /// The left part of a node, clear of its button.
    private static Point2D inWindow(Node node) {
        return onScreen(() -> node.localToScene(14, node.getLayoutBounds().getHeight() / 2));
    }

    /// The point of the screen.
    private Point2D onto(Point2D inWindow) {
        return onScreen(() -> stage.getScene().getRoot().localToScreen(inWindow));
    }

    private List<Node> picture() {
        return onScreen(() -> List.copyOf(stage.getScene().getRoot().lookupAll(".drag-picture")));
    }

    private Cursor cursor() {
        return onScreen(() -> stage.getScene().getCursor());
    }

    private Node row(String name) {
        return onScreen(() -> panel.lookup("#" + name.replace(' ', '-')));
    }

    private ListCell<?> cell(String name) {
        return onScreen(() -> list.lookupAll(".list-cell").stream()
                .filter(Node::isVisible)
                .<ListCell<?>>map(each -> (ListCell<?>) each)
                .filter(each -> name.equals(each.getItem()))
                .findFirst()
                .orElseThrow());
    }

    private List<String> shownRows() {
        return onScreen(() -> list.lookupAll(".list-cell").stream()
                .filter(Node::isVisible)
                .map(each -> String.valueOf(((ListCell<?>) each).getItem()))
                .toList());
    }

    private MouseEvent outside(EventType<MouseEvent> type) {
        return new MouseEvent(
                type,
                -40,
                95,
                60,
                195,
                MouseButton.PRIMARY,
                1,
                false,
                false,
                false,
                false,
                true,
                false,
                false,
                false,
                false,
                false,
                new PickResult(stage.getScene(), -40, 95));
    }

    private static void waitUntil(Callable<Boolean> condition) {
        try {
            WaitForAsyncUtils.waitFor(20, TimeUnit.SECONDS, condition);
        } catch (TimeoutException late) {
            throw new AssertionError(late);
        }
    }

    private static <T> T onScreen(Callable<T> action) {
        return WaitForAsyncUtils.waitForAsyncFx(20_000, action);
    }
}
