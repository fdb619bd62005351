package org.sitewright.ui.activity;

import java.util.Locale;

/// Says actions of the log in words, and which icon stands for them.
final class ActionWords {
    private ActionWords() {}

    /// `site.save` becomes "Site: save".
    static String of(String action) {
        String words = action.replace('-', ' ').replace(".", ": ");
        return words.isEmpty() ? "Nothing" : words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }

    static String icon(String action) {
        String area = action.contains(".") ? action.substring(0, action.indexOf('.')) : action;
        return switch (area) {
            case "site" -> action.equals("site.publish") ? "cloud-upload" : "panels-top-left";
            case "media" -> "image";
            case "component" -> "blocks";
            case "account", "user" -> "user";
            case "target", "deployment" -> "cloud-upload";
            case "form", "submission" -> "clipboard-list";
            case "moment" -> "flag";
            case "backup" -> "shield-check";
            case "payment" -> "credit-card";
            case "key", "api-key" -> "key-round";
            case "analytics" -> "compass";
            default -> "circle-dot";
        };
    }
}
