package org.sitewright.publish;

import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// What a host of files asks for, as it publishes it, in US dollars. A host that charges nothing for requests, or of
/// which nothing is known, is not in the table, and nothing is said of its price.
///
/// @param host as people call it
/// @param endpoint how the name of its endpoints ends; empty for Amazon itself
/// @param where the prices hold, as `us-east-1`; others differ
/// @param asOf the year of the price list; hosts change theirs
/// @param source where the host publishes the list
/// @param puts for 1,000 files that are sent, copied or begun in parts
/// @param lists for 1,000 pages of a list
/// @param gets for 10,000 files that are read
/// @param storage for a gigabyte (1,000,000,000 bytes) a month
public record HostPrices(
        String host,
        String endpoint,
        String where,
        int asOf,
        String source,
        double puts,
        double lists,
        double gets,
        double storage) {
    private static final double GIGABYTE = 1e9;

    private static final List<HostPrices> KNOWN = List.of(
            // S3 Standard, the first 50 TB; removing is free
            new HostPrices(
                    "Amazon S3",
                    "",
                    "us-east-1",
                    2025,
                    "https://aws.amazon.com/s3/pricing/",
                    0.005,
                    0.005,
                    0.004,
                    0.023),
            // beyond the free part of each month
            new HostPrices(
                    "Cloudflare R2",
                    ".r2.cloudflarestorage.com",
                    "all regions",
                    2025,
                    "https://developers.cloudflare.com/r2/pricing/",
                    0.0045,
                    0.0045,
                    0.0036,
                    0.015),
            // beyond the free part of each day
            new HostPrices(
                    "Backblaze B2",
                    ".backblazeb2.com",
                    "all regions",
                    2025,
                    "https://www.backblaze.com/cloud-storage/transaction-pricing",
                    0,
                    0.004,
                    0.004,
                    0.006));

    /// The prices of the host that a target is at.
    public static Optional<HostPrices> of(TargetSettings settings) {
        return settings instanceof TargetSettings.S3 s3 ? at(s3.endpoint()) : Optional.empty();
    }

    /// Whether the host of a target counts requests at all.
    public static boolean countsRequests(TargetSettings settings) {
        return settings instanceof TargetSettings.S3;
    }

    private static Optional<HostPrices> at(String endpoint) {
        if (endpoint.isEmpty()) {
            return Optional.of(KNOWN.getFirst());
        }
        String name = name(endpoint);
        if (name.endsWith(".amazonaws.com")) {
            return Optional.of(KNOWN.getFirst());
        }
        return KNOWN.stream()
                .filter(each -> !each.endpoint().isEmpty() && name.endsWith(each.endpoint()))
                .findFirst();
    }

    private static String name(String endpoint) {
        try {
            return Optional.ofNullable(URI.create(endpoint).getHost())
                    .orElse("")
                    .toLowerCase(Locale.ROOT);
        } catch (IllegalArgumentException notAnAddress) {
            return "";
        }
    }

    /// Of when the prices are, for a person who reads an estimate.
    public String dated() {
        return "prices of " + asOf + ", " + where + "; the host may have changed them since";
    }

    /// What one publish costs, in US dollars.
    public double once(Effort effort) {
        return effort.puts() * puts / 1000 + effort.lists() * lists / 1000 + effort.gets() * gets / 10_000;
    }

    /// What it costs each month to keep what lies there afterwards, in US dollars.
    public double monthly(Effort effort) {
        return effort.stored() / GIGABYTE * storage;
    }
}
