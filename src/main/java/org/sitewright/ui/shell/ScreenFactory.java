package org.sitewright.ui.shell;

import java.util.function.Consumer;
import org.sitewright.ui.fx.Destination;
import org.sitewright.ui.fx.Screen;

/// Makes screens. What a screen needs from the disk is read first, elsewhere; `ready` is called on the screen's thread.
@FunctionalInterface
public interface ScreenFactory {
    void make(Destination destination, Consumer<Screen> ready);
}
