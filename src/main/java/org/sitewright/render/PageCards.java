package org.sitewright.render;

import java.util.Locale;
import java.util.Optional;
import org.sitewright.site.Focal;
import org.sitewright.site.MediaId;
import org.sitewright.site.Page;
import org.sitewright.site.Site;
import org.sitewright.site.Value;

/// Chooses what is shown where a page is shared: its own picture or, where it has none, a card that is drawn for it.
/// A site whose address nobody knows has none, since such a picture is asked for by its absolute address.
final class PageCards {
    private final Site site;
    private final BuildPictures build;
    private final CardPictures cards;

    PageCards(Site site, BuildPictures build, CardPictures cards) {
        this.site = site;
        this.build = build;
        this.cards = cards;
    }

    CardPictures drawn() {
        return cards;
    }

    /// The picture that the page's owner chose.
    Optional<Card> own(Page page, PictureSource pictures) {
        return Optional.ofNullable(page.seo().image())
                .flatMap(pictures::picture)
                .filter(picture -> !picture.url().endsWith(".svg"))
                .map(picture -> new Card(picture.url(), type(picture.url()), picture.width(), picture.height()));
    }

    /// Asks for the pictures that the page's card depends on.
    void watch(Page page, PictureSource pictures) {
        if (own(page, pictures).isEmpty()) {
            words(page, pictures);
        }
    }

    /// What a card for the page shows, with the first photo of the page that can be drawn.
    CardWords words(Page page, PictureSource pictures) {
        Optional<CardWords.Photo> photo = page.sections().stream()
                .filter(section -> !section.hidden())
                .flatMap(section -> section.content().values().values().stream())
                .filter(Value.Image.class::isInstance)
                .map(Value.Image.class::cast)
                .limit(3)
                .flatMap(image -> photo(image, pictures).stream())
                .findFirst();
        return new CardWords(site.name(), title(page), site.theme(), photo.orElse(null));
    }

    /// A title that only says “Home” says nothing elsewhere.
    private String title(Page page) {
        boolean home = site.isHome(page.id());
        String title = page.title().isBlank() ? page.name() : page.title();
        if (!home || !title.strip().equalsIgnoreCase("home")) {
            return title;
        }
        return page.seo().metaTitle().isBlank() ? site.name() : page.seo().metaTitle();
    }

    private Optional<CardWords.Photo> photo(Value.Image image, PictureSource pictures) {
        MediaId media = image.media();
        Focal focal = image.focal();
        return pictures.picture(media)
                .filter(picture -> !picture.url().endsWith(".svg"))
                .flatMap(picture -> build.drawable(media))
                .map(file -> new CardWords.Photo(file, build.look(media), focal));
    }

    private static String type(String url) {
        String ending = url.substring(url.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        return ending.equals("jpg") ? "image/jpeg" : "image/" + ending;
    }
}
