package org.sitewright.app;

import java.util.List;
import java.util.function.Consumer;
import javafx.scene.image.Image;
import org.sitewright.library.Component;
import org.sitewright.site.Theme;
import org.sitewright.ui.editor.ComponentShelf;
import org.sitewright.ui.library.ComponentPictures;
import org.sitewright.ui.library.PlacingViewModel;

/// Offers the library of components to the section picker.
record PickedComponents(PlacingViewModel placing, ComponentPictures pictures) implements ComponentShelf {
    @Override
    public void load(Consumer<List<Component>> then) {
        placing.load(then);
    }

    @Override
    public void draw(Component component, Theme theme, double width, double height, Consumer<Image> done) {
        pictures.draw(component, theme, width, height, done);
    }

    @Override
    public void insert(Component component, boolean scripted, boolean before) {
        placing.insert(component, scripted, before);
    }
}
