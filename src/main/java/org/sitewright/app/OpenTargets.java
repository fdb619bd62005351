package org.sitewright.app;

import java.util.Arrays;
import java.util.function.Supplier;
import org.sitewright.adapter.cloudfront.CloudFrontNetwork;
import org.sitewright.adapter.folder.FolderTarget;
import org.sitewright.adapter.s3.S3Target;
import org.sitewright.publish.AccessKey;
import org.sitewright.publish.BehindNetwork;
import org.sitewright.publish.Credentials;
import org.sitewright.publish.PublishTarget;
import org.sitewright.publish.PublishTargets;
import org.sitewright.publish.Target;
import org.sitewright.publish.TargetSettings;
import org.sitewright.secret.SecretVault;
import org.sitewright.site.Ids;
import org.sitewright.work.Problem;

/// Opens targets with the adapter of their kind and the keys from a vault, which is asked for only when one is needed.
public final class OpenTargets implements PublishTargets {
    private final Supplier<SecretVault> vault;
    private final Ids ids;

    public OpenTargets(Supplier<SecretVault> vault, Ids ids) {
        this.vault = vault;
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
        return switch (target.settings()) {
            case TargetSettings.Folder folder -> new FolderTarget(folder);
            case TargetSettings.S3 s3 -> {
                SecretVault open = vault.get();
                Credentials key = () -> key(open, target);
                PublishTarget bucket = new S3Target(s3, key);
                String distribution = s3.delivery().distribution();
                yield distribution.isEmpty()
                        ? bucket
                        : new BehindNetwork(
                                bucket, new CloudFrontNetwork(distribution, key, ids, CloudFrontNetwork.Place.AMAZON));
            }
        };
    }

    private static AccessKey key(SecretVault vault, Target target) {
        char[] both = vault.getText(target.secretName())
                .orElseThrow(() -> new Problem(
                        "SW-PUB-KEY",
                        "The key of the target “" + target.name() + "” is not in the vault.",
                        "Remove the target and add it again with its key."));
        String text = new String(both);
        Arrays.fill(both, '\0');
        int line = text.indexOf('\n');
        return new AccessKey(text.substring(0, line), text.substring(line + 1));
    }
}
