package org.sitewright.ui.editor;

import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.scene.Node;
import org.sitewright.library.Field;
import org.sitewright.library.FieldType;
import org.sitewright.media.MediaItem;
import org.sitewright.site.FieldPath;
import org.sitewright.site.Ids;
import org.sitewright.site.MediaId;
import org.sitewright.site.Page;
import org.sitewright.site.SectionStyle.Background;
import org.sitewright.site.Site;
import org.sitewright.site.Value;
import org.sitewright.ui.control.Controls;

/// Makes the control for each type of field.
///
/// @param change sets a field of the section that is shown
record FieldControls(Controls kit, Ids ids, Open open, Media media, BiConsumer<FieldPath, Value> change) {
    /// What is open in the editor.
    record Open(Supplier<Site> site, Supplier<Page> page) {}

    /// Pictures and files, as fields need them.
    interface Media {
        Node tile(MediaId media);

        /// What a file is called; empty when the site does not have it.
        String fileName(MediaId media);

        /// Lets the user change all there is to a picture.
        void edit(FieldPath path, Node near);

        /// Lets the user choose another file for a picture.
        void replace(FieldPath path);

        /// Lets the user choose a file of any kind, and takes it into the site.
        void file(Consumer<MediaItem> chosen);
    }

    FieldControl of(Field field, FieldPath path) {
        FieldControl.Listener listener = value -> change.accept(path, value);
        return switch (field.type()) {
            case FieldType.PlainText text -> new TextFieldControl(field, listener);
            case FieldType.RichText text -> new TextFieldControl(field, listener);
            case FieldType.Form form -> new FormControl(field, kit, open.site(), listener);
            case FieldType.Picture picture -> new PictureControl(field, path, kit, media, listener);
            case FieldType.Link link -> link(field, listener);
            case FieldType.Choice choice -> ChoiceControls.choice(field, choice.options(), listener);
            case FieldType.ListOf list -> new ListControl(field, list, path, this, listener);
            case FieldType.Decimal decimal -> ChoiceControls.number(field, decimal, listener);
            case FieldType.Toggle toggle -> ChoiceControls.toggle(field, listener);
            case FieldType.ColorRole role -> ChoiceControls.colorRole(field, this::swatch, listener);
            case FieldType.Day day -> ChoiceControls.day(field, listener);
        };
    }

    private Node swatch(String role) {
        return new GroundSwatch(open.site().get().theme()).of(new Background.Role(role), 18, 14);
    }

    LinkControl link(Field field, FieldControl.Listener listener) {
        return new LinkControl(field, kit, open, media, listener);
    }
}
