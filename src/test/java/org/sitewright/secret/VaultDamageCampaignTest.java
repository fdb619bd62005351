package org.sitewright.secret;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.sitewright.fixture.Campaign;
import org.sitewright.work.Problem;

/// A vault of which a bit flipped or the end was cut never opens as if nothing were wrong, and the copy before it does.
class VaultDamageCampaignTest {
    private static final KeyWrap.Cost CHEAP = new KeyWrap.Cost(64, 1);

    @TempDir
    Path temp;

    @Test
    @Timeout(60)
    void everyDamageIsNamed() throws IOException {
        long seed = Campaign.seed("damaged vault");
        Random random = new Random(seed);
        Path file = temp.resolve("a.vault");
        try (FileVault vault = FileVault.create(file, "passphrase", "one".toCharArray(), CHEAP, new SecureRandom())) {
            vault.putText("target/1", "first".toCharArray());
            vault.putText("target/2", "second".toCharArray());
        }
        byte[] whole = Files.readAllBytes(file);
        int rounds = Campaign.rounds(200, 5_000);
        for (int round = 0; round < rounds; round++) {
            byte[] bytes =
                    round % 4 == 3 ? java.util.Arrays.copyOf(whole, random.nextInt(whole.length)) : whole.clone();
            if (round % 4 != 3) {
                bytes[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));
            }
            Files.write(file, bytes);
            Problem problem = catchThrowableOfType(Problem.class, () -> FileVault.open(
                            file, "passphrase", "one".toCharArray(), CHEAP, new SecureRandom())
                    .close());
            assertThat(problem).as("seed %d, round %d", seed, round).isNotNull();
            assertThat(problem.code()).isEqualTo("SW-VAULT-DAMAGED");
        }
        Path previous = VaultFile.previousOf(file);
        try (FileVault vault = FileVault.open(previous, "passphrase", "one".toCharArray(), CHEAP, new SecureRandom())) {
            assertThat(vault.names()).containsExactly("target/1");
        }
    }
}
