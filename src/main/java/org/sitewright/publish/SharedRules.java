package org.sitewright.publish;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.sitewright.publish.Manifest.Entry;
import org.sitewright.render.Bytes;
import org.sitewright.render.CacheControl;
import org.sitewright.render.OutputFile;
import org.sitewright.render.OutputTree;
import org.sitewright.render.RulesBlock;

/// The one file of a host that others write in, too: `.htaccess`. What is published of it is what is there now with our
/// block in it, or without it where the build has none. Read only where others wrote in it.
final class SharedRules {
    private static final int LARGEST = 1 << 20;
    private static final String TYPE = "text/plain; charset=utf-8";

    private SharedRules() {}

    /// The build with the file as it will be at the host.
    ///
    /// @throws PublishProblem when the file at the host cannot be read, or not to its end
    static OutputTree in(OutputTree tree, PublishTarget target, Host host, boolean sameSite) {
        RemoteFile there = host.files().get(RulesBlock.PATH);
        Optional<OutputFile> built = tree.file(RulesBlock.PATH);
        Optional<Entry> ours = sameSite ? entry(host.manifest()) : Optional.empty();
        if (there == null || (built.isEmpty() && ours.isEmpty())) {
            return tree;
        }
        boolean asWePutIt =
                ours.filter(known -> known.tag().equals(there.tag())).isPresent();
        if (asWePutIt && built.filter(ours.get()::hasContentOf).isPresent()) {
            return tree;
        }
        byte[] now = read(target);
        boolean nothingToTake = built.isEmpty() && !asWePutIt && !RulesBlock.isIn(now);
        if (nothingToTake || (asWePutIt && RulesBlock.isOfBefore(now))) {
            return tree;
        }
        byte[] next =
                built.map(file -> RulesBlock.merged(now, file.source().all())).orElseGet(() -> RulesBlock.others(now));
        return next.length == 0 && asWePutIt ? tree : with(tree, next);
    }

    /// The build with the file just as it is at the host.
    static OutputTree asItIs(OutputTree tree, PublishTarget target) {
        return with(tree, read(target));
    }

    /// What we know of the file: also what an unfinished deployment may have sent.
    private static Optional<Entry> entry(Manifest manifest) {
        return Optional.ofNullable(manifest.files().get(RulesBlock.PATH))
                .or(() -> Optional.ofNullable(manifest.pending().get(RulesBlock.PATH)))
                .or(() -> Optional.ofNullable(manifest.retired().get(RulesBlock.PATH))
                        .map(Manifest.Retired::entry));
    }

    private static byte[] read(PublishTarget target) {
        try (InputStream in = target.open(RulesBlock.PATH)) {
            byte[] content = in.readNBytes(LARGEST + 1);
            if (content.length > LARGEST) {
                throw new PublishProblem(new PublishFailure.Conflict(
                        "The .htaccess at " + target.describe() + " is too large to add the rules of the site to it.",
                        "Make it smaller, or leave out the rules for the host in the settings of the site."));
            }
            return content;
        } catch (IOException | UncheckedIOException fault) {
            throw new PublishProblem(
                    new PublishFailure.Network(
                            "The .htaccess at " + target.describe() + " could not be read to its end.",
                            "Check the connection and try again. Nothing was changed."),
                    fault);
        }
    }

    private static OutputTree with(OutputTree tree, byte[] content) {
        List<OutputFile> files = new ArrayList<>(tree.files().values());
        files.removeIf(file -> file.path().equals(RulesBlock.PATH));
        files.add(OutputFile.of(RulesBlock.PATH, TYPE, CacheControl.REVALIDATE, Bytes.of(content)));
        return OutputTree.of(files);
    }
}
