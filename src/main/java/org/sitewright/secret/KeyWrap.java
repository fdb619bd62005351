package org.sitewright.secret;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Optional;
import javax.crypto.AEADBadTagException;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;

/// The data key, sealed with a key that Argon2id (RFC 9106) makes of a passphrase. Its name tells whose passphrase it
/// is, as `passphrase` or `account/` and an id.
final class KeyWrap {
    private static final int SALT = 16;
    private static final int MOST_MEMORY = 1 << 20;
    private static final int MOST_PASSES = 64;

    private final String name;
    private final Cost cost;
    private final byte[] salt;
    private final byte[] sealed;

    KeyWrap(String name, Cost cost, byte[] salt, byte[] sealed) {
        this.name = name;
        this.cost = cost;
        this.salt = salt;
        this.sealed = sealed;
    }

    String name() {
        return name;
    }

    /// @param memory in KiB
    record Cost(int memory, int passes) {
        /// What any laptop bears: 64 MiB, three passes, one lane.
        static final Cost FULL = new Cost(65_536, 3);
    }

    static KeyWrap seal(String name, char[] passphrase, byte[] dataKey, Cost cost, SecureRandom random) {
        byte[] salt = new byte[SALT];
        random.nextBytes(salt);
        byte[] key = derive(passphrase, salt, cost);
        try {
            return new KeyWrap(name, cost, salt, Sealing.seal(key, dataKey, bound(name, cost, salt), random));
        } finally {
            Arrays.fill(key, (byte) 0);
        }
    }

    /// The data key; empty when the passphrase is another.
    Optional<byte[]> open(char[] passphrase) {
        byte[] key = derive(passphrase, salt, cost);
        try {
            return Optional.of(Sealing.open(key, sealed, bound(name, cost, salt)));
        } catch (AEADBadTagException wrong) {
            return Optional.empty();
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        } finally {
            Arrays.fill(key, (byte) 0);
        }
    }

    void write(DataOutputStream out) throws IOException {
        out.writeUTF(name);
        out.writeInt(cost.memory());
        out.writeInt(cost.passes());
        out.write(salt);
        out.writeShort(sealed.length);
        out.write(sealed);
    }

    static KeyWrap read(DataInputStream in) throws IOException {
        String name = in.readUTF();
        Cost cost = new Cost(in.readInt(), in.readInt());
        if (cost.memory() < 8 || cost.memory() > MOST_MEMORY || cost.passes() < 1 || cost.passes() > MOST_PASSES) {
            throw new IOException("no such cost");
        }
        byte[] salt = in.readNBytes(SALT);
        return new KeyWrap(name, cost, salt, in.readNBytes(in.readUnsignedShort()));
    }

    private static byte[] derive(char[] passphrase, byte[] salt, Cost cost) {
        Argon2BytesGenerator argon = new Argon2BytesGenerator();
        argon.init(new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
                .withVersion(Argon2Parameters.ARGON2_VERSION_13)
                .withMemoryAsKB(cost.memory())
                .withIterations(cost.passes())
                .withParallelism(1)
                .withSalt(salt)
                .build());
        byte[] key = new byte[Sealing.KEY];
        argon.generateBytes(passphrase, key);
        return key;
    }

    private static byte[] bound(String name, Cost cost, byte[] salt) {
        byte[] text = name.getBytes(StandardCharsets.UTF_8);
        return ByteBuffer.allocate(8 + salt.length + text.length)
                .putInt(cost.memory())
                .putInt(cost.passes())
                .put(salt)
                .put(text)
                .array();
    }
}
