package org.sitewright.site;

/// What the site's owner said that it is for.
public record Brief(String idea, String requirements) {
    public static final Brief EMPTY = new Brief("", "");
}
