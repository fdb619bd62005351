package org.sitewright.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.sitewright.site.Page;
import org.sitewright.site.Site;
import org.sitewright.site.json.Json;
import org.sitewright.site.json.SiteJson;

/// The same pages as content for Hugo: all that a page holds as JSON front matter, and a template for each of the five
/// kinds that writes what ours writes: headings, texts, lists, and pictures with their widths.
final class HugoSite {
    private static final long MOST_MINUTES = 5;

    private static final String PAGE = """
            <!doctype html>
            <html lang="en"><head><meta charset="utf-8"><title>{{ .Params.seo.title }}</title>
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta name="description" content="{{ .Params.seo.description }}">
            <meta property="og:title" content="{{ .Params.seo.title }}">
            <meta property="og:description" content="{{ .Params.seo.description }}">
            <link rel="stylesheet" href="/assets/site.css"></head><body>
            <main id="main">
            {{ range .Params.sections }}{{ partial (printf "%s.html" .type) . }}{{ end }}
            </main></body></html>
            """;

    private static final String PICTURE = """
            {{ $base := printf "/assets/img-%s" (substr .media 0 12) }}{{ $widths := slice 320 640 960 1280 1920 }}
            <picture><source type="image/webp" srcset="{{ range $i, $w := $widths }}{{ if $i }}, {{ end \
            }}{{ $base }}-{{ $w }}.webp {{ $w }}w{{ end }}" sizes="(min-width: 60rem) 50vw, 100vw"><img \
            src="{{ $base }}-960.jpg" srcset="{{ range $i, $w := $widths }}{{ if $i }}, {{ end \
            }}{{ $base }}-{{ $w }}.jpg {{ $w }}w{{ end }}" sizes="(min-width: 60rem) 50vw, 100vw" alt="{{ .alt }}" \
            width="1600" height="1067" loading="lazy" decoding="async" style="object-position: {{ mul 100 \
            (index .focal 0) }}% {{ mul 100 (index .focal 1) }}%"></picture>
            """;

    private static final Map<String, String> KINDS =
            Map.of("hero", """
            <section class="hero hero--{{ .variant }}" id="{{ .anchor }}"><div class="wrap"><h1 class="h1">\
            {{ .content.title | safeHTML }}</h1><p class="lead">{{ .content.text }}</p><p class="btns">
            {{ range .content.buttons }}<a class="btn" href="#{{ .link.anchor }}">{{ .label }}</a>{{ end }}</p>
            <ul class="facts">{{ range .content.facts }}<li><b>{{ .value }}</b> <span>{{ .label }}</span></li>\
            {{ end }}</ul></div><figure>{{ partial "picture.html" .content.image }}<figcaption>\
            {{ .content.caption }} {{ .content.captionEnd }}</figcaption></figure></section>
            """, "features", """
            <section class="features features--{{ .variant }}"><div class="wrap"><h2 class="h2">\
            {{ .content.title | safeHTML }}</h2><p class="lead">{{ .content.text }}</p><ul class="cards">
            {{ range .content.items }}<li class="card">{{ partial "picture.html" .image }}<h3>{{ .title }}</h3>\
            <p>{{ .text }}</p></li>
            {{ end }}</ul></div></section>
            """, "testimonials", """
            <section class="voices voices--{{ .variant }}"><div class="wrap"><h2 class="h2">\
            {{ .content.title | safeHTML }}</h2><ul class="cards">
            {{ range .content.items }}<li><figure><blockquote><p>{{ .text }}</p></blockquote><figcaption>\
            {{ partial "picture.html" .image }}<b>{{ .title }}</b> {{ .role }}</figcaption></figure></li>
            {{ end }}</ul></div></section>
            """, "pricing", """
            <section class="prices prices--{{ .variant }}"><div class="wrap"><h2 class="h2">\
            {{ .content.title | safeHTML }}</h2><p class="lead">{{ .content.text }}</p><div class="cards">
            {{ range .content.items }}<div class="card"><h3>{{ .title }}</h3><table><tbody>
            {{ range .rows }}<tr><th scope="row">{{ .label }}{{ with .detail }} <small>{{ . }}</small>{{ end }}</th>\
            <td>{{ .price }}</td></tr>
            {{ end }}</tbody></table></div>{{ end }}</div></div></section>
            """, "faq", """
            <section class="faq faq--{{ .variant }}"><div class="wrap"><h2 class="h2">{{ .content.title | safeHTML }}\
            </h2><div class="list">{{ range .content.items }}<details><summary>{{ .title }}</summary>\
            {{ .text | safeHTML }}</details>
            {{ end }}</div></div></section>
            """);

    private final Path folder;
    private int builds;

    private HugoSite(Path folder) {
        this.folder = folder;
    }

    static HugoSite write(Site site, Path folder) throws IOException {
        Path content = Files.createDirectories(folder.resolve("content"));
        Path layouts = Files.createDirectories(folder.resolve("layouts/_default"));
        Path partials = Files.createDirectories(folder.resolve("layouts/partials"));
        Files.writeString(folder.resolve("hugo.toml"), """
                baseURL = "https://site.example/"
                disableKinds = ["home", "section", "taxonomy", "term", "RSS", "404"]
                """);
        Files.writeString(layouts.resolve("single.html"), PAGE);
        Files.writeString(partials.resolve("picture.html"), PICTURE);
        for (Map.Entry<String, String> kind : KINDS.entrySet()) {
            Files.writeString(partials.resolve(kind.getKey() + ".html"), kind.getValue());
        }
        for (Page page : site.pages()) {
            Files.writeString(content.resolve(page.slug() + ".md"), Json.write(SiteJson.printPage(page)) + "\n");
        }
        return new HugoSite(folder);
    }

    /// Builds into a folder of its own.
    ///
    /// @return seconds; not a number when Hugo is not installed or failed, which is printed
    double build() throws IOException, InterruptedException {
        builds++;
        long start = System.nanoTime();
        try {
            Process hugo = new ProcessBuilder("hugo", "--quiet", "--config", "hugo.toml", "--destination", built())
                    .directory(folder.toFile())
                    .redirectErrorStream(true)
                    .start();
            try (BufferedReader said = hugo.inputReader(StandardCharsets.UTF_8)) {
                List<String> lines = said.lines().toList();
                if (!hugo.waitFor(MOST_MINUTES, TimeUnit.MINUTES) || hugo.exitValue() != 0) {
                    hugo.destroyForcibly();
                    System.out.println("hugo failed: " + lines);
                    return Double.NaN;
                }
            }
        } catch (IOException notInstalled) {
            System.out.println("hugo is not installed");
            return Double.NaN;
        }
        return Benchmarks.seconds(start);
    }

    private String built() {
        return "built-" + builds;
    }

    /// How much it wrote.
    String size() throws IOException {
        long[] sum = new long[2];
        try (var files = Files.walk(folder.resolve(built()))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                sum[0]++;
                sum[1] += Files.size(file);
            }
        }
        return "%,d files, %,d bytes".formatted(sum[0], sum[1]);
    }
}
