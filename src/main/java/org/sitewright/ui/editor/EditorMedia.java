package org.sitewright.ui.editor;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.stage.FileChooser;
import org.sitewright.media.MediaItem;
import org.sitewright.site.FieldPath;
import org.sitewright.site.MediaId;
import org.sitewright.site.SiteRepository.Change;
import org.sitewright.ui.control.Overlay;

/// The pictures and files of the open site, as the fields of the inspector need them.
final class EditorMedia implements FieldControls.Media {
    private final EditorViewModel model;
    private final EditorServices services;
    private final PicturePanel panel;
    private final Overlay overlay;
    private final Thumbnail thumbnails;
    private final Map<MediaId, String> names = new HashMap<>();

    EditorMedia(EditorViewModel model, EditorServices services, PicturePanel panel, Overlay overlay) {
        this.model = model;
        this.services = services;
        this.panel = panel;
        this.overlay = overlay;
        this.thumbnails = new Thumbnail(services);
    }

    /// Learns what the files of the site are called.
    ///
    /// @param learnt called on the screen's thread
    void learn(Runnable learnt) {
        services.screen()
                .work()
                .<List<MediaItem>>run(
                        (progress, cancel) ->
                                services.documents().library().list(model.site().id()),
                        items -> {
                            items.forEach(this::know);
                            learnt.run();
                        },
                        services.screen().navigator()::tell);
    }

    void know(MediaItem item) {
        names.put(item.media(), item.fileName());
    }

    @Override
    public Node tile(MediaId media) {
        return thumbnails.tile(media);
    }

    @Override
    public String fileName(MediaId media) {
        return names.getOrDefault(media, "");
    }

    @Override
    public void edit(FieldPath path, Node near) {
        model.chosen()
                .ifPresent(section ->
                        panel.show(new PictureSpot(section.id(), path), near.localToScene(-FocalPicker.WIDTH - 60, 0)));
    }

    @Override
    public void replace(FieldPath path) {
        model.chosen().ifPresent(section -> {
            PictureSpot spot = new PictureSpot(section.id(), path);
            if (services.screen().pictures().isThere()) {
                panel.fromLibrary(spot);
            } else {
                panel.fromFile(spot);
            }
        });
    }

    @Override
    public void file(Consumer<MediaItem> chosen) {
        FileChooser chooser = new FileChooser();
        chooser.setTitle("Choose a file");
        File file = chooser.showOpenDialog(overlay.window());
        if (file == null) {
            return;
        }
        Change change = new Change(model.user(), "Add file " + file.getName());
        services.screen()
                .work()
                .<MediaItem>run(
                        (progress, cancel) -> {
                            try (InputStream in = Files.newInputStream(file.toPath())) {
                                return services.documents()
                                        .imports()
                                        .add(model.site().id(), file.getName(), in, "", change);
                            } catch (IOException fault) {
                                throw new UncheckedIOException(fault);
                            }
                        },
                        item -> {
                            know(item);
                            chosen.accept(item);
                        },
                        services.screen().navigator()::tell);
    }
}
