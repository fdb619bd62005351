package org.sitewright.book;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.sitewright.fixture.Assets;
import org.sitewright.library.Catalogue;
import org.sitewright.library.SectionKind;
import org.sitewright.library.StarterReader;
import org.sitewright.render.BuildOptions;
import org.sitewright.render.CanvasRenderer;
import org.sitewright.render.OutputFolder;
import org.sitewright.render.OutputTree;
import org.sitewright.render.SiteRenderer;
import org.sitewright.site.Form;
import org.sitewright.site.FormField;
import org.sitewright.site.FormId;
import org.sitewright.site.Ids;
import org.sitewright.site.Page;
import org.sitewright.site.PageId;
import org.sitewright.site.Section;
import org.sitewright.site.Seo;
import org.sitewright.site.Site;
import org.sitewright.site.SiteParts;
import org.sitewright.site.Style;
import org.sitewright.site.Theme;
import org.sitewright.site.Value;
import org.sitewright.work.CancelToken;
import org.sitewright.work.Progress;

/// Builds a small site for a kind: all its layouts under one another, filled with the sample content.
final class BookSites {
    private static final Pattern FACE = Pattern.compile("@font-face\\{[^}]*}");
    private static final List<String> PAGES = List.of("Walks", "Prices", "Notebook", "Visit");

    private final Assets assets = new Assets();
    private final Catalogue catalogue = Assets.catalogue();
    private final SiteRenderer renderer;
    private final Path folder;

    BookSites(Path folder) {
        this.folder = folder;
        this.renderer = new SiteRenderer(catalogue, new BookPictures(assets, folder.resolve("media")));
    }

    /// The site as it would be published.
    ///
    /// @return its folder
    Path publishable(SectionKind kind, Style style) throws IOException {
        Path target = folder.resolve("sites").resolve(kind.kind() + "-" + style.folder());
        write(site(kind, style, Theme.ColorMode.AUTO), target);
        return target;
    }

    /// The same in one appearance and with fonts that the web view reads.
    ///
    /// @return its home page
    Path pictured(SectionKind kind, Style style, Theme.ColorMode mode) throws IOException {
        Path target = folder.resolve("pages").resolve(kind.kind() + "-" + style.folder() + "-" + mode);
        Site site = site(kind, style, mode);
        OutputTree tree = write(site, target);
        String canvas = new CanvasRenderer(catalogue)
                .stylesheet(
                        site.theme(),
                        face -> face.file().toAbsolutePath().toUri().toString());
        StringBuilder faces = new StringBuilder();
        Matcher face = FACE.matcher(canvas);
        while (face.find()) {
            faces.append(face.group());
        }
        for (String path : tree.files().keySet()) {
            if (path.endsWith(".css")) {
                Path css = target.resolve(path);
                Files.writeString(
                        css, faces + FACE.matcher(Files.readString(css)).replaceAll(""), StandardCharsets.UTF_8);
            }
        }
        return target.resolve("index.html");
    }

    private OutputTree write(Site site, Path target) {
        OutputTree tree = renderer.render(site, BuildOptions.WITHOUT_ADDRESS, Progress.NONE, new CancelToken());
        new OutputFolder(target).write(tree, true, Progress.NONE, new CancelToken());
        return tree;
    }

    private Site site(SectionKind kind, Style style, Theme.ColorMode mode) {
        Ids ids = new Ids(new Random(11));
        StarterReader samples = new StarterReader(catalogue, ids);
        List<Form> forms = new ArrayList<>();
        List<Section> sections = new ArrayList<>();
        for (SectionKind.Variant variant : kind.variants()) {
            Section section = samples.sample(kind, variant.name(), assets::keep);
            if (kind.field("form").isPresent()) {
                forms.add(form(new FormId(ids.next())));
                section = section.withContent(section.content()
                        .with("form", new Value.FormRef(forms.getLast().id())));
            }
            sections.add(section);
        }
        List<Page> pages = new ArrayList<>();
        boolean shared = kind.placement() != SectionKind.Placement.PAGE;
        pages.add(page(ids, kind.name(), "home", shared ? List.of() : sections));
        PAGES.forEach(name -> pages.add(page(ids, name, name.toLowerCase(java.util.Locale.ROOT), List.of())));
        Theme theme = catalogue.theme(style).theme();
        return assets.starter("bakery")
                .withTheme(new Theme(
                        style, theme.seed(), theme.neutral(), theme.display(), theme.body(), theme.mono(), mode))
                .withPages(pages)
                .withShared(shared ? sections : List.of(), List.of())
                .withParts(SiteParts.NONE.withForms(forms));
    }

    private static Form form(FormId id) {
        List<String> days = List.of("Saturday", "Sunday");
        return new Form(
                id,
                null,
                "Ask for a place",
                List.of(
                        new FormField("a", "name", "Name", FormField.Type.TEXT, true, ""),
                        new FormField("b", "email", "Mail", FormField.Type.EMAIL, true, ""),
                        field("c", "walk", "Walk", FormField.Type.SELECT, "", List.of("Coast", "Ridge")),
                        field("d", "people", "How many", FormField.Type.NUMBER, "You included", List.of()),
                        field("e", "day", "Day", FormField.Type.RADIO, "", days),
                        field("f", "note", "What we should know", FormField.Type.TEXTAREA, "", List.of()),
                        field("g", "ok", "You may answer by mail.", FormField.Type.CONSENT, "", List.of())),
                "Ask for a place",
                "Thank you.",
                "hello@slowmiles.example",
                "");
    }

    private static FormField field(
            String id, String name, String label, FormField.Type type, String help, List<String> options) {
        return new FormField(id, name, label, type, false, "", help, options, "");
    }

    private static Page page(Ids ids, String name, String slug, List<Section> sections) {
        return new Page(new PageId(ids.next()), name, slug, name, "", "file", Seo.EMPTY, true, sections);
    }
}
