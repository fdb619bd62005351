package org.sitewright.ui.phone;

import java.net.URI;
import java.util.Optional;
import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.image.ImageView;
import javafx.scene.image.WritableImage;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.scene.paint.Color;
import org.jspecify.annotations.Nullable;
import org.sitewright.site.SiteId;
import org.sitewright.ui.control.Controls;
import org.sitewright.ui.control.Overlay;
import org.sitewright.ui.fx.Navigator;
import org.sitewright.ui.fx.Work;

/// Shows a stored site on a phone in the same network: only once that is wanted, only to be read, and only until the
/// box is closed.
public final class PhonePreview {
    private static final int MODULE = 6;

    private final Controls kit;
    private final Navigator navigator;
    private final Work work;
    private final Server server;
    private final Overlay overlay;
    private final VBox box;
    private final VBox content = new VBox(16);
    private @Nullable Shared shared;

    /// Serves a site to the network.
    public interface Server {
        /// Begins; not called on the screen's thread.
        Shared open(SiteId site);
    }

    /// A site while the network can see it.
    ///
    /// @param address where; empty when this computer is in no network
    /// @param stop ends it at once
    public record Shared(Optional<URI> address, Runnable stop) {}

    public PhonePreview(StackPane over, Controls kit, Navigator navigator, Work work, Server server) {
        this.overlay = new Overlay(over);
        this.kit = kit;
        this.navigator = navigator;
        this.work = work;
        this.server = server;
        Button close = kit.iconButton("Close and stop", "x", "Esc");
        close.setOnAction(event -> close());
        HBox head = Controls.row(8, Controls.label("See it on your phone", "group-title"), Controls.spring(), close);
        box = new VBox(16, head, content);
        box.setPadding(new Insets(16, 16, 24, 24));
        box.getStyleClass().add("dialog-box");
        box.setId("phone-preview");
        box.setMinWidth(440);
        box.setMaxSize(440, Region.USE_PREF_SIZE);
    }

    /// Asks first: nothing can be seen from outside before it is wanted.
    public void show(SiteId site) {
        if (overlay.isOpen()) {
            return;
        }
        Button start = kit.primary("Show the code", "qr-code");
        start.setId("phone-start");
        start.setOnAction(event -> {
            start.setDisable(true);
            start(site);
        });
        content.getChildren()
                .setAll(
                        words("Your phone must be in the same network as this computer, as the same Wi-Fi."),
                        words("Anyone in this network who has the code can see the site as it is saved now. "
                                + "Nobody can change it. It ends when you close this box."),
                        start);
        overlay.show(box, start, this::stop);
    }

    /// Ends what the network can see.
    public void close() {
        overlay.close();
    }

    private void stop() {
        Shared open = shared;
        shared = null;
        if (open != null) {
            open.stop().run();
        }
    }

    private void start(SiteId site) {
        work.<Shared>run((progress, cancel) -> server.open(site), this::started, fault -> {
            close();
            navigator.tell(fault);
        });
    }

    private void started(Shared begun) {
        if (!overlay.isOpen()) {
            begun.stop().run();
            return;
        }
        shared = begun;
        if (begun.address().isPresent()) {
            code(begun.address().get());
            return;
        }
        content.getChildren()
                .setAll(
                        words("This computer is in no network, so a phone cannot reach it."),
                        words("Connect to the Wi-Fi that your phone uses, then open this again."));
    }

    private void code(URI address) {
        ImageView picture = new ImageView(picture(QrCode.of(address.toString())));
        picture.setId("phone-code");
        picture.setAccessibleText("Code with the address " + address);
        StackPane paper = new StackPane(picture);
        paper.getStyleClass().add("qr-paper");
        TextField text = new TextField(address.toString());
        text.setEditable(false);
        text.setId("phone-address");
        text.setAccessibleText("Address");
        HBox.setHgrow(text, Priority.ALWAYS);
        Button stop = kit.button("Stop", "", "danger");
        stop.setId("phone-stop");
        stop.setOnAction(event -> close());
        content.getChildren()
                .setAll(
                        paper,
                        words("Point the camera of your phone at the code, or write the address into its browser."),
                        Controls.row(8, text, stop),
                        note("Anyone in this network who has the code can see the site, and only see it, "
                                + "until you stop."));
        stop.requestFocus();
    }

    private Node note(String text) {
        Label label = Controls.label(text, "meta");
        label.setWrapText(true);
        HBox row = Controls.row(8, kit.icons().of("eye"), label);
        HBox.setHgrow(label, Priority.ALWAYS);
        return row;
    }

    private static Label words(String text) {
        Label label = new Label(text);
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        return label;
    }

    /// Black on white in both looks, as cameras want it.
    private static WritableImage picture(QrCode code) {
        int side = code.size() * MODULE;
        WritableImage image = new WritableImage(side, side);
        for (int y = 0; y < side; y++) {
            for (int x = 0; x < side; x++) {
                boolean dark = code.isDark(x / MODULE, y / MODULE);
                image.getPixelWriter().setColor(x, y, dark ? Color.BLACK : Color.WHITE);
            }
        }
        return image;
    }
}
