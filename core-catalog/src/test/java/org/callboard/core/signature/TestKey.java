package org.callboard.core.signature;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.KeyStore.PasswordProtection;
import java.security.KeyStore.PrivateKeyEntry;
import java.security.cert.CertPath;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import java.util.zip.ZipFile;
import jdk.security.jarsigner.JarSigner;
import org.callboard.api.model.EntityRef;

/** A key with a certificate, made by the JDK's own tool, that signs jars. */
public record TestKey(String name, PrivateKeyEntry entry) {

    private static final String PASSWORD = "only-for-tests";

    /** Makes a key whose certificate is valid now, unless the tool is told otherwise. */
    public static TestKey make(String name, String... more) {
        try {
            Path folder = Files.createTempDirectory("key");
            try {
                Path store = folder.resolve("keys.p12");
                run(folder.resolve("out"), command(name, store, more));
                return new TestKey(name, entry(store));
            } finally {
                delete(folder);
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static List<String> command(String name, Path store, String... more) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
        command.addAll(List.of("-genkeypair", "-alias", "key", "-keyalg", "EC", "-dname", "CN=" + name));
        command.addAll(List.of("-keystore", store.toString(), "-storetype", "PKCS12", "-storepass", PASSWORD));
        command.addAll(List.of(more));
        return command;
    }

    private static void run(Path out, List<String> command) throws IOException {
        try {
            Process process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(out.toFile())
                    .start();
            if (process.waitFor() != 0) {
                throw new AssertionError(Files.readString(out));
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
        }
        Files.delete(folder);
    }

    private static PrivateKeyEntry entry(Path store) {
        try (InputStream in = Files.newInputStream(store)) {
            KeyStore keys = KeyStore.getInstance("PKCS12");
            keys.load(in, PASSWORD.toCharArray());
            return (PrivateKeyEntry) keys.getEntry("key", new PasswordProtection(PASSWORD.toCharArray()));
        } catch (IOException | GeneralSecurityException failure) {
            throw new IllegalStateException(failure);
        }
    }

    public X509Certificate certificate() {
        return (X509Certificate) entry.getCertificate();
    }

    String fingerprint() {
        return Fingerprint.of(certificate());
    }

    CertPath path() {
        try {
            return CertificateFactory.getInstance("X.509").generateCertPath(List.of(certificate()));
        } catch (GeneralSecurityException failure) {
            throw new IllegalStateException(failure);
        }
    }

    /** {@return the certificate as a configuration may hold it} */
    public String pem() {
        try {
            return "-----BEGIN CERTIFICATE-----\n"
                    + Base64.getMimeEncoder().encodeToString(certificate().getEncoded())
                    + "\n-----END CERTIFICATE-----\n";
        } catch (GeneralSecurityException failure) {
            throw new IllegalStateException(failure);
        }
    }

    /** {@return the key as an accepted one} */
    public AcceptedKey acceptedFor(String owner) {
        return new AcceptedKey(certificate(), Set.of(EntityRef.parse(owner)), List.of("*"));
    }

    /** {@return the jar signed by this key, beside those who signed it before} */
    public byte[] sign(byte[] jar) {
        return sign(jar, signer -> signer);
    }

    byte[] sign(byte[] jar, UnaryOperator<JarSigner.Builder> more) {
        try {
            Path folder = Files.createTempDirectory("signed");
            try {
                Path unsigned = Files.write(folder.resolve("unsigned.jar"), jar);
                Path signed = folder.resolve("signed.jar");
                try (ZipFile in = new ZipFile(unsigned.toFile());
                        OutputStream out = Files.newOutputStream(signed)) {
                    more.apply(new JarSigner.Builder(entry).signerName(name.toUpperCase(Locale.ROOT)))
                            .build()
                            .sign(in, out);
                }
                return Files.readAllBytes(signed);
            } finally {
                delete(folder);
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
