package org.sitewright.publish;

import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.sitewright.render.OutputFile;
import org.sitewright.render.OutputTree;
import org.sitewright.render.RulesBlock;
import org.sitewright.site.SiteId;
import org.sitewright.work.CancelToken;
import org.sitewright.work.Problem;
import org.sitewright.work.Progress;

/// Brings what was looked at on a staging target to the live one. The files cannot be copied as they are: they carry
/// the address of the staging target and ask not to be found. So the site is read as it was when it was staged and
/// built again, first for the staging target, to prove that this gives just what is there, then for the live one.
public final class Promotion {
    private static final int NAMED = 3;

    private final SiteBuilds builds;
    private final DeploymentRepository deployments;
    private final Publisher publisher;

    public Promotion(SiteBuilds builds, DeploymentRepository deployments, Publisher publisher) {
        this.builds = builds;
        this.deployments = deployments;
        this.publisher = publisher;
    }

    /// What is on staging, built for the live target.
    ///
    /// @param version that is on staging
    public record Promoted(SiteBuilds.Build build, int version) {}

    /// @param open the staging target
    /// @throws Problem when nothing is staged, or when it cannot be built again just as it is there
    /// @throws PublishProblem when the host cannot be asked
    public Promoted of(
            SiteId site, Target staging, Target live, PublishTarget open, Progress progress, CancelToken cancel) {
        Staged staged = publisher.releases().live(site, staging.id(), open);
        if (staged.version() == 0) {
            throw new Problem(
                    "SW-PUB-STAGING",
                    "Nothing of this site is at “" + staging.name() + "” yet.",
                    "Publish there first, look at it, then promote it.");
        }
        long sequence = sequence(site, staging, staged.version());
        SiteMoments.Dated then = builds.at(site, sequence);
        cancel.check();
        prove(builds.build(then, staging, progress, cancel).tree(), staged, staging);
        cancel.check();
        return new Promoted(builds.build(then, live, progress, cancel), staged.version());
    }

    /// What a staging target serves.
    ///
    /// @param version 0 when nothing of the site is there
    record Staged(int version, HeldFiles files) {}

    private long sequence(SiteId site, Target staging, int version) {
        Optional<Deployment> found = deployments.find(site, staging.id(), version);
        return found.map(Deployment::sequence)
                .filter(sequence -> sequence > 0)
                .orElseThrow(() -> new Problem(
                        "SW-PUB-STAGING",
                        "Version " + version + " at “" + staging.name()
                                + "” was not published from this computer, or by" + " an older version of the program.",
                        "Publish to it again from here, look at it, then promote it."));
    }

    /// Only what was looked at is promoted: another version of the program or of a component could build the same site
    /// otherwise.
    private static void prove(OutputTree again, Staged staged, Target staging) {
        TreeSet<String> paths = new TreeSet<>(staged.files().paths());
        paths.addAll(again.files().keySet());
        List<String> other = paths.stream()
                // Others write in it, too.
                .filter(path -> !path.equals(RulesBlock.PATH))
                .filter(path -> !again.file(path)
                        .map(OutputFile::sha256)
                        .equals(staged.files().file(path).map(HeldFiles.File::sha256)))
                .toList();
        if (!other.isEmpty()) {
            throw new Problem(
                    "SW-PUB-STAGED",
                    "What is at “" + staging.name() + "” would be built otherwise today: "
                            + String.join(", ", other.subList(0, Math.min(NAMED, other.size())))
                            + (other.size() > NAMED ? " and " + (other.size() - NAMED) + " more" : "")
                            + ". The program or a component has changed since.",
                    "Publish to “" + staging.name() + "” again, look at it, then promote it.");
        }
    }
}
