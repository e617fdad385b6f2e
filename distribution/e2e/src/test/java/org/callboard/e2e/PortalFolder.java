package org.callboard.e2e;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;

/** A folder with a portal's configuration and all that it keeps; it outlives the processes that run on it. */
record PortalFolder(Path root) {

    /** Makes a folder whose portal reads the example company's catalog. */
    static PortalFolder in(Path root) {
        return with(root, "");
    }

    /**
     * Makes a folder with a configuration over the shipped one.
     *
     * @param more YAML after the folder's own settings
     */
    static PortalFolder with(Path root, String more) {
        PortalFolder folder = new PortalFolder(root);
        String settings = """
                storage:
                  dir: %s
                plugins:
                  inbox: %s
                """.formatted(folder.storage(), folder.inbox());
        try {
            Files.createDirectories(folder.inbox());
            fill(folder.inbox());
            Files.writeString(folder.config(), settings + more);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        return folder;
    }

    /** The smallest of what lies in the product's own inbox, where it stays as it is for the next test. */
    private static void fill(Path inbox) throws IOException {
        Files.copy(shipped("example-hello"), inbox.resolve("example-hello.jar"), StandardCopyOption.REPLACE_EXISTING);
    }

    /** {@return a plugin that ships with the product, in its inbox} */
    static Path shipped(String plugin) {
        return Distribution.home().resolve("plugins").resolve(plugin + ".jar");
    }

    Path config() {
        return root.resolve("callboard.yaml");
    }

    Path storage() {
        return root.resolve("storage");
    }

    /** {@return where the framework has its cache while a portal runs} */
    Path scratch() {
        return root.resolve("scratch");
    }

    Path inbox() {
        return root.resolve("inbox");
    }

    /** {@return whether no jar waits in the inbox} */
    boolean isInboxTaken() {
        try (DirectoryStream<Path> jars = Files.newDirectoryStream(inbox(), "*.jar")) {
            return !jars.iterator().hasNext();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** {@return the arguments that start a portal here} */
    List<String> start(int port) {
        Path shipped = Distribution.home().resolve("conf/callboard.yaml");
        return List.of(
                "start",
                "--config",
                shipped.toString(),
                "--config",
                config().toString(),
                "--port",
                Integer.toString(port));
    }

    String token() {
        return read(storage().resolve("admin.token")).strip();
    }

    static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    static byte[] readBytes(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Writes a text, into a folder that is made where there is none. */
    static Path write(Path file, String text) {
        try {
            Files.createDirectories(file.getParent());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        return write(file, PluginJar.bytes(text));
    }

    static Path write(Path file, byte[] content) {
        try {
            return Files.write(file, content);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
