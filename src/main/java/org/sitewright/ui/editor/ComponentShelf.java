package org.sitewright.ui.editor;

import java.util.List;
import java.util.function.Consumer;
import javafx.scene.image.Image;
import org.sitewright.library.Component;
import org.sitewright.site.Theme;

/// The components that can be put on the open page, as the section picker offers them.
public interface ComponentShelf {
    /// Reads them; tells on the screen's thread.
    void load(Consumer<List<Component>> then);

    /// Draws one as it looks in that theme, without its script.
    ///
    /// @param width of the picture on the screen
    /// @param height of the picture, in which the component is centred
    void draw(Component component, Theme theme, double width, double height, Consumer<Image> done);

    /// Puts a use beside the chosen section; one step to undo.
    ///
    /// @param scripted whether the person has agreed to its script
    /// @param before whether it goes above the chosen section, rather than below it
    void insert(Component component, boolean scripted, boolean before);
}
