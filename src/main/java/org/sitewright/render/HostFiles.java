package org.sitewright.render;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.sitewright.site.Site;
import org.sitewright.site.json.Json;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Writes redirects, caching and security headers in the form that a host reads. What a host cannot say, the files
/// themselves do: pages carry their policy, and old addresses have pages that lead on.
final class HostFiles {
    private static final String ROBOTS = "X-Robots-Tag";
    private static final int MOST_REDIRECTS = 1_000;
    private static final String POLICY =
            "script-src 'self'; object-src 'none'; base-uri 'none'; frame-ancestors 'self'";

    /// Sends the file beside a style or script that holds it with gzip. LiteSpeed rewrites by the same rules but may
    /// not name the encoding, so this is for who says that it is Apache.
    private static final String COMPRESSED = """
            <IfModule mod_rewrite.c>
            <IfModule mod_headers.c>
            <IfModule mod_setenvif.c>
            RewriteEngine On
            RewriteCond "%{SERVER_SOFTWARE}" "^Apache"
            RewriteCond "%{HTTP:Accept-Encoding}" "(^|[ ,])gzip *(,|$|; *q=(1|0\\.[0-9]*[1-9]))"
            RewriteCond "%{REQUEST_FILENAME}.gz" "-f"
            RewriteRule "(^|/)assets/[^/]+\\.(css|js)$" "%{REQUEST_URI}.gz" [L]
            SetEnvIf Request_URI "/assets/[^/]+\\.(css|js)\\.gz$" no-gzip
            <FilesMatch "\\.css\\.gz$">
            ForceType "text/css; charset=utf-8"
            </FilesMatch>
            <FilesMatch "\\.js\\.gz$">
            ForceType "text/javascript; charset=utf-8"
            </FilesMatch>
            <FilesMatch "\\.(css|js)\\.gz$">
            <IfModule mod_mime.c>
            RemoveEncoding .gz
            </IfModule>
            Header set Content-Encoding gzip
            </FilesMatch>
            <FilesMatch "\\.(css|js)(\\.gz)?$">
            Header merge Vary Accept-Encoding
            </FilesMatch>
            </IfModule>
            </IfModule>
            </IfModule>
            """;

    /// Keeps the records of publishing from visitors. Where files are changed through the same server, as by WebDAV,
    /// these rules hold for who publishes too; so whoever signed in may see the records.
    private static final String HIDDEN = """
            <IfModule mod_rewrite.c>
            RewriteEngine On
            RewriteCond "%{REMOTE_USER}" "^$"
            RewriteRule "^_deploy(/|$)" "-" [R=404,L]
            </IfModule>
            """;

    private final List<Redirects.Lead> leads;
    private final Map<String, String> headers = new LinkedHashMap<>();
    private final String base;
    private final boolean known;

    private HostFiles(Site site, BuildOptions options) {
        this.leads = Redirects.leads(site).stream().limit(MOST_REDIRECTS).toList();
        this.known = !options.address().isEmpty();
        this.base = known
                ? Optional.ofNullable(URI.create(options.address()).getRawPath())
                        .filter(path -> !path.isEmpty())
                        .orElse("/")
                : "/";
        headers.put("X-Content-Type-Options", "nosniff");
        headers.put("Referrer-Policy", "strict-origin-when-cross-origin");
        headers.put("X-Frame-Options", "SAMEORIGIN");
        headers.put("Content-Security-Policy", POLICY);
        if (options.hidden()) {
            headers.put(ROBOTS, "noindex, nofollow");
        }
        boolean scripts = ComponentScripts.shown(site, site.sections()).anyMatch(ComponentScripts::runs);
        headers.put(
                "Permissions-Policy",
                scripts ? "browsing-topics=()" : "browsing-topics=(), camera=(), geolocation=(), microphone=()");
    }

    static List<OutputFile> of(Site site, BuildOptions options) {
        if (options.host() == HostForm.NONE || !site.parts().output().hostRules()) {
            return List.of();
        }
        HostFiles files = new HostFiles(site, options);
        return switch (options.host()) {
            case NONE -> List.of();
            case HEADERS_FILE ->
                List.of(text("_headers", files.headersFile()), text("_redirects", files.redirectsFile()));
            case HTACCESS ->
                List.of(text(RulesBlock.PATH, RulesBlock.BEGIN + RulesBlock.HEAD + files.htaccess() + RulesBlock.END));
            case VERCEL ->
                List.of(file("vercel.json", "application/json; charset=utf-8", Json.writePretty(files.vercel())));
            case NGINX -> List.of(text("_nginx.conf", files.nginx()));
        };
    }

    private static OutputFile text(String path, String content) {
        return file(path, "text/plain; charset=utf-8", content);
    }

    private static OutputFile file(String path, String type, String content) {
        return OutputFile.of(path, type, CacheControl.REVALIDATE, Bytes.of(content.getBytes(StandardCharsets.UTF_8)));
    }

