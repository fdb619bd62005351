/// Owns secrets: keys of targets and the like, which leave it only to be used and are nowhere else.
/// Does not own passwords of accounts, which are only ever hashed.
@NullMarked
package org.sitewright.secret;

import org.jspecify.annotations.NullMarked;
