package org.sitewright.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.sitewright.render.OutputTree;
import org.sitewright.secret.MemoryVault;
import org.sitewright.secret.SecretVault;

class VaultCredentialsTest {
    private final Target target = TestSites.request(OutputTree.empty()).target();
    private final SecretVault vault = new MemoryVault();

    @Test
    void givesBackTheKeyThatWasKept() {
        VaultCredentials.keep(vault, target, new AccessKey(" AKIA123 ", "s3cr3t/+ä\n"));
        AccessKey key = new VaultCredentials(vault, target).accessKey();
        assertThat(key).isEqualTo(new AccessKey("AKIA123", "s3cr3t/+ä"));
        assertThat(key.toString()).doesNotContain("s3cr3t");
    }

    @Test
    void saysWhenThereIsNone() {
        assertThatThrownBy(() -> new VaultCredentials(vault, target).accessKey())
                .isInstanceOfSatisfying(PublishProblem.class, problem -> assertThat(problem.failure())
                        .isInstanceOf(PublishFailure.Authentication.class));
    }
}
