package org.sitewright.edit;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.sitewright.site.Form;
import org.sitewright.site.FormField;
import org.sitewright.site.FormId;
import org.sitewright.site.Site;

/// What a form must be so that visitors can fill it in and what they send can be told apart. Every answer is what is
/// wrong, in words, or nothing.
public final class FormChecks {
    public static final int MOST_FIELDS = 100;
    public static final int MOST_OPTIONS = 200;
    private static final int LONGEST_NAME = 120;
    private static final int LONGEST_TEXT = 500;
    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");

    private static final Pattern EMAIL = Pattern.compile(
            "[\\p{L}\\p{N}.!#$%&'*+/=?^_`{|}~-]{1,64}@[\\p{L}\\p{N}-]{1,63}(\\.[\\p{L}\\p{N}-]{1,63})+");

    private FormChecks() {}

    /// @param form the one that is to have the name
    public static Optional<String> name(Site site, FormId form, String name) {
        if (name.isBlank() || name.length() > LONGEST_NAME) {
            return Optional.of("A form has a name of 1 to " + LONGEST_NAME + " characters.");
        }
        return site.parts().forms().stream()
                        .anyMatch(each ->
                                !each.id().equals(form) && each.name().strip().equalsIgnoreCase(name.strip()))
                ? Optional.of("Another form is called “" + name.strip() + "”.")
                : Optional.empty();
    }

    /// Whether a field can stand in a form, in the place of the one with its id.
    public static Optional<String> field(Form form, FormField field) {
        if (field.label().isBlank()) {
            return Optional.of("Visitors need a label to know what to put in.");
        }
        if (field.label().length() > LONGEST_TEXT
                || field.help().length() > LONGEST_TEXT
                || field.placeholder().length() > LONGEST_TEXT
                || field.value().length() > LONGEST_TEXT) {
            return Optional.of("A text here has up to " + LONGEST_TEXT + " characters.");
        }
        Optional<String> name = fieldName(form, field.id(), field.name());
        return name.isPresent() || !choices(field.type()) ? name : options(field.options());
    }

    /// @param id the field that is to have the name
    public static Optional<String> fieldName(Form form, String id, String name) {
        if (!name.matches("[a-z][a-z0-9_-]{0,59}")) {
            return Optional.of("A name begins with a small letter and has small letters, digits, - and _ only.");
        }
        return form.fields().stream()
                .filter(each -> !each.id().equals(id) && each.name().equals(name))
                .findFirst()
                .map(each -> "The field “" + each.label() + "” has this name.");
    }

    public static Optional<String> options(List<String> options) {
        if (options.isEmpty()) {
            return Optional.of("Give visitors at least one option, each on a line of its own.");
        }
        if (options.size() > MOST_OPTIONS) {
            return Optional.of("There can be " + MOST_OPTIONS + " options; these are " + options.size() + ".");
        }
        Set<String> seen = new HashSet<>();
        for (String option : options) {
            if (option.length() > LONGEST_TEXT) {
                return Optional.of("An option has up to " + LONGEST_TEXT + " characters.");
            }
            if (!seen.add(option.strip())) {
                return Optional.of("The option “" + option.strip() + "” is there twice.");
            }
        }
        return Optional.empty();
    }

    /// An address that a message can be sent to, as people write them (RFC 5321, without quoted local parts); empty is
    /// fine and tells nobody.
    public static Optional<String> email(String address) {
        String text = address.strip();
        boolean good =
                text.isEmpty() || (text.length() <= 254 && EMAIL.matcher(text).matches() && isDotted(text));
        return good ? Optional.empty() : Optional.of("An e-mail address is written as name@example.com.");
    }

    private static boolean isDotted(String address) {
        return !address.startsWith(".") && !address.contains("..") && !address.contains(".@");
    }

    /// Where submissions can be posted: `https`, and `http` on this computer only; empty is fine and posts nowhere.
    public static Optional<String> webhook(String address) {
        String text = address.strip();
        if (text.isEmpty()) {
            return Optional.empty();
        }
        try {
            URI uri = new URI(text);
            String scheme = String.valueOf(uri.getScheme()).toLowerCase(Locale.ROOT);
            String host = uri.getHost();
            if (host == null || host.isEmpty() || uri.getUserInfo() != null || text.length() > 2000) {
                return Optional.of("A webhook is a whole address, as https://example.com/hook, without a password.");
            }
            boolean here = LOOPBACK.contains(host.toLowerCase(Locale.ROOT));
            return scheme.equals("https") || (scheme.equals("http") && here)
                    ? Optional.empty()
                    : Optional.of("What visitors write must not travel in the open: use an address with https.");
        } catch (URISyntaxException fault) {
            return Optional.of("A webhook is a whole address, as https://example.com/hook, without a password.");
        }
    }

    /// Whether visitors choose from options.
    public static boolean choices(FormField.Type type) {
        return switch (type) {
            case SELECT, RADIO, CHECKBOXES -> true;
            case TEXT, EMAIL, PHONE, TEXTAREA, NUMBER, DATE, URL, CONSENT, HIDDEN -> false;
        };
    }

    /// Whether somebody receives what visitors send.
    public static boolean isReceived(Form form) {
        return (!form.notificationEmail().isBlank()
                        && email(form.notificationEmail()).isEmpty())
                || (!form.webhookUrl().isBlank() && webhook(form.webhookUrl()).isEmpty());
    }
}
