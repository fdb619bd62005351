package org.sitewright.app;

import java.nio.file.Path;
import java.util.Set;
import org.sitewright.archive.ArchiveReader;
import org.sitewright.archive.ArchiveWriter;
import org.sitewright.history.Merged;
import org.sitewright.site.Site;
import org.sitewright.site.SiteId;
import org.sitewright.site.UserId;
import org.sitewright.ui.history.HistoryPorts;
import org.sitewright.work.CancelToken;
import org.sitewright.work.Progress;

/// Copies of sites in project files, for the history screen.
record FileCopies(Workspace workspace) implements HistoryPorts.Copies {
    @Override
    public void export(Site site, Path file) {
        new ArchiveWriter(workspace.mediaStore())
                .write(workspace.archive(site, true), file, Progress.NONE, new CancelToken());
    }

    @Override
    public Merged look(SiteId site, Path file, Set<String> theirs) {
        try (ArchiveReader archive = ArchiveReader.open(file)) {
            return workspace.merging().look(site, archive, theirs);
        }
    }

    @Override
    public Merged joined(SiteId site, Path file, Set<String> theirs, UserId actor) {
        try (ArchiveReader archive = ArchiveReader.open(file)) {
            return workspace.merging().joined(site, archive, theirs, actor);
        }
    }
}
