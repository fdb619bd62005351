package org.sitewright.adapter.git;

import java.io.IOException;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.jgit.errors.NoRemoteRepositoryException;
import org.eclipse.jgit.errors.TransportException;
import org.sitewright.publish.PublishFailure;

/// What a host of repositories says, in the user's words. Over HTTP that is a status, else some text.
final class GitFailures {
    private static final Pattern STATUS = Pattern.compile(": ([345]\\d\\d)\\b");
    private static final Pattern FULL = Pattern.compile("quota|too large|too big|exceed|size limit|no space|disk full");

    private GitFailures() {}

    /// @param where the address without secrets
    static PublishFailure of(IOException fault, String where) {
        String said = String.valueOf(fault.getMessage());
        String lower = said.toLowerCase(Locale.ROOT);
        int status = status(said);
        if (status == 401
                || lower.contains("not authorized")
                || lower.contains("authentication")
                || lower.contains("auth fail")) {
            return new PublishFailure.Authentication(
                    "The host of " + where + " does not accept the sign-in.",
                    "The token or key may have expired or been revoked: make a new one there, with the right to write"
                            + " to the repository, and enter it again.");
        }
        if (status == 403 || lower.contains("not permitted") || lower.contains("forbidden")) {
            return new PublishFailure.Forbidden(
                    "You may not push to " + where + ".",
                    "At the host, give the token or key the right to write to the repository.");
        }
        if (status == 404 || fault instanceof NoRemoteRepositoryException || lower.contains("not found")) {
            return new PublishFailure.MissingPlace(
                    "There is no repository " + where + ", or you may not see it.",
                    "Check its address, and that the token or key may use it.");
        }
        return fault instanceof TransportException ? transport(status, lower, where, said) : local(fault);
    }

    private static PublishFailure transport(int status, String lower, String where, String said) {
        if (status == 413 || status == 507 || FULL.matcher(lower).find()) {
            return full(where);
        }
        if (status == 409 || status == 412) {
            return new PublishFailure.Conflict(
                    "Somebody else changes " + where + " at the same time.",
                    "Wait until it has finished, then publish again.");
        }
        if (status == 429 || status >= 500) {
            return new PublishFailure.Busy(
                    "The host of " + where + " is busy or has a fault just now (" + status + ").",
                    "Wait some minutes, then publish again.");
        }
        if (lower.contains("ssl") || lower.contains("certificat") || lower.contains("secure connection")) {
            return new PublishFailure.Settings(
                    "This computer does not trust the certificate of " + where + ", or it is for another name.",
                    "Check the address. Where the host is your own, give it a certificate that browsers accept.");
        }
        return new PublishFailure.Network(
                "The repository " + where + " could not be reached: " + said.replaceFirst("\\.$", "") + ".",
                "Check the address, and that you are online, then publish again.");
    }

    /// What a hook of the host said when it refused a push.
    static PublishFailure declined(String branch, String said) {
        if (FULL.matcher(said.toLowerCase(Locale.ROOT)).find()) {
            return new PublishFailure.Quota(
                    "The repository has no room for this push to " + branch + "." + said,
                    "Make the site's files smaller, or raise the limit at the host, then publish again.");
        }
        return new PublishFailure.Forbidden(
                "The repository does not take a push to " + branch + "." + said,
                "Check at the host that the branch is not protected and that you may push to it.");
    }

    static PublishFailure local(IOException fault) {
        return new PublishFailure.Unexpected(
                "The copy of the repository on this computer could not be used: " + fault.getMessage() + ".",
                "Check that there is room on the disk, then publish again.");
    }

    private static PublishFailure full(String where) {
        return new PublishFailure.Quota(
                "The repository " + where + " takes no more.",
                "Make the site's files smaller, or raise the limit at the host, then publish again.");
    }

    private static int status(String said) {
        Matcher found = STATUS.matcher(said);
        return found.find() ? Integer.parseInt(found.group(1)) : 0;
    }
}
