package org.sitewright.ui.editor;

import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import org.sitewright.site.MediaId;
import org.sitewright.ui.control.PageSnapshots;

/// Draws small pictures of media through a page of the web view, since JavaFX itself reads neither WebP nor SVG.
final class Thumbnail {
    private static final int TILE = 72;
    private static final int WHOLE = 296;

    private final EditorServices services;

    Thumbnail(EditorServices services) {
        this.services = services;
    }

    /// A square tile that the picture covers.
    Node tile(MediaId media) {
        ImageView view = new ImageView();
        view.setFitWidth(TILE);
        view.setFitHeight(TILE);
        view.setPreserveRatio(true);
        services.drawing().server().picture(media).ifPresent(picture -> {
            if (!picture.url().isEmpty()) {
                request("media-" + media, picture.url(), new Size(2 * TILE, 2 * TILE, 1), view::setImage);
            }
        });
        return view;
    }

    /// The whole picture, 296 pixels wide or less where it is high.
    void whole(MediaId media, Consumer<Image> done) {
        services.drawing().server().picture(media).ifPresent(picture -> {
            if (!picture.url().isEmpty() && picture.width() > 0) {
                int height = Math.clamp(Math.round((double) WHOLE * picture.height() / picture.width()), 8, 900);
                request("whole-" + media, picture.url(), new Size(WHOLE, height, 2), done);
            }
        });
    }

    private record Size(int width, int height, double scale) {}

    private void request(String name, String url, Size size, Consumer<Image> done) {
        String address = services.drawing().server().put(name, () -> page(url));
        services.screen()
                .snapshots()
                .request(new PageSnapshots.Request(name, address, size.width(), size.height(), size.scale(), done));
    }

    private static String page(String url) {
        return "<!doctype html><title>Picture</title><style>html,body{margin:0;height:100%}"
                + "img{width:100%;height:100%;object-fit:cover;display:block}</style><img alt=\"\" src=\"" + url
                + "\">";
    }
}
