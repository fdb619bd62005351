package org.sitewright.publish.address;

import java.util.Locale;

/// One record of the domain name system (RFC 1035), as a person types it at a registrar.
///
/// @param name the host that it is for, as `www.example.org`, in small letters and without the last dot
/// @param value an address, or for an alias the name that it leads to, written like the name
public record DnsRecord(String name, Type type, String value) {
    public DnsRecord {
        name = plain(name);
        value = plain(value);
    }

    /// The kinds that lead a visitor to a host.
    public enum Type {
        /// An IPv4 address.
        A,
        /// An IPv6 address.
        AAAA,
        /// Another name.
        CNAME
    }

    private static String plain(String text) {
        String small = text.strip().toLowerCase(Locale.ROOT);
        return small.endsWith(".") ? small.substring(0, small.length() - 1) : small;
    }

    @Override
    public String toString() {
        return name + " " + type + " " + value;
    }
}
