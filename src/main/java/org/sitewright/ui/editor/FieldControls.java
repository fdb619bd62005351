package org.sitewright.ui.editor;

import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import javafx.scene.Node;
import org.sitewright.library.Field;
import org.sitewright.library.FieldType;
import org.sitewright.site.FieldPath;
import org.sitewright.site.Ids;
import org.sitewright.site.MediaId;
import org.sitewright.site.Site;
import org.sitewright.site.Value;
import org.sitewright.ui.control.Controls;

/// Makes the control for each type of field.
///
/// @param change sets a field of the section that is shown
/// @param replace lets the user choose a picture for a field
record FieldControls(
        Controls kit,
        Ids ids,
        Supplier<Site> site,
        Function<MediaId, Node> thumbnail,
        BiConsumer<FieldPath, Value> change,
        Consumer<FieldPath> replace) {
    FieldControl of(Field field, FieldPath path) {
        FieldControl.Listener listener = value -> change.accept(path, value);
        return switch (field.type()) {
            case FieldType.PlainText text -> new TextFieldControl(field, listener);
            case FieldType.RichText text -> new TextFieldControl(field, listener);
            case FieldType.Form form -> new FormControl(field, kit, site, listener);
            case FieldType.Picture picture -> new PictureControl(field, path, kit, thumbnail, replace, listener);
            case FieldType.Link link -> new LinkControl(field, site, listener);
            case FieldType.Choice choice -> ChoiceControls.choice(field, choice.options(), listener);
            case FieldType.ListOf list -> new ListControl(field, list, path, this, listener);
            case FieldType.Decimal decimal -> ChoiceControls.number(field, decimal, listener);
            case FieldType.Toggle toggle -> ChoiceControls.toggle(field, listener);
            case FieldType.ColorRole role -> ChoiceControls.colorRole(field, listener);
            case FieldType.Day day -> ChoiceControls.day(field, listener);
        };
    }
}
