/// Owns speaking to the agent that keeps a person's SSH keys: which keys there are, and signing with them.
/// Knows no host and no SSH library; the adapters that speak SSH stand on it.
@NullMarked
package org.sitewright.adapter.ssh;

import org.jspecify.annotations.NullMarked;
