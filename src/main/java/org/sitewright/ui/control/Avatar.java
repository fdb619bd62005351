package org.sitewright.ui.control;

import java.util.Locale;
import javafx.scene.control.Label;

/// The initials of a person in a disc.
public final class Avatar {
    private Avatar() {}

    public static Label of(String name, boolean large) {
        Label avatar = new Label(initials(name));
        avatar.getStyleClass().add("avatar");
        if (large) {
            avatar.getStyleClass().add("large");
        }
        return avatar;
    }

    private static String initials(String name) {
        StringBuilder out = new StringBuilder();
        for (String word : name.strip().split("\\s+")) {
            if (!word.isEmpty() && out.codePointCount(0, out.length()) < 2) {
                out.appendCodePoint(word.codePointAt(0));
            }
        }
        return out.toString().toUpperCase(Locale.ROOT);
    }
}
