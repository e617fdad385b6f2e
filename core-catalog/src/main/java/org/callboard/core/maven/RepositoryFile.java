package org.callboard.core.maven;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.callboard.core.entity.Sha256;

/**
 * A file of the repository.
 *
 * @param lifetime how long a copy of it is good
 * @param digest of its content
 */
public record RepositoryFile(String type, Lifetime lifetime, String digest, Content content) {

    /** How long a copy is good. */
    public enum Lifetime {
        /** For ever: another content would have another name. */
        FOREVER,
        /** Until it is asked for again. */
        UNTIL_ASKED
    }

    /** Reads the bytes. */
    @FunctionalInterface
    public interface Content {

        /** {@return the bytes} */
        byte[] read() throws IOException;
    }

    static RepositoryFile of(Path file, String digest, String name, Lifetime lifetime) {
        return new RepositoryFile(typeOf(name), lifetime, digest, () -> Files.readAllBytes(file));
    }

    static RepositoryFile of(byte[] bytes, String name, Lifetime lifetime) {
        return new RepositoryFile(typeOf(name), lifetime, Sha256.hex(bytes), () -> bytes);
    }

    private static String typeOf(String name) {
        return switch (name.substring(name.lastIndexOf('.') + 1)) {
            case "jar" -> "application/java-archive";
            case "pom", "xml" -> "text/xml; charset=utf-8";
            default -> "text/plain; charset=utf-8";
        };
    }
}
