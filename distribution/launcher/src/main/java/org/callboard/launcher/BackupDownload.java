package org.callboard.launcher;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;

/** {@code callboard backup}: fetches a backup from a running portal into a new file that its owner alone may read. */
final class BackupDownload {

    private final PortalClient portal;
    private final PrintStream out;

    BackupDownload(PortalClient portal, PrintStream out) {
        this.portal = portal;
        this.out = out;
    }

    /** What was cut off never gets the backup's name. */
    void run(Path file) throws CommandException {
        if (Files.exists(file)) {
            throw new CommandException(ExitCode.UNREADABLE, file + " is there already; name another file.");
        }
        Path part = file.resolveSibling(file.getFileName() + ".part");
        try (InputStream body = portal.stream("/api/backup")) {
            Files.deleteIfExists(part);
            create(part);
            try (OutputStream whole = Files.newOutputStream(part)) {
                body.transferTo(whole);
            }
            Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
            out.println(file + ": " + Files.size(file) + " bytes. It holds every secret of the portal.");
        } catch (IOException failure) {
            part.toFile().delete();
            throw new CommandException(
                    ExitCode.FAILED, "The backup could not be written to " + file + ": " + failure.getMessage() + ".");
        }
    }

    private static void create(Path file) throws IOException {
        boolean posix = Files.getFileStore(file.toAbsolutePath().getParent()).supportsFileAttributeView("posix");
        FileAttribute<?>[] owner = posix
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                }
                : new FileAttribute<?>[0];
        Files.createFile(file, owner);
    }
}
