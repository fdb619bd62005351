package org.sitewright.ui.editor;

import java.util.Optional;
import javafx.geometry.Bounds;
import javafx.geometry.Pos;
import javafx.scene.Cursor;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.web.WebView;
import org.sitewright.preview.CanvasEvent;
import org.sitewright.site.SectionId;
import org.sitewright.ui.control.Controls;

/// What stands around the page: the ground it lies on, its edges to drag wider and narrower, and the grip in the
/// gutter that moves a section.
final class CanvasFrame {
    private static final double MARGIN = 40;
    private static final double TOP = 32;
    private static final double GRIP = 24;

    private final WebView web;
    private final CanvasSize size;
    private final Dragging dragging;
    // The shadow has a node of its own: on the web view it would be drawn anew with every letter typed.
    private final Region shadow = new Region();
    private final Label number = Controls.label("", "canvas-number");
    private final StackPane page = new StackPane();
    private final StackPane ground = new StackPane();
    private final ScrollPane scroll = new ScrollPane(ground);
    private final Pane over = new Pane();
    private final StackPane grip = new StackPane();
    private final StackPane root = new StackPane(scroll, over);
    private Optional<SectionId> held = Optional.empty();
    private boolean moving;

    /// Moves the section that is held by its grip.
    interface Dragging {
        void choose(SectionId section);

        /// @param y of the pointer in the web view, in CSS pixels
        void drag(SectionId section, double y);

        void drop();
    }

    CanvasFrame(WebView web, CanvasSize size, Controls controls, Dragging dragging) {
        this.web = web;
        this.size = size;
        this.dragging = dragging;
        root.getStyleClass().add("canvas");
        shadow.getStyleClass().add("canvas-page");
        shadow.setCache(true);
        number.setMouseTransparent(true);
        number.setVisible(false);
        StackPane.setAlignment(number, Pos.TOP_CENTER);
        Node left = edge(Pos.CENTER_LEFT, -1);
        Node right = edge(Pos.CENTER_RIGHT, 1);
        page.getChildren().setAll(shadow, web, left, right, number);
        page.setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
        ground.getChildren().setAll(page);
        ground.getStyleClass().add("canvas-ground");
        scroll.setFitToHeight(true);
        scroll.setFitToWidth(true);
        scroll.setVbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.setFocusTraversable(false);
        scroll.getStyleClass().add("canvas-scroll");
        over.setPickOnBounds(false);
        over.getChildren().setAll(grip);
        dressGrip(controls);
        root.widthProperty().addListener((property, before, after) -> size.setRoom(after.doubleValue() - 2 * MARGIN));
        root.heightProperty().addListener((property, before, after) -> lay());
        size.scaleProperty().addListener((property, before, after) -> lay());
        size.widthProperty().addListener((property, before, after) -> lay());
        scroll.hvalueProperty().addListener((property, before, after) -> hideGrip());
        root.addEventFilter(ScrollEvent.SCROLL, event -> {
            if (event.isShortcutDown() && event.getDeltaY() != 0) {
                size.zoomBy(event.getDeltaY() > 0 ? 1 : -1);
                event.consume();
            }
        });
        lay();
    }

    Parent root() {
        return root;
    }

    boolean isDragging() {
        return moving;
    }

    void endDragging() {
        moving = false;
    }

    /// A point of the web view in the coordinates of the scene.
    javafx.geometry.Point2D inScene(double x, double y) {
        return web.localToScene(x * size.scale(), y * size.scale());
    }

    /// Puts the grip beside a section.
    void show(CanvasEvent.Frame frame) {
        if (moving) {
            return;
        }
        held = frame.section();
        if (held.isEmpty()) {
            hideGrip();
            return;
        }
        Bounds view = over.sceneToLocal(web.localToScene(web.getBoundsInLocal()));
        double top = view.getMinY() + Math.max(0, frame.box().y() * size.scale());
        double bottom = view.getMinY() + (frame.box().y() + frame.box().height()) * size.scale();
        double x = Math.max(2, view.getMinX() - GRIP - 7);
        grip.relocate(Math.floor(x), Math.floor(Math.min(top, Math.max(view.getMinY(), bottom - 28))));
        grip.setVisible(true);
    }

    private void hideGrip() {
        if (!moving && !grip.isHover()) {
            grip.setVisible(false);
        }
    }

    private void dressGrip(Controls controls) {
        grip.getChildren().setAll(controls.icons().of("grip-vertical"));
        grip.getStyleClass().add("canvas-grip");
        grip.setId("canvas-grip");
        grip.resize(GRIP, 28);
        grip.setPrefSize(GRIP, 28);
        grip.setVisible(false);
        grip.setCursor(Cursor.OPEN_HAND);
        grip.setAccessibleText("Drag to move the section");
        Tooltip.install(grip, new Tooltip("Drag to move   Alt+↑ Alt+↓"));
        grip.setOnMousePressed(event -> held.ifPresent(dragging::choose));
        grip.setOnMouseDragged(event -> held.ifPresent(section -> {
            moving = true;
            grip.setCursor(Cursor.CLOSED_HAND);
            double y = web.sceneToLocal(event.getSceneX(), event.getSceneY()).getY();
            grip.setLayoutY(
                    over.sceneToLocal(event.getSceneX(), event.getSceneY()).getY() - 14);
            dragging.drag(section, y / size.scale());
        }));
        grip.setOnMouseReleased(event -> {
            grip.setCursor(Cursor.OPEN_HAND);
            if (moving) {
                moving = false;
                dragging.drop();
            }
        });
    }

    private Node edge(Pos side, int way) {
        Region handle = new Region();
        handle.getStyleClass().add("canvas-edge");
        handle.setId(way > 0 ? "canvas-edge" : "canvas-edge-left");
        handle.setCursor(Cursor.H_RESIZE);
        handle.setMinSize(6, 44);
        handle.setMaxSize(6, 44);
        handle.setTranslateX(way * 11.0);
        handle.setFocusTraversable(way > 0);
        handle.setAccessibleText("Width of the page");
        StackPane.setAlignment(handle, side);
        double[] start = new double[2];
        handle.setOnMousePressed(event -> {
            start[0] = event.getSceneX();
            start[1] = size.width();
            event.consume();
        });
        handle.setOnMouseDragged((MouseEvent event) -> {
            double by = (event.getSceneX() - start[0]) * way * 2 / size.scale();
            setWidth((int) Math.round(start[1] + by));
            event.consume();
        });
        handle.setOnMouseReleased(event -> number.setVisible(false));
        handle.setOnKeyPressed((KeyEvent event) -> {
            int by = event.isShiftDown() ? 100 : 10;
            if (event.getCode() == KeyCode.LEFT || event.getCode() == KeyCode.RIGHT) {
                setWidth(size.width() + (event.getCode() == KeyCode.LEFT ? -by : by));
                event.consume();
            }
        });
        handle.focusedProperty().addListener((property, before, focused) -> number.setVisible(false));
        return handle;
    }

    private void setWidth(int pixels) {
        size.setWidth(pixels);
        number.setText(size.width() + " px");
        number.setVisible(true);
    }

    private void lay() {
        double width = Math.floor(size.width() * size.scale());
        double height = Math.max(200, root.getHeight() - TOP);
        ground.setMinWidth(width + 2 * MARGIN);
        page.setTranslateY(TOP / 2);
        number.setTranslateY(12);
        web.setZoom(size.scale());
        web.setPrefSize(width, height);
        web.setMinSize(width, height);
        web.setMaxSize(width, height);
    }
}
