package org.sitewright.render;

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
    private final PageMemory.Recalled recalled;
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

    /// What a page becomes.
    ///
    /// @param card the picture that was drawn for it; null for none
    record Files(OutputFile page, @Nullable OutputFile card) {}

    BuiltPage(Site site, PageMemory.Recalled recalled, Means means, PageMemory.Recall recall) {
        PageMemory.Kept same = recalled.same();
        this.site = site;
        this.recalled = recalled;
        this.page = recalled.page();
        this.means = means;
        this.pictures = means.pictures();
        this.recall = recall;
        this.inputs = same == null ? recall.inputs(page) : same.record().inputs();
        PageRecord before = recalled.before();
        this.known =
                before != null && before.inputs().equals(inputs) && pictures.lookAs(before.media()) ? before : null;
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

    boolean isHome() {
        return site.isHome(page.id());
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
        media = recall.alike(Map.copyOf(watched.asked()));
        drawing = drawn;
    }

    /// The file of the page, with what stands around its body, and that of its card.
    ///
    /// @param around a hash of what stands there
    Files finish(PageShell shell, String around) {
        if (known != null && known.shell().equals(around)) {
            return later(known, shell);
        }
        if (drawing == null) {
            draw();
        }
        Drawing drawn = Objects.requireNonNull(drawing);
        OutputFile file = drawn.html(shell, card());
        PageCards cards = means.cards();
        OutputFile card = null;
        if (cards != null && cards.own(page, pictures).isEmpty()) {
            card = cards.drawn().file(cards.words(page, pictures));
        }
        record = new PageRecord(
                inputs,
                around,
                PageRecord.Written.of(file),
                card == null ? null : PageRecord.Written.of(card),
                classes,
                media);
        return new Files(file, card);
    }

    /// What to remember of it on the disk, once it is finished.
    PageRecord record() {
        return Objects.requireNonNull(record);
    }

    @SuppressWarnings("ReferenceEquality") // Most are: comparing what is in them takes longer.
    boolean isOtherThanBefore() {
        return record != recalled.before() && !record().equals(recalled.before());
    }

    /// What to remember of it in memory, once it is finished.
    @SuppressWarnings("ReferenceEquality") // Another record may be equal; then the page is kept anew.
    PageMemory.Kept kept() {
        PageMemory.Kept same = recalled.same();
        return same != null && same.record() == record
                ? same
                : new PageMemory.Kept(page, record(), recalled.sections());
    }

    private Optional<Card> card() {
        PageCards cards = means.cards();
        return cards == null
                ? Optional.empty()
                : cards.own(page, pictures).or(() -> Optional.of(CardPictures.card(cards.words(page, pictures))));
    }

    /// The bytes of a page that is known are seldom wanted: a host or folder that has it needs its hash only.
    private Files later(PageRecord now, PageShell shell) {
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
                ? new Files(file, null)
                : new Files(file, cards.drawn().later(card, () -> cards.words(page, pictures)));
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
        return new PageContext(site, page, isHome() ? "" : "../", false, source);
    }
}
