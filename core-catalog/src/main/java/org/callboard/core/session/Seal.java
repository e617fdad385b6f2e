package org.callboard.core.session;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/** Encrypts what the database keeps of people's sign-ins, by a key in a file that its owner alone can read. */
public final class Seal {

    /** The file's name in the storage folder. */
    public static final String FILE = "session.key";

    private static final String CIPHER = "AES/GCM/NoPadding";
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;
    private static final int KEY_BYTES = 32;

    private final SecretKeySpec key;
    private final SecureRandom random = new SecureRandom();

    private Seal(byte[] key) {
        this.key = new SecretKeySpec(key, "AES");
    }

    /** Reads the key from the storage folder, or makes one there. */
    public static Seal in(Path storage) {
        Path file = storage.resolve(FILE);
        try {
            if (!Files.exists(file)) {
                Files.writeString(
                        OwnerFile.create(file), Secrets.fresh() + System.lineSeparator(), StandardOpenOption.WRITE);
            }
            byte[] key = Base64.getUrlDecoder().decode(Files.readString(file).strip());
            if (key.length != KEY_BYTES) {
                throw new IOException("It holds no key of " + KEY_BYTES + " bytes.");
            }
            return new Seal(key);
        } catch (IOException | IllegalArgumentException failure) {
            throw new UncheckedIOException(new IOException("The key file " + file + " can't be used.", failure));
        }
    }

    /**
     * {@return the text, encrypted}
     *
     * @param about what it belongs to; it opens with that alone
     */
    public byte[] close(byte[] plain, String about) {
        byte[] nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        try {
            byte[] closed = cipher(Cipher.ENCRYPT_MODE, nonce, about).doFinal(plain);
            byte[] whole = Arrays.copyOf(nonce, nonce.length + closed.length);
            System.arraycopy(closed, 0, whole, nonce.length, closed.length);
            return whole;
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** {@return what was encrypted; empty where that was with another key or for something else} */
    public Optional<byte[]> open(byte[] closed, String about) {
        if (closed.length < NONCE_BYTES) {
            return Optional.empty();
        }
        byte[] nonce = Arrays.copyOf(closed, NONCE_BYTES);
        try {
            return Optional.of(cipher(Cipher.DECRYPT_MODE, nonce, about)
                    .doFinal(closed, NONCE_BYTES, closed.length - NONCE_BYTES));
        } catch (GeneralSecurityException other) {
            return Optional.empty();
        }
    }

    private Cipher cipher(int mode, byte[] nonce, String about) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance(CIPHER);
        cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(about.getBytes(StandardCharsets.UTF_8));
        return cipher;
    }
}
