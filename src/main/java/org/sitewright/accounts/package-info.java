/// Owns the people of one data folder: their accounts, signing in, and who is signed in now.
/// Does not own their sites, nor what their password unlocks in the vault (`secret`).
@NullMarked
package org.sitewright.accounts;

import org.jspecify.annotations.NullMarked;
