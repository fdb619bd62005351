package org.sitewright.ui.editor;

import java.io.File;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.DataFormat;
import org.sitewright.library.SectionClip;
import org.sitewright.media.MediaItem;
import org.sitewright.media.MediaLibrary;
import org.sitewright.preview.CanvasEvent;
import org.sitewright.preview.PastedInto;
import org.sitewright.site.Form;
import org.sitewright.site.FormId;
import org.sitewright.site.MediaId;
import org.sitewright.site.Section;
import org.sitewright.site.Site;
import org.sitewright.site.SiteRepository.Change;

/// Sections, pictures and text on their way through the computer's clipboard. What comes from there is hostile until
/// [SectionClip] and [PastedInto] have checked it.
final class SectionClipboard {
    private final EditorViewModel model;
    private final EditorServices services;

    SectionClipboard(EditorViewModel model, EditorServices services) {
        this.model = model;
        this.services = services;
    }

    /// Puts the chosen sections on the clipboard.
    ///
    /// @return how many there were
    int copy() {
        List<Section> chosen = model.allChosen();
        if (!chosen.isEmpty()) {
            SectionClip clip = new SectionClip(model.site().id(), chosen);
            ClipboardContent content = new ClipboardContent();
            content.put(format(), clip.print());
            content.putString(clip.words());
            Clipboard.getSystemClipboard().setContent(content);
        }
        return chosen.size();
    }

    boolean hasSections() {
        return Clipboard.getSystemClipboard().hasContent(format());
    }

    /// Puts the sections of the clipboard after the chosen one.
    void paste() {
        String text = String.valueOf(Clipboard.getSystemClipboard().getContent(format()));
        Site site = model.site();
        services.screen()
                .work()
                .<Ready>run(
                        (progress, cancel) -> prepare(text, site),
                        this::insert,
                        services.screen().navigator()::tell);
    }

    /// What the clipboard has for a text of the page.
    ///
    /// @param kind of the text, as in [PastedInto]
    CanvasEvent.Pasted text(String kind) {
        Clipboard clipboard = Clipboard.getSystemClipboard();
        String html = clipboard.hasHtml() ? clipboard.getHtml() : "";
        String plain = clipboard.hasString() ? clipboard.getString() : "";
        return PastedInto.field(kind, html == null ? "" : html, plain == null ? "" : plain);
    }

    /// The picture that the clipboard holds, as a file or as pixels.
    Optional<List<PictureImports.Source>> pictures() {
        Clipboard clipboard = Clipboard.getSystemClipboard();
        if (clipboard.hasFiles()) {
            List<File> files = clipboard.getFiles().stream()
                    .filter(PictureImports::isPicture)
                    .toList();
            return files.isEmpty()
                    ? Optional.empty()
                    : Optional.of(files.stream().map(PictureImports.Source::of).toList());
        }
        return clipboard.hasImage()
                ? Optional.of(List.of(PixelPicture.source(clipboard.getImage())))
                : Optional.empty();
    }

    private record Ready(SectionClip clip, int missing) {}

    /// Checks what was copied, and takes the pictures that it names into this site.
    private Ready prepare(String text, Site site) {
        SectionClip clip =
                SectionClip.read(text, model.catalogue(), services.documents().ids());
        Set<MediaId> there =
                new HashSet<>(new SectionClip(site.id(), site.sections().toList()).media());
        Set<MediaId> wanted = clip.media();
        for (MediaId media : wanted) {
            if (!there.contains(media) && take(clip, media, site)) {
                there.add(media);
            }
        }
        int missing =
                (int) wanted.stream().filter(media -> !there.contains(media)).count();
        Set<FormId> forms = site.parts().forms().stream().map(Form::id).collect(Collectors.toSet());
        return new Ready(clip.withOnly(new SectionClip.There(there, forms)), missing);
    }

    /// Copies a picture from the library of the site that the sections come from, where it belongs to the same person.
    private boolean take(SectionClip clip, MediaId media, Site site) {
        MediaLibrary library = services.documents().library();
        if (library.find(site.id(), media).isPresent()) {
            return true;
        }
        boolean own = services.documents()
                .sites()
                .find(clip.from())
                .filter(from -> from.owner().equals(site.owner()))
                .isPresent();
        Optional<MediaItem> item = own ? library.find(clip.from(), media) : Optional.empty();
        item.ifPresent(found -> {
            MediaItem unused = library.add(
                    new MediaItem(
                            site.id(),
                            media,
                            found.fileName(),
                            found.contentType(),
                            found.width(),
                            found.height(),
                            found.alt(),
                            found.size(),
                            services.documents().clock().instant()),
                    new Change(model.user(), "Paste picture " + found.fileName()));
        });
        return item.isPresent();
    }

    private void insert(Ready ready) {
        model.run(model.paste(ready.clip().sections()));
        if (ready.missing() > 0) {
            services.screen()
                    .navigator()
                    .tell(
                            ready.missing() == 1
                                    ? "Pasted without one picture, which is not here any more"
                                    : "Pasted without " + ready.missing() + " pictures, which are not here any more");
        }
    }

    private static DataFormat format() {
        DataFormat known = DataFormat.lookupMimeType(SectionClip.MEDIA_TYPE);
        return known == null ? new DataFormat(SectionClip.MEDIA_TYPE) : known;
    }
}
