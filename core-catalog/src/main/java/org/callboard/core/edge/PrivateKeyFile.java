package org.callboard.core.edge;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.Cipher;
import javax.crypto.EncryptedPrivateKeyInfo;
import javax.crypto.SecretKey;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;
import org.jspecify.annotations.Nullable;

/** Reads a private key of RSA or elliptic curves from PEM. */
final class PrivateKeyFile {

    private static final Pattern BLOCK =
            Pattern.compile("-----BEGIN ([A-Z ]*PRIVATE KEY)-----([A-Za-z0-9+/=\\s]+)-----END \\1-----");
    private static final String PLAIN = "PRIVATE KEY";
    private static final String ENCRYPTED = "ENCRYPTED PRIVATE KEY";

    private final Path file;
    private final @Nullable String password;

    PrivateKeyFile(Path file, @Nullable String password) {
        this.file = file;
        this.password = password;
    }

    /** {@return the key, which is of this algorithm} */
    PrivateKey read(String algorithm) throws UnfitCertificateException {
        Matcher block = BLOCK.matcher(text());
        if (!block.find()) {
            throw unfit("holds no private key as PEM");
        }
        String kind = block.group(1);
        byte[] content = bytes(block.group(2));
        if (!kind.equals(PLAIN) && !kind.equals(ENCRYPTED)) {
            throw unfit("is not PKCS#8: openssl pkcs8 -topk8 -nodes -in " + file.getFileName() + " makes it so");
        }
        try {
            PKCS8EncodedKeySpec key = kind.equals(PLAIN) ? new PKCS8EncodedKeySpec(content) : decrypted(content);
            return KeyFactory.getInstance(algorithm).generatePrivate(key);
        } catch (GeneralSecurityException wrong) {
            throw unfit("holds no " + algorithm + " key such as its certificate needs");
        }
    }

    private String text() throws UnfitCertificateException {
        try {
            return Files.readString(file, StandardCharsets.ISO_8859_1);
        } catch (IOException failure) {
            throw unfit("can't be read");
        }
    }

    private byte[] bytes(String text) throws UnfitCertificateException {
        try {
            return Base64.getMimeDecoder().decode(text);
        } catch (IllegalArgumentException malformed) {
            throw unfit("holds no private key as PEM");
        }
    }

    private PKCS8EncodedKeySpec decrypted(byte[] content) throws UnfitCertificateException {
        if (password == null) {
            throw unfit("has a password: set server.tls.password");
        }
        try {
            EncryptedPrivateKeyInfo info = new EncryptedPrivateKeyInfo(content);
            // the name of the scheme alone says too little
            String scheme = info.getAlgParameters() == null
                    ? info.getAlgName()
                    : info.getAlgParameters().toString();
            SecretKey secret =
                    SecretKeyFactory.getInstance(scheme).generateSecret(new PBEKeySpec(password.toCharArray()));
            Cipher cipher = Cipher.getInstance(scheme);
            cipher.init(Cipher.DECRYPT_MODE, secret, info.getAlgParameters());
            return info.getKeySpec(cipher);
        } catch (IOException | GeneralSecurityException wrong) {
            throw unfit("can't be opened with server.tls.password");
        }
    }

    private UnfitCertificateException unfit(String why) {
        return new UnfitCertificateException("The file " + file + " of server.tls.key " + why + ".");
    }
}
