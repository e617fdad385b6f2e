package org.callboard.core.session;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** The first token, in a file that its owner alone can read. */
public final class AdminToken {

    /** The file's name in the storage folder. */
    public static final String FILE = "admin.token";

    private final String hash;

    private AdminToken(String hash) {
        this.hash = hash;
    }

    /** Reads the token from the storage folder, or makes one there. */
    public static AdminToken in(Path storage) {
        Path file = storage.resolve(FILE);
        try {
            if (!Files.exists(file)) {
                create(file);
            }
            return new AdminToken(Secrets.hash(Files.readString(file).strip()));
        } catch (IOException failure) {
            throw new UncheckedIOException("The token file " + file + " can't be used.", failure);
        }
    }

    private static void create(Path file) throws IOException {
        Files.writeString(OwnerFile.create(file), Secrets.fresh() + System.lineSeparator(), StandardOpenOption.WRITE);
    }

    /** {@return whether this is the token} */
    public boolean matches(String token) {
        return Secrets.same(hash, Secrets.hash(token));
    }
}
