package org.sitewright.ui.publish;

import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.image.Image;
import org.sitewright.preview.CanvasServer;
import org.sitewright.ui.control.PageSnapshots;

/// Draws pages of builds as pictures.
public record PagePictures(CanvasServer server, PageSnapshots snapshots) {
    private static final int PAGE_WIDTH = 1200;

    /// How large a picture is shown.
    ///
    /// @param density of the screen
    record Size(double width, double height, double density) {
        private double scale() {
            return width * density / PAGE_WIDTH;
        }

        private int pageHeight() {
            return (int) Math.round(height * PAGE_WIDTH / width);
        }
    }

    /// A picture that was taken before.
    ///
    /// @param sha256 of the page's file, which names its styles and pictures by their hashes, so that it decides
    ///     how the page looks
    Optional<Image> kept(String sha256, Size size) {
        return snapshots.kept(key(sha256, size));
    }

    void request(String sha256, String address, Size size, Consumer<Image> done) {
        snapshots.request(new PageSnapshots.Request(
                key(sha256, size), address, PAGE_WIDTH, size.pageHeight(), size.scale(), done));
    }

    /// Forgets what is waiting.
    void clear() {
        snapshots.clear();
    }

    private static String key(String sha256, Size size) {
        return "build-" + sha256 + "-" + size.pageHeight() + "-" + size.scale();
    }
}
