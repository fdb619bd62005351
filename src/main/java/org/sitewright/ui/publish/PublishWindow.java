package org.sitewright.ui.publish;

import org.sitewright.ui.control.Controls;
import org.sitewright.ui.fx.Navigator;
import org.sitewright.ui.fx.Work;

/// The window that the publish screen is in.
///
/// @param sessions one for the whole window, so that publishing goes on while another screen is open
public record PublishWindow(
        Navigator navigator, Work work, Controls controls, PagePictures pictures, PublishSessions sessions) {}
