package org.sitewright.render;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.sitewright.library.Catalogue;
import org.sitewright.library.FontFamily;
import org.sitewright.site.FieldPath;
import org.sitewright.site.Fields;
import org.sitewright.site.Page;
import org.sitewright.site.PageId;
import org.sitewright.site.PageRole;
import org.sitewright.site.Section;
import org.sitewright.site.SectionId;
import org.sitewright.site.Seo;
import org.sitewright.site.Site;
import org.sitewright.site.SiteType;
import org.sitewright.site.Value;
import org.sitewright.site.json.Json;
import org.sitewright.work.CancelToken;
import org.sitewright.work.Parallel;
import org.sitewright.work.Progress;
import tools.jackson.databind.node.ObjectNode;

/// Turns a site into exactly the files that are published. The same site, catalogue and options give the same bytes.
/// Safe to use from several threads.
public final class SiteRenderer {
    private static final PageId NOT_FOUND = new PageId(new UUID(0, 404));

    /// What a site without a page for it says at an address that is not there.
    private static final Section LOST = new Section(
            new SectionId(new UUID(0, 404)),
            "notfound",
            "giant",
            Fields.EMPTY
                    .with(FieldPath.of("title"), new Value.Text("This page is not here"))
                    .with(FieldPath.of("text"), new Value.Text("It may have moved, or the address has a slip in it."))
                    .with(FieldPath.of("label"), new Value.Text("404"))
                    .with(FieldPath.of("homeLabel"), new Value.Text("To the home page")),
            "",
            false);

    private final Catalogue catalogue;
    private final PictureFiles pictureFiles;
    private final PageRenderer pages;
    private final Stylesheet stylesheet;
    private final FontFiles fonts = new FontFiles();
    private final Favicons icons;
    private final PageMemory memory;
    private final CardPictures cards;
    private final ScriptText scripts;
    private final AppWorker worker;

    public SiteRenderer(Catalogue catalogue, PictureFiles pictureFiles) {
        this(catalogue, pictureFiles, BuildRecords.NONE);
    }

    /// A renderer that draws the cards of pages anew in each run of the program.
    public SiteRenderer(Catalogue catalogue, PictureFiles pictureFiles, BuildRecords records) {
        this(catalogue, pictureFiles, records, BuildStore.NONE);
    }

    /// @param records where it is remembered what pages were drawn from, so that the next build draws only others
    /// @param made where cards and scripts are kept once they are made
    public SiteRenderer(Catalogue catalogue, PictureFiles pictureFiles, BuildRecords records, BuildStore made) {
        this.cards = new CardPictures(catalogue, made);
        this.scripts = new ScriptText(made);
        this.worker = new AppWorker(scripts);
        this.icons = new Favicons(catalogue);
        this.catalogue = catalogue;
        this.pictureFiles = pictureFiles;
        this.pages = new PageRenderer(catalogue);
        this.stylesheet = new Stylesheet(catalogue);
        this.memory = new PageMemory(records);
    }

    /// Draws the pages of which something that they read has changed, and takes the rest as they were.
    ///
    /// @throws java.util.concurrent.CancellationException when the token asked to stop
    public OutputTree render(Site site, BuildOptions options, Progress progress, CancelToken cancel) {
        List<OutputFile> files = new ArrayList<>();
        Map<Path, String> fontNames = new HashMap<>();
        for (FontFamily family : stylesheet.fonts(site.theme())) {
            for (FontFamily.Face face : family.faces()) {
                OutputFile file = fonts.of(family, face);
                fontNames.put(face.file(), file.path());
                files.add(file);
            }
        }
        files.addAll(icons.of(site));
        files.add(WebManifest.of(site));
        ComponentScripts componentScripts = new ComponentScripts(site, scripts);
        files.addAll(componentScripts.files());
        BuildPictures pictures = new BuildPictures(pictureFiles, cancel);
        PageMemory.Recall recall = memory.recall(site);
        List<PageMemory.Recalled> wanted = recall.pages(site.pages().stream()
                .filter(page -> page.isBuilt() || site.isHome(page.id()))
                .toList());
        Optional<ObjectNode> presented = Presented.of(site, catalogue, pictures, options.address(), wanted);
        PageFacts facts = new PageFacts(catalogue, options.address(), presented);
        PageCards pageCards = options.address().isEmpty() ? null : new PageCards(site, pictures, cards);
        BuiltPage.Means means = new BuiltPage.Means(pages, facts, pageCards, pictures);
        int atOnce = Runtime.getRuntime().availableProcessors();
        List<BuiltPage> built = Parallel.map(wanted, atOnce, cancel, page -> new BuiltPage(site, page, means, recall));
        Drawing notFound = notFound(site, options, pictures);
        List<BuiltPage> missing = built.stream().filter(page -> !page.isKnown()).toList();
        AtomicInteger done = new AtomicInteger();
        Parallel.each(missing, atOnce, cancel, page -> {
            progress.at(done.getAndIncrement(), missing.size(), page.name());
            page.draw();
        });
        Set<String> classes = new HashSet<>();
        UsedCss.collect(notFound.body(), classes);
        Set<List<String>> lists = Collections.newSetFromMap(new IdentityHashMap<>());
        built.stream().map(BuiltPage::classes).filter(lists::add).forEach(classes::addAll);
        OutputFile css = css(site, wanted, notFound.context().page(), fontNames, classes);
        files.add(css);
        List<Feed.Article> articles =
                options.address().isEmpty() ? List.of() : Feed.articles(site, catalogue, pictures, options.address());
        Optional<OutputFile> start = site.type() == SiteType.APP ? Optional.of(worker.start(site)) : Optional.empty();
        start.ifPresent(files::add);
        SiteLook look = new SiteLook(
                site,
                options,
                css.path(),
                preload(site, fontNames),
                !articles.isEmpty(),
                componentScripts,
                start.map(OutputFile::path).orElse(""));
        PageShell shell = new PageShell(look);
        String about = presented.isPresent() ? "about" : "";
        String around = Hashes.of(recall.frameHash() + look.fingerprint() + about);
        String aroundHome = Hashes.of(around + presented.map(Json::write).orElse(""));
        // Pages whose cards say the same share one.
        Map<String, OutputFile> cardFiles = new LinkedHashMap<>();
        Parallel.map(built, atOnce, cancel, page -> page.finish(shell, page.isHome() ? aroundHome : around))
                .forEach(each -> {
                    files.add(each.page());
                    OutputFile card = each.card();
                    if (card != null) {
                        cardFiles.put(card.path(), card);
                    }
                });
        files.addAll(cardFiles.values());
        files.add(notFound.html(shell, Optional.empty()));
        files.addAll(Redirects.of(site, options));
        files.addAll(HostFiles.of(site, options));
        if (options.host() == HostForm.HTACCESS && site.parts().output().hostRules()) {
            files.addAll(Compressed.beside(files));
        }
        files.addAll(pictures.files());
        files.addAll(SiteFiles.of(site, options, articles));
        if (site.type() == SiteType.APP) {
            files.add(worker.of(site, files));
        }
        Map<PageId, PageRecord> changed = built.stream()
                .filter(BuiltPage::isOtherThanBefore)
                .collect(Collectors.toMap(BuiltPage::id, BuiltPage::record, (one, other) -> other));
        memory.keep(site.id(), recall, built.stream().map(BuiltPage::kept).toList(), changed);
        progress.at(missing.size(), missing.size(), "");
        int drawn = (int) built.stream().filter(BuiltPage::wasDrawn).count();
        return OutputTree.of(files).withWork(new OutputTree.Work(drawn, built.size() - drawn));
    }

