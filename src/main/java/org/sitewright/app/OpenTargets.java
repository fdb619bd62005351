package org.sitewright.app;

import java.nio.file.Path;
import java.time.Clock;
import java.util.Arrays;
import java.util.Locale;
import java.util.function.Supplier;
import org.sitewright.adapter.cloudfront.CloudFrontNetwork;
import org.sitewright.adapter.folder.FolderTarget;
import org.sitewright.adapter.ftps.FtpsTarget;
import org.sitewright.adapter.git.GitHost;
import org.sitewright.adapter.heroku.HerokuHost;
import org.sitewright.adapter.http.Pause;
import org.sitewright.adapter.s3.S3Target;
import org.sitewright.adapter.sftp.SftpTarget;
import org.sitewright.adapter.ssh.SshAgent;
import org.sitewright.adapter.vercel.VercelHost;
import org.sitewright.adapter.webdav.WebDavTarget;
import org.sitewright.adapter.zip.ZipHost;
import org.sitewright.publish.AccessKey;
import org.sitewright.publish.BehindNetwork;
import org.sitewright.publish.Credentials;
import org.sitewright.publish.PublishFailure;
import org.sitewright.publish.PublishProblem;
import org.sitewright.publish.PublishTarget;
import org.sitewright.publish.PublishTargets;
import org.sitewright.publish.ReleaseTarget;
import org.sitewright.publish.Target;
import org.sitewright.publish.TargetSettings;
import org.sitewright.secret.SecretVault;
import org.sitewright.site.Ids;

/// Opens targets with the adapter of their kind and the keys from a vault, which is asked for only when one is needed.
public final class OpenTargets implements PublishTargets {
    private final Supplier<SecretVault> vault;
    private final Files files;
    private final Clock clock;
    private final Ids ids;

    /// Where adapters find what they need on this computer.
    ///
    /// @param caches what was brought from hosts; it may be deleted at any time
    /// @param knownHosts the user's own list of SSH servers, which may be missing
    /// @param agent what keeps the user's SSH keys
    public record Files(Path caches, Path knownHosts, SshAgent agent) {
        /// @param data the program's data folder
        public static Files in(Path data) {
            return new Files(
                    data.resolve("cache").resolve("publish"),
                    Path.of(System.getProperty("user.home"), ".ssh", "known_hosts"),
                    SshAgent.in(
                            System.getenv(),
                            System.getProperty("os.name")
                                    .toLowerCase(Locale.ROOT)
                                    .contains("windows")));
        }
    }

    public OpenTargets(Supplier<SecretVault> vault, Files files, Clock clock, Ids ids) {
        this.vault = vault;
        this.files = files;
        this.clock = clock;
        this.ids = ids;
    }

    /// Writes a target's key where [#open] finds it.
    public static void keep(SecretVault vault, Target target, String keyId, char[] secret) {
        char[] both = Arrays.copyOf((keyId + "\n").toCharArray(), keyId.length() + 1 + secret.length);
        System.arraycopy(secret, 0, both, keyId.length() + 1, secret.length);
        vault.putText(target.secretName(), both);
        Arrays.fill(both, '\0');
    }

    @Override
    public PublishTarget open(Target target) {
        Credentials key = () -> key(vault.get(), target);
        return switch (target.settings()) {
            case TargetSettings.Folder folder -> new FolderTarget(folder);
            case TargetSettings.S3 s3 -> {
                SecretVault open = vault.get();
                Credentials keys = () -> key(open, target);
                PublishTarget bucket = new S3Target(s3, keys);
                String distribution = s3.delivery().distribution();
                yield distribution.isEmpty()
                        ? bucket
                        : new BehindNetwork(
                                bucket, new CloudFrontNetwork(distribution, keys, ids, CloudFrontNetwork.Place.AMAZON));
            }
            case TargetSettings.Sftp sftp -> new SftpTarget(sftp, key, files.knownHosts(), files.agent());
            case TargetSettings.Ftps ftps -> new FtpsTarget(ftps, key);
            case TargetSettings.Git git ->
                new ReleaseTarget(new GitHost(git, key, files.caches(), files.agent(), clock), true);
            case TargetSettings.WebDav dav -> new WebDavTarget(dav, key, Pause.SLEEP);
            case TargetSettings.Zip zip -> new ReleaseTarget(new ZipHost(zip), true);
            case TargetSettings.Vercel vercel ->
                new ReleaseTarget(new VercelHost(vercel, key, VercelHost.API, Pause.SLEEP), false);
            case TargetSettings.Heroku heroku ->
                new ReleaseTarget(new HerokuHost(heroku, key, HerokuHost.API, files.caches(), Pause.SLEEP), false);
        };
    }

    private static AccessKey key(SecretVault vault, Target target) {
        char[] both = vault.getText(target.secretName())
                .orElseThrow(() -> new PublishProblem(new PublishFailure.Authentication(
                        "The key of the target “" + target.name() + "” is not in the vault.",
                        "Remove the target and add it again with its key.")));
        String text = new String(both);
        Arrays.fill(both, '\0');
        int line = text.indexOf('\n');
        return new AccessKey(text.substring(0, line), text.substring(line + 1));
    }
}
