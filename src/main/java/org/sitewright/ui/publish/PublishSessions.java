package org.sitewright.ui.publish;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyLongWrapper;
import org.sitewright.site.SiteId;

/// Keeps what is being published while its screen is closed, so that leaving the screen does not stop it and coming
/// back shows how far it is. The screen's thread owns it.
public final class PublishSessions {
    private final Map<SiteId, PublishViewModel> running = new HashMap<>();
    private final ReadOnlyLongWrapper byItself = new ReadOnlyLongWrapper();

    /// The state of a site's publish screen: the one that is at work, else a new one.
    PublishViewModel open(SiteId site, Supplier<PublishViewModel> fresh) {
        PublishViewModel known = running.remove(site);
        return known != null && known.isPublishing() ? known : fresh.get();
    }

    /// Called when something was published at its time.
    public void publishedByItself() {
        byItself.set(byItself.get() + 1);
    }

    /// Counts what was published at its time.
    ReadOnlyLongProperty byItselfProperty() {
        return byItself.getReadOnlyProperty();
    }

    /// Called when the screen closes.
    void leave(SiteId site, PublishViewModel model) {
        if (model.isPublishing()) {
            running.put(site, model);
        }
    }
}
