package org.sitewright.history;

import java.util.stream.Collectors;
import org.sitewright.site.FormId;
import org.sitewright.site.LinkTarget;
import org.sitewright.site.MediaId;
import org.sitewright.site.MenuItem;
import org.sitewright.site.OutputChoices;
import org.sitewright.site.Page;
import org.sitewright.site.PageId;
import org.sitewright.site.RichText;
import org.sitewright.site.Site;
import org.sitewright.site.Value;

/// Says values in words, as the site that they belong to knows them.
final class ValueWords {
    private static final int LONGEST = 400;
    private static final int LONGEST_TITLE = 40;

    private final Site site;

    ValueWords(Site site) {
        this.site = site;
    }

    String of(Value value) {
        return switch (value) {
            case Value.Text text -> shortened(plain(text.text()), LONGEST);
            case Value.Decimal decimal -> decimal.number().toPlainString();
            case Value.Flag flag -> flag.on() ? "On" : "Off";
            case Value.Image image -> picture(image.media(), image.alt());
            case Value.Link link -> link(link.target());
            case Value.FormRef(FormId form) ->
                site.form(form).map(found -> "Form " + found.name()).orElse("A form that is gone");
            case Value.Items items ->
                items.items().isEmpty()
                        ? "No entries"
                        : shortened(
                                items.items().stream()
                                        .map(this::title)
                                        .map(title -> title.isEmpty() ? "an entry" : title)
                                        .collect(Collectors.joining(", ")),
                                LONGEST);
        };
    }

    /// What an entry of a list is called: its first text; empty when it has none.
    String title(Value.Item item) {
        return item.fields().values().values().stream()
                .map(value -> value instanceof Value.Text text ? plain(text.text()) : "")
                .filter(text -> !text.isEmpty())
                .findFirst()
                .map(text -> shortened(text, LONGEST_TITLE))
                .orElse("");
    }

    String link(LinkTarget target) {
        return switch (target) {
            case LinkTarget.ToPage(PageId page, String anchor) ->
                "Page " + site.page(page).map(Page::name).orElse("that is gone")
                        + (anchor.isEmpty() ? "" : " #" + anchor);
            case LinkTarget.ToAnchor(String anchor) -> "#" + anchor;
            case LinkTarget.ToUrl(String url) -> shortened(url, LONGEST);
            case LinkTarget.ToMail(String address) -> address;
            case LinkTarget.ToPhone(String number) -> number;
            case LinkTarget.ToFile(MediaId file) -> "File " + file.sha256().substring(0, 8);
        };
    }

    String menu() {
        return site.parts().menu().stream().map(this::entry).collect(Collectors.joining(", "));
    }

    String redirects() {
        return site.parts().redirects().stream()
                .map(each -> "/" + each.from() + " to " + link(each.to()))
                .collect(Collectors.joining(", "));
    }

    String output() {
        return words(site.parts().output());
    }

    static String words(OutputChoices choices) {
        String about =
                switch (choices.about()) {
                    case UNSAID -> "Presents what it shows";
                    case PERSON -> "Presents a person";
                    case ORGANIZATION -> "Presents an organisation";
                    case LOCAL_BUSINESS -> "Presents a local business";
                };
        String crawlers =
                switch (choices.crawlers()) {
                    case ALLOW -> "AI may read all";
                    case NO_TRAINING -> "AI may not train";
                    case NONE -> "AI may not read";
                };
        return about + ", " + crawlers + (choices.readable() ? ", readable files" : "")
                + (choices.hostRules() ? "" : ", no rules for the host");
    }

    private String entry(MenuItem item) {
        String label = item.label().isEmpty() ? link(item.target()) : item.label();
        return item.children().isEmpty()
                ? label
                : label + " (" + item.children().stream().map(this::entry).collect(Collectors.joining(", ")) + ")";
    }

    private static String picture(MediaId media, String alt) {
        return alt.isEmpty() ? "Picture " + media.sha256().substring(0, 8) : "Picture: " + shortened(alt, LONGEST);
    }

    private static String plain(String text) {
        return RichText.plain(text).strip().replaceAll("\\s+", " ");
    }

    private static String shortened(String text, int longest) {
        if (text.length() <= longest) {
            return text;
        }
        int end = Character.isHighSurrogate(text.charAt(longest - 2)) ? longest - 2 : longest - 1;
        return text.substring(0, end) + "…";
    }
}
