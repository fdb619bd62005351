package org.sitewright.ui.media;

import java.util.function.Function;
import org.sitewright.ui.control.Controls;
import org.sitewright.ui.fx.Navigator;
import org.sitewright.ui.fx.Work;

/// What belongs to the window that a media screen is in.
///
/// @param kinds what kinds of sections are called, by the name of their folder
public record MediaWindow(Navigator navigator, Work work, Controls controls, Function<String, String> kinds) {}
