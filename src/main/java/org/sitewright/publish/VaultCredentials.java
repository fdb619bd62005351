package org.sitewright.publish;

import java.util.Arrays;
import org.sitewright.secret.SecretVault;

/// The key of a target as the vault keeps it: the id on the first line, the secret half on the second.
public final class VaultCredentials implements Credentials {
    private final SecretVault vault;
    private final Target target;

    public VaultCredentials(SecretVault vault, Target target) {
        this.vault = vault;
        this.target = target;
    }

    /// Keeps the key for the target, without spaces that were pasted around it.
    public static void keep(SecretVault vault, Target target, AccessKey key) {
        vault.putText(
                target.secretName(), (key.id().strip() + "\n" + key.secret().strip()).toCharArray());
    }

    /// @throws PublishProblem when the vault has no key for the target
    @Override
    public AccessKey accessKey() {
        char[] kept = vault.getText(target.secretName()).orElseThrow(this::missing);
        String text = new String(kept);
        Arrays.fill(kept, '\0');
        int line = text.indexOf('\n');
        if (line < 0) {
            throw missing();
        }
        return new AccessKey(text.substring(0, line), text.substring(line + 1));
    }

    private PublishProblem missing() {
        return new PublishProblem(new PublishFailure.Authentication(
                "The keys of “" + target.name() + "” are not on this computer.",
                "Enter the keys of the target again."));
    }
}
