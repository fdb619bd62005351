package org.sitewright.publish.address;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.sitewright.publish.TargetSettings;

/// The records that a name needs to lead to a target, as the documentation of each host says.
final class WantedRecords {
    /// <https://vercel.com/docs/domains/working-with-domains/add-a-domain>
    private static final String VERCEL_ADDRESS = "76.76.21.21";

    private static final String VERCEL_NAME = "cname.vercel-dns.com";
    /// <https://docs.github.com/en/pages/configuring-a-custom-domain-for-your-github-pages-site>
    private static final List<String> GITHUB =
            List.of("185.199.108.153", "185.199.109.153", "185.199.110.153", "185.199.111.153");

    /// <https://docs.gitlab.com/user/project/pages/custom_domains_ssl_tls_certification/>
    private static final String GITLAB = "35.185.44.232";

    private static final Pattern REPOSITORY =
            Pattern.compile("(?:https://|(?:ssh://)?git@)(github\\.com|gitlab\\.com)[:/]([^/]+)/.+");

    private final Outside outside;

    WantedRecords(Outside outside) {
        this.outside = outside;
    }

    /// @param named the name that the host itself says the domain should lead to, as a distribution's; empty when it
    ///     names none
    List<DnsRecord> of(String host, TargetSettings settings, Optional<String> named) {
        if (named.isPresent()) {
            return List.of(new DnsRecord(host, DnsRecord.Type.CNAME, named.get()));
        }
        return switch (settings) {
            case TargetSettings.S3 s3 -> bucket(host, s3);
            case TargetSettings.Vercel vercel ->
                List.of(
                        isApex(host)
                                ? new DnsRecord(host, DnsRecord.Type.A, VERCEL_ADDRESS)
                                : new DnsRecord(host, DnsRecord.Type.CNAME, VERCEL_NAME));
            case TargetSettings.Git git -> pages(host, git.repository());
            case TargetSettings.Sftp sftp -> server(host, sftp.server().host());
            case TargetSettings.Ftps ftps -> server(host, ftps.server().host());
            case TargetSettings.WebDav dav ->
                server(host, String.valueOf(URI.create(dav.address()).getHost()));
            // Heroku gives each domain a name of its own, which it names when it knows the domain.
            case TargetSettings.Heroku heroku -> List.of();
            case TargetSettings.Folder folder -> List.of();
            case TargetSettings.Zip zip -> List.of();
        };
    }

    /// Amazon's website endpoint serves a bucket that is called as the domain, and by plain HTTP only
    /// (<https://docs.aws.amazon.com/AmazonS3/latest/userguide/WebsiteEndpoints.html>).
    private static List<DnsRecord> bucket(String host, TargetSettings.S3 s3) {
        return s3.endpoint().isEmpty()
                        && s3.delivery().distribution().isEmpty()
                        && s3.bucket().equals(host)
                ? List.of(new DnsRecord(
                        host, DnsRecord.Type.CNAME, s3.bucket() + ".s3-website." + s3.region() + ".amazonaws.com"))
                : List.of();
    }

    private static List<DnsRecord> pages(String host, String repository) {
        Matcher known = REPOSITORY.matcher(repository);
        if (!known.matches()) {
            return List.of();
        }
        boolean github = known.group(1).equals("github.com");
        String owner = String.valueOf(known.group(2)).toLowerCase(Locale.ROOT);
        if (!isApex(host)) {
            return List.of(new DnsRecord(host, DnsRecord.Type.CNAME, owner + (github ? ".github.io" : ".gitlab.io")));
        }
        return github
                ? GITHUB.stream()
                        .map(address -> new DnsRecord(host, DnsRecord.Type.A, address))
                        .toList()
                : List.of(new DnsRecord(host, DnsRecord.Type.A, GITLAB));
    }

    /// The site is usually served by the computer that the files are sent to.
    private List<DnsRecord> server(String host, String server) {
        List<DnsRecord> wanted = new ArrayList<>();
        for (DnsRecord record : outside.records(server)) {
            if (record.type() != DnsRecord.Type.CNAME) {
                wanted.add(new DnsRecord(host, record.type(), record.value()));
            }
        }
        return wanted;
    }

    /// Whether a name is a domain itself, which can have no alias (RFC 1034, 3.6.2). Without the list of public
    /// suffixes this is a guess: it takes `example.co.uk` for a name below a domain, as `www.example.org` is.
    private static boolean isApex(String host) {
        return host.chars().filter(each -> each == '.').count() == 1;
    }
}
