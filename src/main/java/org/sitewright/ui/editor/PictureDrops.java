package org.sitewright.ui.editor;

import java.io.File;
import java.util.List;
import java.util.Optional;
import javafx.scene.input.DragEvent;
import javafx.scene.input.TransferMode;
import javafx.scene.web.WebView;
import org.sitewright.preview.CanvasOrder;
import org.sitewright.site.FieldPath;
import org.sitewright.site.SectionId;

/// Takes picture files that are dropped on the page: on a picture they replace it, elsewhere in a section they join
/// its list of pictures.
final class PictureDrops {
    private final CanvasView canvas;
    private final PictureImports imports;

    private PictureDrops(CanvasView canvas, PictureImports imports) {
        this.canvas = canvas;
        this.imports = imports;
    }

    static void accept(CanvasView canvas, PictureImports imports) {
        PictureDrops drops = new PictureDrops(canvas, imports);
        WebView web = canvas.web();
        // The web view would open a file that is dropped on it, so it never hears of any.
        web.addEventFilter(DragEvent.ANY, event -> {
            if (event.getEventType() == DragEvent.DRAG_OVER) {
                drops.over(event);
            } else if (event.getEventType() == DragEvent.DRAG_DROPPED) {
                drops.dropped(event);
            } else if (event.getEventType() == DragEvent.DRAG_EXITED) {
                canvas.tell(CanvasOrder.dropMarkNothing());
            }
            if (event.getDragboard() != null && event.getDragboard().hasFiles()) {
                event.consume();
            }
        });
    }

    private void over(DragEvent event) {
        if (pictures(event).isEmpty()) {
            return;
        }
        CanvasOrder.Under under = canvas.under(event.getX(), event.getY());
        Optional<SectionId> target =
                under.section().filter(section -> !under.picture().isEmpty() || imports.takes(section));
        if (target.isPresent()) {
            event.acceptTransferModes(TransferMode.COPY);
            canvas.tell(CanvasOrder.dropMark(target.get(), under.picture()));
        } else {
            canvas.tell(CanvasOrder.dropMarkNothing());
        }
    }

    private void dropped(DragEvent event) {
        canvas.tell(CanvasOrder.dropMarkNothing());
        CanvasOrder.Under under = canvas.under(event.getX(), event.getY());
        event.setDropCompleted(drop(under, pictures(event)));
    }

    /// @return whether there was a place for them
    boolean drop(CanvasOrder.Under under, List<File> files) {
        List<PictureImports.Source> sources =
                files.stream().map(PictureImports.Source::of).toList();
        if (sources.isEmpty() || under.section().isEmpty()) {
            return false;
        }
        SectionId section = under.section().get();
        if (under.picture().isEmpty()) {
            return imports.addTo(section, sources);
        }
        imports.into(new PictureSpot(section, FieldPath.parse(under.picture())), sources);
        return true;
    }

    private static List<File> pictures(DragEvent event) {
        return event.getDragboard() != null && event.getDragboard().hasFiles()
                ? event.getDragboard().getFiles().stream()
                        .filter(PictureImports::isPicture)
                        .toList()
                : List.of();
    }
}
