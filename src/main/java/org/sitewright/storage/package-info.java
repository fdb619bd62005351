/// Owns the store: the database, the unit of work that writes journal and database together, and the repositories.
/// Does not own what is stored: the domains do, and see only their ports.
@NullMarked
package org.sitewright.storage;

import org.jspecify.annotations.NullMarked;
