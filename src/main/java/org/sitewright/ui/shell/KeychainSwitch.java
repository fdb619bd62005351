package org.sitewright.ui.shell;

/// Whether the keychain of the computer opens the keys of who is signed in. Both may take as long as the system's own
/// question: neither is called on the screen's thread.
public interface KeychainSwitch {
    boolean isOn();

    /// @throws org.sitewright.work.Problem when there is no keychain, or the keys are not open
    void turn(boolean on);
}
