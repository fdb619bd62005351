package org.sitewright.publish;

/// Addresses below the one that a target is served at.
public final class PublicAddress {
    private PublicAddress() {}

    /// The address of a file, with `index.html` left out; empty when the target has no public address.
    public static String of(String publicUrl, String path) {
        if (publicUrl.isEmpty()) {
            return "";
        }
        String base = publicUrl.endsWith("/") ? publicUrl : publicUrl + "/";
        boolean index = path.equals("index.html") || path.endsWith("/index.html");
        return base + (index ? path.substring(0, path.length() - "index.html".length()) : path);
    }
}
