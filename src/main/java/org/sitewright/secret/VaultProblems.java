package org.sitewright.secret;

import java.nio.file.Path;
import org.sitewright.work.Problem;

/// The faults of a vault, in words for the person who opens it.
final class VaultProblems {
    private VaultProblems() {}

    static Problem wrongPassphrase() {
        return new Problem(
                "SW-VAULT-PASSPHRASE",
                "The passphrase does not open the vault.",
                "Type it again; capitals count. Without it the keys of your targets must be entered anew.");
    }

    static Problem noWrap() {
        return new Problem(
                "SW-VAULT-WRAP",
                "The vault has not been opened this way before.",
                "Open it with the passphrase once, or sign in to the account that made it.");
    }

    static Problem damaged(Path file, Path previous) {
        return new Problem(
                "SW-VAULT-DAMAGED",
                "The vault file is damaged.",
                "Put " + previous.getFileName() + " in its place (the copy before the last change), both in "
                        + file.toAbsolutePath().getParent() + ", or restore it from a backup.");
    }

    static Problem newer() {
        return new Problem(
                "SW-VAULT-FORMAT", "The vault was written by a newer version.", "Update Sitewright, then try again.");
    }

    static Problem closed() {
        return new Problem("SW-VAULT-CLOSED", "The vault is locked.", "Sign in again to open it.");
    }

    static Problem disk(Path file, Exception fault) {
        return new Problem(
                "SW-VAULT-DISK",
                "The vault file " + file + " cannot be read or written.",
                "Check that the disk has space and that you may write to it, then try again.",
                fault);
    }
}