    /// @param lost what is shown at an address that is not there; it is not among the pages
    private OutputFile css(
            Site site, List<PageMemory.Recalled> pages, Page lost, Map<Path, String> fontNames, Set<String> classes) {
        // The stylesheet lies beside the fonts, so their names suffice.
        Set<SectionCensus> sections = new HashSet<>();
        sections.add(SectionCensus.of(site.top()));
        sections.add(SectionCensus.of(site.bottom()));
        Set<SectionCensus> onPages = Collections.newSetFromMap(new IdentityHashMap<>());
        pages.forEach(page -> onPages.add(page.sections()));
        sections.addAll(onPages);
        sections.add(SectionCensus.of(lost.sections()));
        String whole = stylesheet.of(site.theme(), SectionCensus.all(sections), face -> fontNames
                .getOrDefault(face.file(), "")
                .replace("assets/", ""));
        StringBuilder text = new StringBuilder(UsedCss.of(whole, classes));
        // A component's script may set classes that no page shows yet, so its rules stay whole.
        ComponentScripts.shown(site, site.sections()).forEach(each -> text.append(ComponentMarkup.css(each)));
        String written = site.parts().output().readable() ? CssText.readable(text.toString()) : text.toString();
        Bytes bytes = Bytes.of(written.getBytes(StandardCharsets.UTF_8));
        String sha256 =
                OutputFile.of("x", "text/css", CacheControl.IMMUTABLE, bytes).sha256();
        return OutputFile.of(
                "assets/site-" + sha256.substring(0, 10) + ".css",
                "text/css; charset=utf-8",
                CacheControl.IMMUTABLE,
                bytes,
                sha256);
    }

    private Optional<String> preload(Site site, Map<Path, String> fontNames) {
        return catalogue
                .font(site.theme().display())
                .flatMap(family -> family.faces().stream()
                        .filter(face ->
                                face.style().equals("normal") && face.range().contains("U+0000"))
                        .findFirst())
                .map(face -> fontNames.get(face.file()));
    }

    /// The page for addresses that are not there. It is shown at any depth, so its links begin at the root.
    private Drawing notFound(Site site, BuildOptions options, BuildPictures pictures) {
        Optional<Page> own = site.pages().stream()
                .filter(each -> each.role() == PageRole.NOT_FOUND && each.published())
                .findFirst();
        Page page = own.orElseGet(() -> new Page(
                NOT_FOUND,
                "Page not found",
                "not-found",
                "Page not found",
                "",
                "",
                Seo.EMPTY,
                true,
                catalogue.kind(LOST.kind()).isPresent() ? List.of(LOST) : List.of()));
        String root = options.address().isEmpty()
                ? "/"
                : Optional.ofNullable(URI.create(options.address()).getRawPath())
                        .filter(path -> !path.isEmpty())
                        .orElse("/");
        PageContext context = new PageContext(site, page, root, false, pictures);
        String drawn = pages.body(context);
        String body = own.isPresent() || !page.sections().isEmpty()
                ? drawn
                : drawn.replace("<main id=\"main\">\n", "<main id=\"main\">\n" + plainlyLost(root));
        return new Drawing(context, "404.html", "404.html", body, PageFacts.Facts.NONE);
    }

    /// The same where the kind is not installed.
    private static String plainlyLost(String root) {
        return """
                <section class="not-found"><div class="wrap"><h1 class="h1">This page is not here</h1>
                <p class="lead">It may have moved, or the address has a slip in it.</p>
                <p class="btns"><a class="btn" href="%s">To the home page</a></p></div></section>
                """.formatted(root);
    }
}
