package org.callboard.e2e;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.KeyStore;
import java.util.List;
import java.util.stream.Stream;

/** A key that plugins are signed with, by the commands that the operations guide names. */
record SigningKey(Path store) {

    private static final String PASSWORD = "only-for-tests";

    /** Makes a key with a certificate of its own. */
    static SigningKey in(Path folder, String name, String... more) {
        SigningKey key = new SigningKey(folder.resolve(name + ".p12"));
        List<String> command = List.of(
                "keytool", "-genkeypair", "-alias", "plugins", "-keyalg", "EC", "-dname", "CN=" + name + ", O=Example");
        run(Stream.of(command, key.keystore(), List.of(more)).flatMap(List::stream));
        return key;
    }

    private List<String> keystore() {
        return List.of("-keystore", store.toString(), "-storetype", "PKCS12", "-storepass", PASSWORD);
    }

    /** {@return the file of its certificate} */
    Path certificate() {
        Path file = store.resolveSibling(store.getFileName() + ".pem");
        run(Stream.of(
                        List.of("keytool", "-exportcert", "-rfc", "-alias", "plugins", "-file", file.toString()),
                        keystore())
                .flatMap(List::stream));
        return file;
    }

    /** {@return its certificate's fingerprint, as the tool prints it} */
    String fingerprint() {
        String printed =
                run(Stream.of("keytool", "-printcert", "-file", certificate().toString()));
        return printed.lines()
                .map(String::strip)
                .filter(line -> line.startsWith("SHA256:"))
                .findFirst()
                .orElseThrow(() -> new AssertionError(printed));
    }

    /** {@return the jar, signed} */
    byte[] sign(byte[] jar) {
        try {
            Path file = Files.write(Files.createTempFile("plugin", ".jar"), jar);
            try {
                run(Stream.of(List.of("jarsigner"), keystore(), List.of(file.toString(), "plugins"))
                        .flatMap(List::stream));
                return Files.readAllBytes(file);
            } finally {
                Files.delete(file);
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** {@return its key store} */
    KeyStore load() {
        try {
            return KeyStore.getInstance(store.toFile(), PASSWORD.toCharArray());
        } catch (IOException | GeneralSecurityException failure) {
            throw new IllegalStateException(failure);
        }
    }

    /** {@return the key itself} */
    Key key() {
        try {
            return load().getKey("plugins", PASSWORD.toCharArray());
        } catch (GeneralSecurityException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private static String run(Stream<String> command) {
        List<String> words = command.toList();
        try {
            Path out = Files.createTempFile("tool", ".out");
            try {
                Path tool = Path.of(System.getProperty("java.home"), "bin", words.get(0));
                Process process = new ProcessBuilder(Stream.concat(
                                        Stream.of(tool.toString()),
                                        words.stream().skip(1))
                                .toList())
                        .redirectErrorStream(true)
                        .redirectOutput(out.toFile())
                        .start();
                if (Distribution.exitCode(process) != 0) {
                    throw new AssertionError(words + ": " + Files.readString(out));
                }
                return Files.readString(out);
            } finally {
                Files.delete(out);
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
