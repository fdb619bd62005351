package org.sitewright.render;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
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
import org.sitewright.site.Value;
import org.sitewright.work.CancelToken;
import org.sitewright.work.Parallel;
import org.sitewright.work.Progress;

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

    /// A page's body, before the stylesheet that it needs is known.
    ///
    /// @param path of its address, from the root
    /// @param card its picture on social networks, or empty
    private record Drawn(PageContext context, String file, String path, String body, String card) {}

    public SiteRenderer(Catalogue catalogue, PictureFiles pictureFiles) {
        this.catalogue = catalogue;
        this.pictureFiles = pictureFiles;
        this.pages = new PageRenderer(catalogue);
        this.stylesheet = new Stylesheet(catalogue);
    }

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
        files.addAll(Favicons.of(site));
        files.addAll(SiteFiles.of(site, options));
        files.addAll(ComponentScripts.files(site));
        BuildPictures pictures = new BuildPictures(pictureFiles, cancel);
        List<Page> shown = site.pages().stream()
                .filter(page -> page.isBuilt() || site.isHome(page.id()))
                .toList();
        Queue<Drawn> drawn = new ConcurrentLinkedQueue<>();
        Set<String> classes = ConcurrentHashMap.newKeySet();
        AtomicInteger done = new AtomicInteger();
        Parallel.each(shown, Runtime.getRuntime().availableProcessors(), cancel, page -> {
            progress.at(done.getAndIncrement(), shown.size(), page.name());
            boolean home = site.isHome(page.id());
            String path = home ? "" : page.slug() + "/";
            PageContext context = new PageContext(site, page, home ? "" : "../", false, pictures);
            Drawn each = new Drawn(context, path + "index.html", path, pages.body(context), card(page, pictures));
            UsedCss.collect(each.body(), classes);
            drawn.add(each);
        });
        Drawn notFound = notFound(site, options, pictures);
        UsedCss.collect(notFound.body(), classes);
        drawn.add(notFound);
        OutputFile css = css(site, fontNames, classes);
        files.add(css);
        PageShell shell = new PageShell(site, options, css.path(), preload(site, fontNames));
        Queue<OutputFile> written = new ConcurrentLinkedQueue<>();
        Parallel.each(
                List.copyOf(drawn),
                Runtime.getRuntime().availableProcessors(),
                cancel,
                each -> written.add(
                        html(each.file(), shell.page(each.context(), each.path(), each.card(), each.body()))));
        files.addAll(written);
        files.addAll(Redirects.of(site, options));
        files.addAll(pictures.files());
        progress.at(shown.size(), shown.size(), "");
        return OutputTree.of(files);
    }

    private OutputFile css(Site site, Map<Path, String> fontNames, Set<String> classes) {
        // The stylesheet lies beside the fonts, so their names suffice.
        String whole = stylesheet.of(
                site, face -> fontNames.getOrDefault(face.file(), "").replace("assets/", ""));
        StringBuilder text = new StringBuilder(UsedCss.of(whole, classes));
        // A component's script may set classes that no page shows yet, so its rules stay whole.
        ComponentScripts.shown(site, site.sections()).forEach(each -> text.append(ComponentMarkup.css(each)));
        Bytes bytes = Bytes.of(text.toString().getBytes(StandardCharsets.UTF_8));
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

    /// The picture that cards on social networks show: the page's own choice or its first photo.
    private static String card(Page page, BuildPictures pictures) {
        return Optional.ofNullable(page.seo().image())
                .or(() -> page.sections().stream()
                        .filter(section -> !section.hidden())
                        .flatMap(section -> section.content().values().values().stream())
                        .filter(Value.Image.class::isInstance)
                        .map(value -> ((Value.Image) value).media())
                        .findFirst())
                .flatMap(pictures::picture)
                .map(PictureSource.Picture::url)
                .filter(url -> !url.endsWith(".svg"))
                .orElse("");
    }

    /// The page for addresses that are not there. It is shown at any depth, so its links begin at the root.
    private Drawn notFound(Site site, BuildOptions options, BuildPictures pictures) {
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
        return new Drawn(context, "404.html", "404.html", body, "");
    }

    /// The same where the kind is not installed.
    private static String plainlyLost(String root) {
        return """
                <section class="not-found"><div class="wrap"><h1 class="h1">This page is not here</h1>
                <p class="lead">It may have moved, or the address has a slip in it.</p>
                <p class="btns"><a class="btn" href="%s">To the home page</a></p></div></section>
                """.formatted(root);
    }

    private static OutputFile html(String path, String html) {
        return OutputFile.of(
                path,
                "text/html; charset=utf-8",
                CacheControl.REVALIDATE,
                Bytes.of(html.getBytes(StandardCharsets.UTF_8)));
    }
}
