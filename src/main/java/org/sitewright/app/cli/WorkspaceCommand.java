package org.sitewright.app.cli;

import java.util.concurrent.Callable;
import org.sitewright.app.Workspace;

/// A command that needs the data folder open.
abstract class WorkspaceCommand implements Callable<Integer> {
    private final Invocation invocation;

    WorkspaceCommand(Invocation invocation) {
        this.invocation = invocation;
    }

    Invocation invocation() {
        return invocation;
    }

    @Override
    public final Integer call() {
        try (Workspace workspace = invocation.open()) {
            return run(workspace);
        }
    }

    /// @return the exit code
    abstract int run(Workspace workspace);
}
