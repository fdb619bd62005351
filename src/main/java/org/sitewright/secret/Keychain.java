package org.sitewright.secret;

import java.util.Optional;

/// The keychain of the operating system, which opens when its person signs in to the computer. A call may take as long
/// as the person needs to answer the system's question. Safe from any thread. Faults are thrown as
/// `org.sitewright.work.Problem`: `SW-KEYCHAIN-NONE` when there is none, `SW-KEYCHAIN` when it does not do it.
public interface Keychain {
    /// What is kept under a name, to be wiped by the caller; empty when there is nothing, or it is not handed out.
    Optional<char[]> get(String item);

    /// Keeps a secret, in the place of one that is there under that name.
    void put(String item, char[] secret);

    /// Does nothing when it is not there.
    void delete(String item);
}
