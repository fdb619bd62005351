package org.sitewright.ui.editor;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.sitewright.edit.Command;
import org.sitewright.edit.PageCommands;
import org.sitewright.site.MediaId;
import org.sitewright.site.Page;
import org.sitewright.site.PageRole;
import org.sitewright.site.Seo;
import org.sitewright.site.Site;
import org.sitewright.site.Value;

/// What the settings of the open page know and do: what can be changed, how it looks in search results and on a card.
final class PageSettingsViewModel {
    private static final int LONGEST_TITLE = 60;
    private static final int LONGEST_DESCRIPTION = 160;

    private final EditorViewModel model;

    PageSettingsViewModel(EditorViewModel model) {
        this.model = model;
    }

    /// How long a text is beside how long it should be.
    ///
    /// @param from the fewest characters that are enough
    /// @param to the most that search engines show
    record Length(int count, int from, int to) {
        static Length ofTitle(String text) {
            return new Length(text.codePointCount(0, text.length()), 50, LONGEST_TITLE);
        }

        static Length ofDescription(String text) {
            return new Length(text.codePointCount(0, text.length()), 120, LONGEST_DESCRIPTION);
        }

        boolean isGood() {
            return count >= from && count <= to;
        }

        /// How much of the whole length is used, up to 1.
        double part() {
            return Math.min(1, (double) count / to);
        }

        String words() {
            String length = count + " of " + from + "–" + to;
            if (count == 0) {
                return "Empty: it is taken from the page";
            }
            return isGood() ? length : length + (count < from ? ", could say more" : ", the end is cut off");
        }
    }

    Page page() {
        return model.site()
                .page(model.state().selection().page())
                .orElse(model.site().home());
    }

    Site site() {
        return model.site();
    }

    boolean isHome() {
        return model.site().isHome(page().id());
    }

    void settings(Page settings) {
        run(model.pages().settings(settings.id(), settings));
    }

    /// @return what is wrong with the name, in words; then nothing has changed
    Optional<String> rename(String name) {
        if (name.isBlank() || name.length() > Site.LONGEST_NAME) {
            return Optional.of("A name has 1 to " + Site.LONGEST_NAME + " characters.");
        }
        settings(page().withName(name, page().slug()));
        return Optional.empty();
    }

    /// What is wrong with an address that is being typed, in words.
    Optional<String> wrongAddress(String slug) {
        return PageCommands.problem(site(), page().id(), slug.strip());
    }

    /// @return whether the page is at the address now
    boolean readdress(String slug) {
        return model.run(model.pages().readdress(page().id(), slug.strip()))
                || page().slug().equals(slug.strip());
    }

    /// Where the page is for visitors, in words.
    String served() {
        Page page = page();
        return switch (page.role()) {
            case PAGE -> isHome() ? "The home page is at / whatever its address." : "Served at /" + page.slug() + "/";
            case NOT_FOUND -> "Shown for every address that is not there.";
            case TEMPLATE -> "Never part of the site; new pages begin as a copy of it.";
        };
    }

    void setPublished(boolean published) {
        run(model.pages().setPublished(page().id(), published));
    }

    void setInMenu(boolean inMenu) {
        run(model.pages().setInMenu(page().id(), inMenu));
    }

    void setUnlisted(boolean unlisted) {
        run(model.pages().setUnlisted(page().id(), unlisted));
    }

    void setRole(PageRole role) {
        run(model.pages().setRole(page().id(), role));
    }

    void setIcon(String icon) {
        settings(page().withIcon(icon));
    }

    void setKeywords(String text) {
        List<String> keywords = Arrays.stream(text.split(","))
                .map(String::strip)
                .filter(word -> !word.isEmpty())
                .toList();
        Seo seo = page().seo();
        settings(page().withSeo(seo.withTexts(seo.metaTitle(), seo.metaDescription(), keywords)));
    }

    void setPicture(Optional<MediaId> picture) {
        settings(page().withSeo(page().seo().withImage(picture.orElse(null))));
    }

    /// The title as a build writes it.
    String title() {
        Page page = page();
        if (!page.seo().metaTitle().isBlank()) {
            return page.seo().metaTitle();
        }
        String title = page.title().isBlank() ? page.name() : page.title();
        boolean needsNoName = title.equals(site().name());
        return needsNoName || (isHome() && title.equalsIgnoreCase("home"))
                ? site().name()
                : title + " – " + site().name();
    }

    String description() {
        Page page = page();
        return page.seo().metaDescription().isBlank()
                ? page.description()
                : page.seo().metaDescription();
    }

    /// The title as a search result shows it.
    String shownTitle() {
        return cut(title(), LONGEST_TITLE);
    }

    String shownDescription() {
        String text = description().strip();
        return text.isEmpty()
                ? "Without a description, search engines choose words of the page themselves."
                : cut(text, LONGEST_DESCRIPTION);
    }

    /// The host that the site is at, or what stands for it before the first publish.
    String host() {
        String address = model.publishedUrl();
        String host = address.replaceFirst("(?i)^https?://", "").replaceFirst("/.*$", "");
        return host.isEmpty() ? "your-site.example" : host;
    }

    /// The way to the page as a search result shows it.
    String trail() {
        return isHome() || page().role() != PageRole.PAGE ? host() : host() + " › " + page().slug();
    }

    /// The pictures of the site, those of the open page first, each once.
    List<MediaId> pictures(int most) {
        return java.util.stream.Stream.concat(page().sections().stream(), site().sections())
                .flatMap(section -> section.content().values().values().stream())
                .flatMap(value -> value instanceof Value.Items items
                        ? items.items().stream().flatMap(item -> item.fields().values().values().stream())
                        : java.util.stream.Stream.of(value))
                .filter(Value.Image.class::isInstance)
                .map(value -> ((Value.Image) value).media())
                .distinct()
                .limit(most)
                .toList();
    }

    private static String cut(String text, int most) {
        if (text.codePointCount(0, text.length()) <= most) {
            return text;
        }
        return text.substring(0, text.offsetByCodePoints(0, most - 1)).stripTrailing() + "…";
    }

    private void run(Command command) {
        boolean unused = model.run(command);
    }
}
