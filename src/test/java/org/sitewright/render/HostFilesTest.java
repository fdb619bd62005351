package org.sitewright.render;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.sitewright.fixture.Assets;
import org.sitewright.site.Site;
import org.sitewright.work.CancelToken;
import org.sitewright.work.Progress;

class HostFilesTest {
    private final Assets assets = new Assets();
    private final Site bakery = assets.starter("bakery");

    @Test
    void apacheFindsStylesCompressed() throws IOException {
        OutputTree tree = render(bakery, HostForm.HTACCESS);
        List<String> small = tree.files().keySet().stream()
                .filter(path -> path.endsWith(".gz"))
                .toList();
        assertThat(small).singleElement().asString().matches("assets/site-[0-9a-f]{10}\\.css\\.gz");
        OutputFile file = tree.file(small.getFirst()).orElseThrow();
        try (InputStream in = new GZIPInputStream(file.source().open())) {
            assertThat(new String(in.readAllBytes(), StandardCharsets.UTF_8))
                    .isEqualTo(text(tree, small.getFirst().replace(".gz", "")));
        }
        assertThat(render(bakery, HostForm.HTACCESS)
                        .file(small.getFirst())
                        .orElseThrow()
                        .sha256())
                .isEqualTo(file.sha256());
        assertThat(text(tree, ".htaccess"))
                .contains(
                        "RewriteCond \"%{REQUEST_FILENAME}.gz\" \"-f\"\n",
                        "RewriteRule \"(^|/)assets/[^/]+\\.(css|js)$\" \"%{REQUEST_URI}.gz\" [L]\n",
                        "<FilesMatch \"\\.css\\.gz$\">\nForceType \"text/css; charset=utf-8\"\n",
                        "Header set Content-Encoding gzip\n",
                        "<FilesMatch \"\\.(css|js)(\\.gz)?$\">\nHeader merge Vary Accept-Encoding\n");
        long opened = text(tree, ".htaccess")
                .lines()
                .filter(line -> line.startsWith("<If") || line.startsWith("<Files"))
                .count();
        assertThat(text(tree, ".htaccess").lines().filter(line -> line.startsWith("</")))
                .hasSize((int) opened);
        for (HostForm other : List.of(HostForm.NONE, HostForm.HEADERS_FILE, HostForm.VERCEL, HostForm.NGINX)) {
            assertThat(render(bakery, other).files().keySet()).noneMatch(path -> path.endsWith(".gz"));
        }
        Site withoutRules = bakery.withParts(
                bakery.parts().withOutput(bakery.parts().output().withHostRules(false)));
        assertThat(render(withoutRules, HostForm.HTACCESS).files().keySet()).noneMatch(path -> path.endsWith(".gz"));
    }

    @Test
    void apacheKnowsAgainWhatItCompressedAndSaysHowTextIsWritten() {
        assertThat(text(render(bakery, HostForm.HTACCESS), ".htaccess"))
                .contains(
                        "<IfModule mod_headers.c>\nRequestHeader edit If-None-Match \"-gzip\\\"\" \"\\\"\"\n",
                        "\nAddDefaultCharset utf-8\n");
    }

    @Test
    void whatIsStagedIsNotToBeFoundAtAnyHost() {
        Map<HostForm, String> headers = Map.of(
                HostForm.HEADERS_FILE, "_headers",
                HostForm.HTACCESS, ".htaccess",
                HostForm.VERCEL, "vercel.json",
                HostForm.NGINX, "_nginx.conf");
        for (HostForm host : HostForm.values()) {
            BuildOptions live = new BuildOptions("https://aurora.example/", host);
            OutputTree staged = render(bakery, live.hidden(true));
            for (OutputFile file : staged.files().values()) {
                if (!file.path().endsWith(".html")) {
                    continue;
                }
                assertThat(parsed(file).select("meta[name=robots]").attr("content"))
                        .as(file.path())
                        .isEqualTo("noindex, nofollow");
                assertThat(parsed(file).select("link[rel=canonical]")).isEmpty();
            }
            assertThat(text(staged, "robots.txt"))
                    .startsWith("# Not for visitors yet")
                    .contains("Allow: /");
            assertThat(staged.file("sitemap.xml")).isEmpty();
            if (headers.containsKey(host)) {
                assertThat(text(staged, headers.get(host)))
                        .contains("X-Robots-Tag")
                        .contains("noindex, nofollow");
                assertThat(text(render(bakery, live), headers.get(host))).doesNotContain("X-Robots-Tag");
            }
        }
    }

    private OutputTree render(Site site, HostForm host) {
        return render(site, new BuildOptions("https://aurora.example/", host));
    }

    private OutputTree render(Site site, BuildOptions options) {
        return new SiteRenderer(Assets.catalogue(), assets.plainPictures())
                .render(site, options, Progress.NONE, new CancelToken());
    }

    private static Document parsed(OutputFile file) {
        return Jsoup.parse(new String(file.source().all(), StandardCharsets.UTF_8));
    }

    private static String text(OutputTree tree, String path) {
        return new String(tree.file(path).orElseThrow().source().all(), StandardCharsets.UTF_8);
    }
}