    private String headersFile() {
        return "/*\n" + lines("  %s: %s\n") + "/assets/*\n  Cache-Control: " + CacheControl.IMMUTABLE.header() + "\n";
    }

    private String redirectsFile() {
        return leads.stream()
                .filter(HostFiles::isPlain)
                .map(lead ->
                        "/" + lead.from() + "/ " + place(lead) + " 301\n/" + lead.from() + " " + place(lead) + " 301\n")
                .collect(Collectors.joining());
    }

    /// Asks only for what needs `AllowOverride FileInfo`, and only of modules that are there: an order that a server
    /// does not allow would take the whole site away.
    ///
    /// Apache names what it compresses itself by another ETag and does not know it again when a visitor asks
    /// whether it is still the same, so the name is taken back first.
    ///
    /// @see <a href="https://bz.apache.org/bugzilla/show_bug.cgi?id=45023">what goes wrong without it</a>
    private String htaccess() {
        return """
                AddDefaultCharset utf-8
                AddType application/manifest+json .webmanifest
                AddType font/woff2 .woff2
                AddType image/webp .webp
                AddType image/svg+xml .svg
                %s
                <IfModule mod_setenvif.c>
                SetEnvIf Request_URI "/assets/[^/]+$" forever
                </IfModule>
                <IfModule mod_headers.c>
                RequestHeader edit If-None-Match "-gzip\\"" "\\""
                Header set Cache-Control "%s"
                Header set Cache-Control "%s" env=forever
                %s</IfModule>
                <IfModule mod_deflate.c>
                <IfModule mod_filter.c>
                AddOutputFilterByType DEFLATE text/html text/css text/javascript text/plain application/json
                AddOutputFilterByType DEFLATE application/manifest+json application/xml application/atom+xml image/svg+xml
                </IfModule>
                </IfModule>
                %s%s%s""".formatted(
                        known ? "ErrorDocument 404 " + base + "404.html" : "# The address is not known yet.",
                        CacheControl.REVALIDATE.header(),
                        CacheControl.IMMUTABLE.header(),
                        lines("Header always set %s \"%s\"\n"),
                        COMPRESSED,
                        HIDDEN,
                        rewrites());
    }

    private String rewrites() {
        if (!known || leads.isEmpty()) {
            return "";
        }
        return leads.stream()
                .map(lead -> """
                        RewriteCond "%%{REQUEST_METHOD}" "^(GET|HEAD)$"
                        RewriteRule "^%s/?$" "%s" [R=301,NE,L]
                        """.formatted(
                                lead.from(), place(lead).replace("%", "\\%").replace("$", "\\$")))
                .collect(Collectors.joining("", "<IfModule mod_rewrite.c>\nRewriteEngine On\n", "</IfModule>\n"));
    }

    /// @see <a href="https://vercel.com/docs/project-configuration">the properties</a>
    private ObjectNode vercel() {
        ObjectNode json = Json.object().put("trailingSlash", true);
        ArrayNode rules = json.putArray("headers");
        ObjectNode all = rules.addObject().put("source", "/(.*)");
        ArrayNode values = all.putArray("headers");
        headers.forEach((name, value) -> values.addObject().put("key", name).put("value", value));
        rules.addObject()
                .put("source", "/assets/(.*)")
                .putArray("headers")
                .addObject()
                .put("key", "Cache-Control")
                .put("value", CacheControl.IMMUTABLE.header());
        ArrayNode redirects = json.putArray("redirects");
        leads.stream().filter(HostFiles::isPlain).forEach(lead -> redirects
                .addObject()
                .put("source", "/" + lead.from() + "(/?)")
                .put("destination", place(lead))
                .put("permanent", true));
        return json;
    }

    /// Other security headers and caching stand in the settings that take this in.
    private String nginx() {
        String hidden = headers.containsKey(ROBOTS)
                ? "add_header " + ROBOTS + " \"" + headers.get(ROBOTS) + "\" always;\n"
                : "";
        return hidden
                + leads.stream()
                        .map(lead -> "location ~ \"^/" + lead.from() + "/?$\" { return 301 \""
                                + place(lead).replace("$", "%24") + "\"; }\n")
                        .collect(Collectors.joining());
    }

    private String lines(String format) {
        return headers.entrySet().stream()
                .map(each -> format.formatted(each.getKey(), each.getValue()))
                .collect(Collectors.joining());
    }

    private String place(Redirects.Lead lead) {
        return lead.elsewhere() ? lead.to() : base + lead.to();
    }

    /// Whether the host reads the place as it is written: signs with a meaning of their own are left to the page at the
    /// old address.
    private static boolean isPlain(Redirects.Lead lead) {
        String to = lead.to().replaceFirst("^https?://[^/]*", "");
        return to.chars().noneMatch(c -> "(){}*:$\\".indexOf(c) >= 0);
    }
}
