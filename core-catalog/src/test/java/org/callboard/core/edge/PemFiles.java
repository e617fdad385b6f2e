package org.callboard.core.edge;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.AlgorithmParameters;
import java.security.GeneralSecurityException;
import java.security.KeyStore.PrivateKeyEntry;
import java.util.Base64;
import javax.crypto.Cipher;
import javax.crypto.EncryptedPrivateKeyInfo;
import javax.crypto.SecretKey;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;
import javax.crypto.spec.PBEParameterSpec;
import org.callboard.core.signature.TestKey;

/** Writes certificates and keys as certification authorities hand them out. */
record PemFiles(Path folder) {

    CertificateFiles write(TestKey key) {
        return new CertificateFiles(certificate("server.pem", key), key("server.key", key), null);
    }

    Path certificate(String name, TestKey... keys) {
        StringBuilder text = new StringBuilder("# a chain\n");
        for (TestKey key : keys) {
            text.append(key.pem());
        }
        return file(name, text.toString());
    }

    Path key(String name, TestKey key) {
        return file(name, pem("PRIVATE KEY", privateKey(key).getPrivateKey().getEncoded()));
    }

    Path encrypted(String name, TestKey key, String password) {
        try {
            SecretKey secret = SecretKeyFactory.getInstance("PBEWithHmacSHA256AndAES_256")
                    .generateSecret(new PBEKeySpec(password.toCharArray()));
            Cipher cipher = Cipher.getInstance("PBEWithHmacSHA256AndAES_256");
            cipher.init(Cipher.ENCRYPT_MODE, secret, new PBEParameterSpec(new byte[16], 2_048));
            byte[] hidden = cipher.doFinal(privateKey(key).getPrivateKey().getEncoded());
            AlgorithmParameters parameters = AlgorithmParameters.getInstance("PBES2");
            parameters.init(cipher.getParameters().getEncoded());
            return file(
                    name, pem("ENCRYPTED PRIVATE KEY", new EncryptedPrivateKeyInfo(parameters, hidden).getEncoded()));
        } catch (GeneralSecurityException | IOException failure) {
            throw new IllegalStateException(failure);
        }
    }

    Path file(String name, String text) {
        try {
            return Files.writeString(folder.resolve(name), text);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static PrivateKeyEntry privateKey(TestKey key) {
        return key.entry();
    }

    static String pem(String kind, byte[] content) {
        return "-----BEGIN " + kind + "-----\n" + Base64.getMimeEncoder().encodeToString(content) + "\n-----END " + kind
                + "-----\n";
    }
}
