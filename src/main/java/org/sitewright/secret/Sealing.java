package org.sitewright.secret;

import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/// AES-256-GCM: a fresh nonce of 12 bytes, then the ciphertext with its tag of 16.
final class Sealing {
    static final int KEY = 32;
    private static final int NONCE = 12;
    private static final int TAG_BITS = 128;

    private Sealing() {}

    static byte[] seal(byte[] key, byte[] plain, byte[] bound, SecureRandom random) {
        byte[] nonce = new byte[NONCE];
        random.nextBytes(nonce);
        try {
            byte[] sealed = cipher(Cipher.ENCRYPT_MODE, key, nonce, bound).doFinal(plain);
            byte[] all = Arrays.copyOf(nonce, NONCE + sealed.length);
            System.arraycopy(sealed, 0, all, NONCE, sealed.length);
            return all;
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /// @throws javax.crypto.AEADBadTagException when key or bytes are not the right ones
    static byte[] open(byte[] key, byte[] sealed, byte[] bound) throws GeneralSecurityException {
        byte[] nonce = Arrays.copyOf(sealed, NONCE);
        return cipher(Cipher.DECRYPT_MODE, key, nonce, bound)
                .doFinal(sealed, Math.min(NONCE, sealed.length), Math.max(0, sealed.length - NONCE));
    }

    private static Cipher cipher(int mode, byte[] key, byte[] nonce, byte[] bound) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, new SecretKeySpec(key, "AES"), new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(bound);
        return cipher;
    }
}
