package org.sitewright.app;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.function.Consumer;
import javafx.application.Application;
import javafx.geometry.Pos;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;
import org.sitewright.ui.control.Brand;
import org.sitewright.ui.control.Controls;
import org.sitewright.ui.control.Look;
import org.sitewright.ui.fx.Destination;
import org.sitewright.ui.fx.FxThread;
import org.sitewright.work.CancelToken;
import org.sitewright.work.Jobs;
import org.sitewright.work.Outcome;
import org.sitewright.work.Problem;
import org.sitewright.work.Progress;

/// The window. It is on the screen at once; the data folder opens behind it.
public final class DesktopApp extends Application {
    private final Jobs opening = new Jobs(2);
    private @Nullable Workspace workspace;
    private @Nullable Wiring wiring;
    private @Nullable WindowCall call;

    @Override
    public void start(Stage stage) {
        Look look = new Look();
        Scene scene = new Scene(waiting(), 1440, 900);
        look.dress(scene);
        stage.setTitle("Sitewright");
        stage.setMinWidth(1024);
        stage.setMinHeight(640);
        stage.setScene(scene);
        stage.show();
        Path data = Path.of(getParameters().getRaw().getFirst());
        CancelToken unused = opening.start(
                (progress, cancel) -> Workspace.open(data, DataFolder.assets(), Clock.systemUTC()),
                Progress.NONE,
                (Outcome<Workspace> outcome) -> FxThread.run(() -> opened(outcome, data, stage, look)));
    }

    @Override
    public void stop() {
        if (wiring != null) {
            wiring.shell().close();
            wiring.close();
        }
        if (call != null) {
            call.close();
        }
        opening.close();
        if (workspace != null) {
            workspace.close();
        }
    }

    private void opened(Outcome<Workspace> outcome, Path data, Stage stage, Look look) {
        switch (outcome) {
            case Outcome.Done<Workspace> done -> {
                workspace = done.value();
                Consumer<String> browser = url -> getHostServices().showDocument(url);
                Wiring made = new Wiring(done.value(), look, browser);
                wiring = made;
                call = WindowCall.listen(data, new SecureRandom(), opening, () -> FxThread.run(() -> front(stage)));
                stage.getScene().setRoot(made.shell().root());
                made.shell().open(new Destination.SignIn());
                done.value().notes().forEach(made.shell()::tell);
                made.tidy();
            }
            case Outcome.Failed<Workspace> failed -> stage.getScene().setRoot(failed(failed.fault(), stage));
            case Outcome.Cancelled<Workspace> never -> stage.close();
        }
    }

    private static void front(Stage stage) {
        stage.setIconified(false);
        stage.toFront();
        stage.requestFocus();
    }

    private static Parent waiting() {
        VBox box = new VBox(16, Brand.mark(44), Controls.label("Opening your sites…", "muted"));
        box.setAlignment(Pos.CENTER);
        return box;
    }

    private static Parent failed(Exception fault, Stage stage) {
        String happened = fault instanceof Problem known ? known.happened() : "The program could not start.";
        String remedy = fault instanceof Problem known
                ? known.remedy() + "  (" + known.code() + ")"
                : String.valueOf(fault.getMessage());
        Label title = Controls.label(happened, "empty-title");
        Label text = Controls.label(remedy, "lead");
        for (Label label : new Label[] {title, text}) {
            label.setWrapText(true);
            label.setMaxWidth(560);
            label.setTextAlignment(javafx.scene.text.TextAlignment.CENTER);
        }
        Button close = new Button("Close");
        close.setOnAction(event -> stage.close());
        VBox box = new VBox(16, Brand.mark(44), title, text, close);
        box.setAlignment(Pos.CENTER);
        return box;
    }
}
