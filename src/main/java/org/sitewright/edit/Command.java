package org.sitewright.edit;

import java.util.Optional;

/// Something a user can do. Empty means that it does not apply now, so that enabling and doing share one piece of code.
@FunctionalInterface
public interface Command {
    Optional<Transaction> on(EditorState state);
}
