package org.sitewright.ui.sites;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.VBox;
import org.sitewright.site.SiteListing;
import org.sitewright.ui.control.Controls;

/// Lays the cards out in as many columns as fit, and moves between them by arrow keys.
final class SiteGrid {
    private static final double GAP = 28;
    private static final double NARROWEST = 300;

    private final SitesViewModel model;
    private final Controls controls;
    private final Thumbnails thumbnails;
    private final Clock clock;
    private final GridPane grid = new GridPane();
    private final VBox box = new VBox(grid);
    private List<SiteCard> cards = List.of();
    private int columns = 3;

    SiteGrid(SitesViewModel model, Controls controls, Thumbnails thumbnails, Clock clock) {
        this.model = model;
        this.controls = controls;
        this.thumbnails = thumbnails;
        this.clock = clock;
        grid.setHgap(GAP);
        grid.setVgap(32);
        box.setPadding(new javafx.geometry.Insets(2, 2, 32, 2));
        box.widthProperty().addListener((property, before, after) -> lay());
    }

    Node node() {
        return box;
    }

    void close() {
        cards.forEach(SiteCard::close);
    }

    void show(List<SiteListing> sites) {
        cards.forEach(SiteCard::close);
        List<SiteCard> fresh = new ArrayList<>();
        for (SiteListing site : sites) {
            SiteCard card = new SiteCard(site, model, controls, thumbnails, clock);
            int at = fresh.size();
            card.onArrow(step -> focus(at + (Math.abs(step) == 1 ? step : Integer.signum(step) * columns)));
            fresh.add(card);
        }
        cards = fresh;
        lay();
    }

    private void focus(int at) {
        if (at >= 0 && at < cards.size()) {
            cards.get(at).focus();
        }
    }

    private void lay() {
        double width = box.getWidth() - 4;
        if (width < 100) {
            return;
        }
        columns = Math.clamp((int) ((width + GAP) / (NARROWEST + GAP)), 1, 5);
        double each = Math.floor((width - GAP * (columns - 1)) / columns);
        grid.getChildren().clear();
        for (int i = 0; i < cards.size(); i++) {
            cards.get(i).setWidth(each);
            grid.add(cards.get(i).node(), i % columns, i / columns);
        }
    }
}
