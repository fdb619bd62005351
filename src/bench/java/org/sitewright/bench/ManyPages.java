package org.sitewright.bench;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.sitewright.fixture.Assets;
import org.sitewright.library.SectionKind;
import org.sitewright.library.StarterReader;
import org.sitewright.site.FieldPath;
import org.sitewright.site.Ids;
import org.sitewright.site.Page;
import org.sitewright.site.PageId;
import org.sitewright.site.Section;
import org.sitewright.site.Site;
import org.sitewright.site.Value;

/// Sites of any size, each page with five sections of their kinds' own samples. They have no header: it would list
/// every page on every page.
final class ManyPages {
    private static final List<String> KINDS = List.of("hero", "features", "testimonials", "pricing", "faq");

    private final Assets assets = new Assets();
    private final Ids ids = new Ids(new Random(1));
    private final StarterReader reader = new StarterReader(Assets.catalogue(), ids);

    Assets assets() {
        return assets;
    }

    Site site(int pages) {
        List<Page> all = new ArrayList<>(pages);
        Site starter = assets.starter("bakery");
        for (int i = 0; i < pages; i++) {
            Page like = starter.home().withName("Page " + i, "page-" + i);
            all.add(new Page(
                    new PageId(ids.next()),
                    like.name(),
                    like.slug(),
                    like.name(),
                    like.description(),
                    like.icon(),
                    like.seo(),
                    true,
                    sections(5, "Page " + i)));
        }
        return starter.withPages(all).withShared(List.of(), List.of());
    }

    List<Section> sections(int count, String title) {
        List<Section> sections = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            SectionKind kind =
                    Assets.catalogue().kind(KINDS.get(i % KINDS.size())).orElseThrow();
            Section sample = reader.sample(kind, "", this::keep);
            sections.add(sample.withContent(
                    sample.content().with(FieldPath.of("title"), new Value.Text(title + ", part " + i))));
        }
        return sections;
    }

    private org.sitewright.site.MediaId keep(Path file) {
        return assets.keep(file);
    }
}
