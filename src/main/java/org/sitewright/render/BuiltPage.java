package org.sitewright.render;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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
    private final PageRenderer pages;
    private final BuildPictures pictures;
    private final PageMemory.Recall recall;
    private final String inputs;
    private final @Nullable PageRecord known;
    private @Nullable PageRecord record;
    private @Nullable Drawing drawing;
    private List<String> classes = List.of();
    private Map<MediaId, String> media = Map.of();

    BuiltPage(Site site, Page page, PageRenderer pages, BuildPictures pictures, PageMemory.Recall recall) {
        this.site = site;
        this.page = page;
        this.pages = pages;
        this.pictures = pictures;
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
        Drawing drawn = Drawing.of(context(watched), pages);
        Set<String> found = new HashSet<>();
        UsedCss.collect(drawn.body(), found);
        classes = recall.alike(found.stream().sorted().toList());
        media = Map.copyOf(watched.asked());
        drawing = drawn;
    }

    /// The file of the page, with what stands around its body.
    ///
    /// @param around a hash of what stands there
    OutputFile finish(PageShell shell, String around) {
        if (known != null && known.shell().equals(around)) {
            return later(known, shell);
        }
        Drawing drawn = drawing;
        if (drawn == null) {
            drawn = Drawing.of(context(pictures), pages);
            drawing = drawn;
        }
        OutputFile file = drawn.html(shell);
        record = new PageRecord(inputs, around, file.sha256(), file.size(), classes, media);
        return file;
    }

    /// What to remember of it, once it is finished.
    PageMemory.Kept kept() {
        return new PageMemory.Kept(page, Objects.requireNonNull(record));
    }

    /// The bytes of a page that is known are seldom wanted: a host or folder that has it needs its hash only.
    private OutputFile later(PageRecord now, PageShell shell) {
        String path = site.isHome(page.id()) ? "index.html" : page.slug() + "/index.html";
        Bytes bytes = Bytes.later(now.size(), () -> again(now, shell));
        return OutputFile.of(path, HTML, CacheControl.REVALIDATE, bytes, now.sha256());
    }

    /// Never gives other bytes than those that the record names.
    private byte[] again(PageRecord now, PageShell shell) {
        OutputFile drawn = Drawing.of(context(pictures), pages).html(shell);
        if (!drawn.sha256().equals(now.sha256())) {
            throw new IllegalStateException("the record of the page " + page.slug() + " is not true");
        }
        return drawn.source().all();
    }

    private PageContext context(PictureSource source) {
        return new PageContext(site, page, site.isHome(page.id()) ? "" : "../", false, source);
    }
}
