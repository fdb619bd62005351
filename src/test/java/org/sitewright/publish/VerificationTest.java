package org.sitewright.publish;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentSkipListSet;
import org.junit.jupiter.api.Test;
import org.sitewright.render.OutputTree;
import org.sitewright.work.CancelToken;
import org.sitewright.work.Progress;

class VerificationTest {
    private final OutputTree tree = TestSites.bakery("one");
    private final Set<String> visited = new ConcurrentSkipListSet<>();
    private final PublishTarget place = new WatchedTarget(new MemoryTarget(Clock.systemUTC())) {
        @Override
        public String publicUrl(String path) {
            return PublicAddress.of("https://bakery.example/", path);
        }
    };

    private Visitor.Seen see(URI address) {
        visited.add(address.getPath());
        String path = address.getPath().substring(1);
        String file = path.isEmpty() || path.endsWith("/") ? path + "index.html" : path;
        return tree.file(file)
                .map(output -> new Visitor.Seen(200, output.sha256(), ""))
                .orElse(new Visitor.Seen(404, "", ""));
    }

    private List<String> warnings(OutputTree published, Visitor visitor) {
        return new Verification(place, visitor).visit(published, Progress.NONE, new CancelToken());
    }

    @Test
    void looksAtAllPagesAndWhatTheyUse() {
        assertThat(warnings(tree, this::see)).isEmpty();
        assertThat(visited)
                .contains("/", "/menu/", "/menu/bread/rye/")
                .anyMatch(path -> path.endsWith(".css"))
                .anyMatch(path -> path.endsWith(".webp"))
                .doesNotContain("/404.html");
    }

    @Test
    void namesWhatVisitorsDoNotSee() {
        OutputTree other = TestSites.with(tree, TestSites.page("menu/index.html", "New"));
        assertThat(warnings(other, this::see))
                .singleElement()
                .asString()
                .contains("https://bakery.example/menu/ shows something else");
        OutputTree more = TestSites.with(tree, TestSites.page("news/index.html", "News"));
        assertThat(warnings(more, this::see))
                .singleElement()
                .asString()
                .contains("https://bakery.example/news/ answers 404");
    }

    @Test
    void asksFewTimesWhereNobodyAnswers() {
        assertThat(warnings(TestSites.many(50, 10), address -> {
                    visited.add(address.getPath());
                    return new Visitor.Seen(0, "", "does not answer");
                }))
                .singleElement()
                .asString()
                .contains("visitors cannot see the site yet", "does not answer");
        assertThat(visited).hasSizeLessThan(15);
    }

    @Test
    void looksAtASampleOfManyPages() {
        OutputTree many = TestSites.many(500, 5);
        assertThat(warnings(many, address -> {
                    visited.add(address.getPath());
                    return new Visitor.Seen(-1, "", "");
                }))
                .isEmpty();
        assertThat(visited).hasSizeBetween(50, Verification.PAGES);
    }

    @Test
    void findsWhatTheHostLost() {
        tree.files().values().forEach(place::put);
        Map<String, Manifest.Entry> files = new TreeMap<>();
        tree.files().forEach((path, file) -> files.put(path, Manifest.Entry.of(file, file.sha256())));
        Manifest none = Manifest.none("site");
        Manifest live = new Manifest(
                Manifest.FORMAT,
                Manifest.State.LIVE,
                "site",
                "",
                "",
                1,
                none.startedAt(),
                none.touchedAt(),
                files,
                Map.of(),
                Map.of(),
                Manifest.Kept.NOTHING);
        Verification verification = new Verification(place, Visitor.NOBODY);
        assertThat(verification.lost(live)).isEmpty();
        place.delete(List.of("robots.txt"));
        place.put(TestSites.page("404.html", "other"));
        assertThat(verification.lost(live)).containsOnlyKeys("robots.txt", "404.html");
    }
}
