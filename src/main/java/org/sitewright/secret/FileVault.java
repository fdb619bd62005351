package org.sitewright.secret;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// Secrets in one encrypted file. A random data key seals them (AES-256-GCM); each passphrase that opens the vault has
/// a wrap of that key under a name. Secrets are decrypted one call at a time and not kept. [#close] wipes the data key.
public final class FileVault implements SecretVault, AutoCloseable {
    /// The wrap for whoever works without an account's password: the command line.
    public static final String PASSPHRASE = "passphrase";

    private final Path file;
    private final byte[] dataKey;
    private final KeyWrap.Cost cost;
    private final SecureRandom random;
    private boolean closed;

    private FileVault(Path file, byte[] dataKey, KeyWrap.Cost cost, SecureRandom random) {
        this.file = file;
        this.dataKey = dataKey;
        this.cost = cost;
        this.random = random;
    }

    public static boolean exists(Path file) {
        return Files.exists(file);
    }

    /// The names of the wraps: who can open the vault.
    public static List<String> wraps(Path file) {
        return VaultFile.read(file).wraps().stream().map(KeyWrap::name).toList();
    }

    /// Makes an empty vault that the passphrase opens under that wrap's name.
    ///
    /// @throws IllegalStateException when there is one
    public static FileVault create(Path file, String wrap, char[] passphrase, SecureRandom random) {
        return create(file, wrap, passphrase, KeyWrap.Cost.FULL, random);
    }

    static FileVault create(Path file, String wrap, char[] passphrase, KeyWrap.Cost cost, SecureRandom random) {
        if (exists(file)) {
            throw new IllegalStateException("there is a vault at " + file);
        }
        byte[] dataKey = new byte[Sealing.KEY];
        random.nextBytes(dataKey);
        FileVault vault = new FileVault(file, dataKey, cost, random);
        vault.write(List.of(KeyWrap.seal(wrap, passphrase, dataKey, cost, random)), new TreeMap<>());
        return vault;
    }

    /// Opens a vault. Takes as long as Argon2id does, about a fifth of a second.
    ///
    /// @throws org.sitewright.work.Problem `SW-VAULT-WRAP` when the vault has no such wrap, `SW-VAULT-PASSPHRASE`
    ///     when the passphrase is wrong, `SW-VAULT-DAMAGED` when the file is not what was written
    public static FileVault open(Path file, String wrap, char[] passphrase, SecureRandom random) {
        return open(file, wrap, passphrase, KeyWrap.Cost.FULL, random);
    }

    static FileVault open(Path file, String wrap, char[] passphrase, KeyWrap.Cost cost, SecureRandom random) {
        KeyWrap found = VaultFile.read(file).wraps().stream()
                .filter(each -> each.name().equals(wrap))
                .findFirst()
                .orElseThrow(VaultProblems::noWrap);
        byte[] dataKey = found.open(passphrase).orElseThrow(VaultProblems::wrongPassphrase);
        FileVault vault = new FileVault(file, dataKey, cost, random);
        vault.names();
        return vault;
    }

    /// Lets another passphrase open the vault, replacing the wrap of that name.
    public synchronized void addWrap(String name, char[] passphrase) {
        VaultFile now = read();
        List<KeyWrap> wraps = new ArrayList<>(now.wraps());
        wraps.removeIf(wrap -> wrap.name().equals(name));
        wraps.add(KeyWrap.seal(name, passphrase, dataKey, cost, random));
        new VaultFile(wraps, now.sealed()).write(file);
    }

    /// Takes a passphrase's way in away. The last one stays.
    public synchronized void removeWrap(String name) {
        VaultFile now = read();
        List<KeyWrap> wraps = new ArrayList<>(now.wraps());
        wraps.removeIf(wrap -> wrap.name().equals(name));
        if (wraps.isEmpty()) {
            throw new IllegalStateException("a vault needs one way in");
        }
        new VaultFile(wraps, now.sealed()).write(file);
    }

    @Override
    public synchronized Optional<byte[]> get(String name) {
        Map<String, byte[]> secrets = secrets(read());
        Optional<byte[]> found = Optional.ofNullable(secrets.remove(name));
        wipe(secrets);
        return found;
    }

    @Override
    public synchronized void put(String name, byte[] secret) {
        VaultFile now = read();
        Map<String, byte[]> secrets = secrets(now);
        secrets.put(name, secret.clone());
        write(now.wraps(), secrets);
    }

    @Override
    public synchronized void delete(String name) {
        VaultFile now = read();
        Map<String, byte[]> secrets = secrets(now);
        if (secrets.remove(name) == null) {
            wipe(secrets);
        } else {
            write(now.wraps(), secrets);
        }
    }

    @Override
    public synchronized List<String> names() {
        Map<String, byte[]> secrets = secrets(read());
        List<String> names = List.copyOf(secrets.keySet());
        wipe(secrets);
        return names;
    }

    @Override
    public synchronized void close() {
        Arrays.fill(dataKey, (byte) 0);
        closed = true;
    }

    private VaultFile read() {
        if (closed) {
            throw VaultProblems.closed();
        }
        return VaultFile.read(file);
    }

    private void write(List<KeyWrap> wraps, Map<String, byte[]> secrets) {
        byte[] plain = bytes(secrets);
        wipe(secrets);
        byte[] sealed = Sealing.seal(dataKey, plain, VaultFile.MAGIC, random);
        Arrays.fill(plain, (byte) 0);
        new VaultFile(wraps, sealed).write(file);
    }

    private Map<String, byte[]> secrets(VaultFile from) {
        byte[] plain;
        try {
            plain = Sealing.open(dataKey, from.sealed(), VaultFile.MAGIC);
        } catch (GeneralSecurityException altered) {
            throw VaultProblems.damaged(file, VaultFile.previousOf(file));
        }
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(plain))) {
            Map<String, byte[]> secrets = new TreeMap<>();
            for (int left = in.readInt(); left > 0; left--) {
                String name = in.readUTF();
                secrets.put(name, in.readNBytes(in.readInt()));
            }
            return secrets;
        } catch (IOException malformed) {
            throw VaultProblems.damaged(file, VaultFile.previousOf(file));
        } finally {
            Arrays.fill(plain, (byte) 0);
        }
    }

    private static byte[] bytes(Map<String, byte[]> secrets) {
        int size = secrets.values().stream().mapToInt(secret -> secret.length).sum();
        WipedBytes bytes = new WipedBytes(size + 256 * (secrets.size() + 1));
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.writeInt(secrets.size());
            for (Map.Entry<String, byte[]> entry : secrets.entrySet()) {
                out.writeUTF(entry.getKey());
                out.writeInt(entry.getValue().length);
                out.write(entry.getValue());
            }
            return bytes.toByteArray();
        } catch (IOException impossible) {
            throw new IllegalStateException(impossible);
        } finally {
            bytes.wipe();
        }
    }

    private static void wipe(Map<String, byte[]> secrets) {
        secrets.values().forEach(secret -> Arrays.fill(secret, (byte) 0));
    }

    /// A buffer that can be emptied for good.
    private static final class WipedBytes extends ByteArrayOutputStream {
        WipedBytes(int size) {
            super(size);
        }

        void wipe() {
            Arrays.fill(buf, (byte) 0);
        }
    }
}
