/// Owns the keychain of the operating system: the macOS Keychain, the Windows Credential Manager, and on Linux the
/// Secret Service (GNOME Keyring) or KWallet. Does not own what is kept there (`secret`).
@NullMarked
package org.sitewright.adapter.keychain;

import org.jspecify.annotations.NullMarked;
