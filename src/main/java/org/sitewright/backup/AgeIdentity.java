package org.sitewright.backup;

import com.exceptionfactory.jagged.RecipientStanzaReader;
import com.exceptionfactory.jagged.bech32.Bech32;
import com.exceptionfactory.jagged.x25519.X25519KeyPairGenerator;
import com.exceptionfactory.jagged.x25519.X25519RecipientStanzaReaderFactory;
import java.math.BigInteger;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.interfaces.XECPublicKey;
import java.security.spec.NamedParameterSpec;
import java.security.spec.XECPrivateKeySpec;
import java.security.spec.XECPublicKeySpec;
import java.util.Arrays;
import javax.crypto.KeyAgreement;
import org.jspecify.annotations.Nullable;

/// The secret half of an age key (<https://age-encryption.org/v1>, X25519) as text, `AGE-SECRET-KEY-1…`. Wiped by
/// [#close].
public final class AgeIdentity implements AutoCloseable {
    private static final String PREFIX = "AGE-SECRET-KEY-1";
    private static final int LENGTH = 74;

    private final char[] text;
    private @Nullable RecipientStanzaReader reader;

    private AgeIdentity(char[] text) {
        this.text = text;
    }

    public static AgeIdentity fresh() {
        try {
            KeyPair pair = new X25519KeyPairGenerator().generateKeyPair();
            byte[] encoded = pair.getPrivate().getEncoded();
            char[] text = new String(encoded, StandardCharsets.US_ASCII).toCharArray();
            Arrays.fill(encoded, (byte) 0);
            return new AgeIdentity(text);
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException("every Java has X25519", missing);
        }
    }

    /// Takes a key as a person types or scans it: spaces and line breaks are left out, small letters will do.
    ///
    /// @throws org.sitewright.work.Problem `SW-BACKUP-KEY` when it is no such key
    public static AgeIdentity of(char[] typed) {
        char[] text = new char[typed.length];
        int length = 0;
        for (char c : typed) {
            if (!Character.isWhitespace(c)) {
                text[length++] = Character.toUpperCase(c);
            }
        }
        AgeIdentity identity = new AgeIdentity(Arrays.copyOf(text, length));
        Arrays.fill(text, '\0');
        if (length != LENGTH || !identity.isWhole()) {
            identity.close();
            throw BackupProblems.notAKey();
        }
        return identity;
    }

    private boolean isWhole() {
        try {
            return String.valueOf(text, 0, PREFIX.length()).equals(PREFIX) && scalar().length == 32;
        } catch (RuntimeException misspelt) {
            return false;
        }
    }

    private byte[] scalar() {
        return Bech32.getDecoder().decode(CharBuffer.wrap(text)).getData();
    }

    /// The public half, to which everybody may write: `age1…`.
    public String recipient() {
        byte[] scalar = scalar();
        try {
            KeyFactory factory = KeyFactory.getInstance("X25519");
            KeyAgreement agreement = KeyAgreement.getInstance("X25519");
            agreement.init(factory.generatePrivate(new XECPrivateKeySpec(NamedParameterSpec.X25519, scalar)));
            XECPublicKey base = (XECPublicKey)
                    factory.generatePublic(new XECPublicKeySpec(NamedParameterSpec.X25519, BigInteger.valueOf(9)));
            agreement.doPhase(base, true);
            return Bech32.getEncoder().encode("age", agreement.generateSecret()).toString();
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException("every Java has X25519", missing);
        } finally {
            Arrays.fill(scalar, (byte) 0);
        }
    }

    /// A key for names and seals that only who has this identity, or was given it by one, can know.
    byte[] derive(String purpose) {
        byte[] scalar = scalar();
        try {
            return Hmac.of(scalar, purpose.getBytes(StandardCharsets.UTF_8));
        } finally {
            Arrays.fill(scalar, (byte) 0);
        }
    }

    /// The key as text, to be wiped by the caller.
    public char[] text() {
        return text.clone();
    }

    /// What opens the files that are encrypted to this key; safe from many threads. The library makes two key pairs to
    /// have one, which takes longer than opening a file does.
    synchronized RecipientStanzaReader reader() throws GeneralSecurityException {
        RecipientStanzaReader made = reader;
        if (made == null) {
            made = X25519RecipientStanzaReaderFactory.newRecipientStanzaReader(
                    CharBuffer.wrap(text).asReadOnlyBuffer());
            reader = made;
        }
        return made;
    }

    @Override
    public synchronized void close() {
        reader = null;
        Arrays.fill(text, '\0');
    }
}
