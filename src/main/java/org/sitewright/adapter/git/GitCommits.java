package org.sitewright.adapter.git;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.TreeMap;
import org.eclipse.jgit.dircache.DirCache;
import org.eclipse.jgit.dircache.DirCacheBuilder;
import org.eclipse.jgit.dircache.DirCacheEntry;
import org.eclipse.jgit.lib.CommitBuilder;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectInserter;
import org.eclipse.jgit.lib.ObjectReader;
import org.eclipse.jgit.lib.PersonIdent;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.revwalk.RevWalk;
import org.eclipse.jgit.treewalk.TreeWalk;
import org.sitewright.publish.ReleaseHost.Draft;
import org.sitewright.publish.RemoteFile;
import org.sitewright.publish.TargetSettings;
import org.sitewright.render.OutputFile;

/// Reads and writes the commits of a branch. Files beside the site's folder stay as they are.
final class GitCommits {
    static final String NO_JEKYLL = ".nojekyll";
    static final String DOMAIN = "CNAME";
    private static final String WHO = "Sitewright";
    private static final String ADDRESS = "sitewright@localhost";

    private final String prefix;

    /// What a Pages service reads beside the site.
    ///
    /// @param domain the site's own domain; empty when it has none
    record Extras(byte[] domain) {}

    GitCommits(TargetSettings.Git settings) {
        this.prefix = settings.folder().isEmpty() ? "" : settings.folder() + "/";
    }

    /// The site's files in a commit, by path.
    Map<String, RemoteFile> files(Repository repository, ObjectId commit) throws IOException {
        Map<String, RemoteFile> files = new TreeMap<>();
        try (RevWalk walk = new RevWalk(repository);
                TreeWalk tree = new TreeWalk(repository)) {
            RevCommit at = walk.parseCommit(commit);
            Instant when = at.getCommitterIdent().getWhenAsInstant();
            ObjectReader reader = tree.getObjectReader();
            tree.addTree(at.getTree());
            tree.setRecursive(true);
            while (tree.next()) {
                String path = tree.getPathString();
                if (isRegular(tree.getFileMode(0)) && isOfTheSite(path)) {
                    ObjectId id = tree.getObjectId(0);
                    String below = path.substring(prefix.length());
                    files.put(
                            below,
                            new RemoteFile(below, reader.getObjectSize(id, Constants.OBJ_BLOB), id.name(), when));
                }
            }
        }
        return files;
    }

    /// Writes the next commit.
    ///
    /// @param before the commit that it follows; zero for the first of a branch
    ObjectId write(Repository repository, ObjectId before, Draft draft, Extras extras, Instant now) throws IOException {
        DirCache index = DirCache.newInCore();
        DirCacheBuilder entries = index.builder();
        try (ObjectInserter inserter = repository.newObjectInserter()) {
            keep(repository, before, draft, entries);
            for (OutputFile file : draft.sent().values()) {
                try (InputStream content = file.source().open()) {
                    add(entries, file.path(), inserter.insert(Constants.OBJ_BLOB, file.size(), content));
                }
            }
            add(entries, NO_JEKYLL, inserter.insert(Constants.OBJ_BLOB, new byte[0]));
            if (extras.domain().length > 0) {
                add(entries, DOMAIN, inserter.insert(Constants.OBJ_BLOB, extras.domain()));
            }
            entries.finish();
            return commit(inserter, index.writeTree(inserter), before, "Publish the site", now);
        }
    }

    /// A commit that changes nothing, to try with whether one could be pushed.
    ObjectId probe(Repository repository, ObjectId before, Instant now) throws IOException {
        try (ObjectInserter inserter = repository.newObjectInserter();
                RevWalk walk = new RevWalk(repository)) {
            ObjectId tree = before.equals(ObjectId.zeroId())
                    ? DirCache.newInCore().writeTree(inserter)
                    : walk.parseCommit(before).getTree().getId();
            return commit(inserter, tree, before, "Try the connection", now);
        }
    }

    private void keep(Repository repository, ObjectId before, Draft draft, DirCacheBuilder entries) throws IOException {
        if (before.equals(ObjectId.zeroId())) {
            return;
        }
        try (RevWalk walk = new RevWalk(repository);
                TreeWalk tree = new TreeWalk(repository)) {
            tree.addTree(walk.parseCommit(before).getTree());
            tree.setRecursive(true);
            while (tree.next()) {
                if (isKept(tree.getPathString(), draft)) {
                    DirCacheEntry entry = new DirCacheEntry(tree.getRawPath());
                    entry.setFileMode(tree.getFileMode(0));
                    entry.setObjectId(tree.getObjectId(0));
                    entries.add(entry);
                }
            }
        }
    }

    private boolean isKept(String path, Draft draft) {
        if (!path.startsWith(prefix)) {
            return true;
        }
        String below = path.substring(prefix.length());
        return !below.equals(NO_JEKYLL)
                && !below.equals(DOMAIN)
                && !draft.sent().containsKey(below)
                && !draft.gone().contains(below);
    }

    private boolean isOfTheSite(String path) {
        return path.startsWith(prefix) && !path.equals(prefix + NO_JEKYLL) && !path.equals(prefix + DOMAIN);
    }

    private void add(DirCacheBuilder entries, String path, ObjectId blob) {
        DirCacheEntry entry = new DirCacheEntry((prefix + path).getBytes(StandardCharsets.UTF_8));
        entry.setFileMode(FileMode.REGULAR_FILE);
        entry.setObjectId(blob);
        entries.add(entry);
    }

    private static ObjectId commit(ObjectInserter inserter, ObjectId tree, ObjectId before, String message, Instant now)
            throws IOException {
        PersonIdent who = new PersonIdent(WHO, ADDRESS, now, ZoneOffset.UTC);
        CommitBuilder commit = new CommitBuilder();
        commit.setTreeId(tree);
        if (!before.equals(ObjectId.zeroId())) {
            commit.setParentId(before);
        }
        commit.setAuthor(who);
        commit.setCommitter(who);
        commit.setMessage(message + "\n");
        ObjectId id = inserter.insert(commit);
        inserter.flush();
        return id;
    }

    private static boolean isRegular(FileMode mode) {
        return mode.equals(FileMode.REGULAR_FILE) || mode.equals(FileMode.EXECUTABLE_FILE);
    }
}
