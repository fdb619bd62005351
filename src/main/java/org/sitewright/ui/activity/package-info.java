/// Owns the activity screen: the audit log, narrowed, told value by value, checked and written out. Does not own the
/// log itself (`journal`).
@NullMarked
package org.sitewright.ui.activity;

import org.jspecify.annotations.NullMarked;
