package org.sitewright.render;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.sitewright.site.MediaId;
import org.sitewright.site.Page;
import org.sitewright.site.PageId;
import org.sitewright.site.Site;

/// One page on its way into a build: known from an earlier one, or to be drawn.
final class BuiltPage {
    static final String HTML = "text/html; charset=utf-8";

    private final Site site;
    private final Page page;
    private final Means means;
    private final BuildPictures pictures;
    private final PageMemory.Recall recall;
    private final String inputs;
    private final @Nullable PageRecord known;
    private @Nullable PageRecord record;
    private @Nullable Drawing drawing;
    private List<String> classes = List.of();
    private Map<MediaId, String> media = Map.of();

    /// What pages of a build are made with.
    ///
    /// @param cards draws their cards; null when they get none
    record Means(
            PageRenderer pages, PageFacts facts, @Nullable PageCards cards, BuildPictures pictures) {}

    BuiltPage(Site site, Page page, Means means, PageMemory.Recall recall) {
        this.site = site;
        this.page = page;
        this.means = means;
        this.pictures = means.pictures();
        this.recall = recall;
        this.inputs = recall.inputs(page);
        this.known = recall.of(page, inputs)
                .filter(record -> record.media().entrySet().stream()
                        .allMatch(each -> pictures.look(each.getKey()).equals(each.getValue())))
                .orElse(null);
        record = known;
        if (known != null) {
            classes = known.classes();
            media = known.media();
        }
    }

    PageId id() {
        return page.id();
    }

    String name() {
        return page.name();
    }

    boolean isKnown() {
        return known != null;
    }

    /// Whether it had to be drawn, known or not.
    boolean wasDrawn() {
        return drawing != null;
    }

    List<String> classes() {
        return classes;
    }

    void draw() {
        WatchedPictures watched = new WatchedPictures(pictures);
        PageCards cards = means.cards();
        Drawing drawn = Drawing.of(context(watched), means.pages(), means.facts());
        if (cards != null) {
            // What its card shows counts as shown by the page.
            cards.watch(page, watched);
        }
        Set<String> found = new HashSet<>();
        UsedCss.collect(drawn.body(), found);
        // Copied before it is shared: the record of the page copies no list that was copied once.
        classes = recall.alike(List.copyOf(found.stream().sorted().toList()));
        media = Map.copyOf(watched.asked());
        drawing = drawn;
    }

    /// The file of the page, with what stands around its body, and that of its card.
    ///
    /// @param around a hash of what stands there
    List<OutputFile> finish(PageShell shell, String around) {
        if (known != null && known.shell().equals(around)) {
            return later(known, shell);
        }
        if (drawing == null) {
            draw();
        }
        Drawing drawn = Objects.requireNonNull(drawing);
        List<OutputFile> files = new ArrayList<>();
        OutputFile file = drawn.html(shell, card());
        files.add(file);
        PageCards cards = means.cards();
        OutputFile card = null;
        if (cards != null && cards.own(page, pictures).isEmpty()) {
            card = cards.drawn().file(cards.words(page, pictures));
            files.add(card);
        }
        record = new PageRecord(
                inputs,
                around,
                PageRecord.Written.of(file),
                card == null ? null : PageRecord.Written.of(card),
                classes,
                media);
        return files;
    }

    /// What to remember of it, once it is finished.
    PageMemory.Kept kept() {
        return new PageMemory.Kept(page, Objects.requireNonNull(record), recall.sections(page));
    }

    private Optional<Card> card() {
        PageCards cards = means.cards();
        return cards == null
                ? Optional.empty()
                : cards.own(page, pictures).or(() -> Optional.of(CardPictures.card(cards.words(page, pictures))));
    }

    /// The bytes of a page that is known are seldom wanted: a host or folder that has it needs its hash only.
    private List<OutputFile> later(PageRecord now, PageShell shell) {
        Bytes bytes = Bytes.later(now.file().size(), () -> again(now, shell));
        OutputFile file = OutputFile.of(
                now.file().path(),
                HTML,
                CacheControl.REVALIDATE,
                bytes,
                now.file().sha256());
        PageCards cards = means.cards();
        PageRecord.Written card = now.card();
        return card == null || cards == null
                ? List.of(file)
                : List.of(file, cards.drawn().later(card, () -> cards.words(page, pictures)));
    }

    /// Never gives other bytes than those that the record names.
    private byte[] again(PageRecord now, PageShell shell) {
        OutputFile drawn =
                Drawing.of(context(pictures), means.pages(), means.facts()).html(shell, card());
        if (!drawn.sha256().equals(now.file().sha256())) {
            throw new IllegalStateException("the record of the page " + page.slug() + " is not true");
        }
        return drawn.source().all();
    }

    private PageContext context(PictureSource source) {
        return new PageContext(site, page, site.isHome(page.id()) ? "" : "../", false, source);
    }
}
