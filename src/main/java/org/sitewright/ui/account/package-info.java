/// Owns making an account and signing in.
@NullMarked
package org.sitewright.ui.account;

import org.jspecify.annotations.NullMarked;
