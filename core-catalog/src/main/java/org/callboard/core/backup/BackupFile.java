package org.callboard.core.backup;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.callboard.api.model.Json;
import org.callboard.api.problem.PortalException;
import org.callboard.api.problem.ProblemKind;
import org.callboard.core.db.Database;
import org.callboard.core.entity.JsonCodec;
import org.callboard.core.entity.Sha256;

/** A backup that was found whole: every file is there, as its manifest says, and nothing else. */
final class BackupFile implements AutoCloseable {

    private static final int LONGEST_MANIFEST = 1 << 20;

    private final String name;
    private final ZipFile zip;

    private BackupFile(String name, ZipFile zip) {
        this.name = name;
        this.zip = zip;
    }

    /**
     * Opens and checks a backup.
     *
     * @throws PortalException where it is none, or damaged, or of another version
     */
    static BackupFile open(Path file) throws IOException {
        String name = String.valueOf(file.getFileName());
        if (!Files.isRegularFile(file)) {
            throw new PortalException(ProblemKind.NOT_FOUND, "There is no file " + file + ".");
        }
        try {
            BackupFile backup = new BackupFile(name, new ZipFile(file.toFile()));
            try {
                backup.check();
                return backup;
            } catch (IOException | RuntimeException refusal) {
                backup.close();
                throw refusal;
            }
        } catch (ZipException damaged) {
            throw new PortalException(
                    ProblemKind.BAD_INPUT,
                    name + " can't be read as a zip: it is no backup, or was cut off.",
                    "Copy it again from where it was made.",
                    damaged);
        }
    }

    private void check() throws IOException {
        Manifest manifest = manifest();
        if (manifest.format() != Manifest.FORMAT) {
            throw new PortalException(
                    ProblemKind.CONFLICT,
                    name + " is written in format " + manifest.format() + ", and this version reads " + Manifest.FORMAT
                            + ".",
                    "Restore it with Callboard " + manifest.version() + ".");
        }
        if (manifest.migration() < 1 || manifest.migration() > Database.newestMigration()) {
            throw new PortalException(
                    ProblemKind.CONFLICT,
                    name + " belongs to another Callboard: its tables are at migration " + manifest.migration()
                            + ", and this version knows 1 to " + Database.newestMigration() + ".",
                    "Restore it with Callboard " + manifest.version() + ".");
        }
        if (manifest.entries().size() + 1 != zip.size()) {
            throw damaged("it has " + (zip.size() - 1) + " files, and its manifest names "
                    + manifest.entries().size());
        }
        for (Manifest.Entry entry : manifest.entries()) {
            check(entry);
        }
    }

    private void check(Manifest.Entry entry) throws IOException {
        if (!entry.isWellNamed()) {
            throw damaged("it holds a file that no backup has");
        }
        MessageDigest digest = Sha256.digest();
        try (InputStream in = new DigestInputStream(stream(entry.name()), digest)) {
            long length = in.transferTo(OutputStream.nullOutputStream());
            if (length != entry.size()
                    || !HexFormat.of().formatHex(digest.digest()).equals(entry.digest())) {
                throw damaged(entry.name() + " is not what was written");
            }
        } catch (ZipException broken) {
            throw damaged(entry.name() + " is not what was written");
        }
    }

    Manifest manifest() throws IOException {
        try (InputStream in = stream(Manifest.NAME)) {
            if (new JsonCodec().decode(in.readNBytes(LONGEST_MANIFEST)) instanceof Json.Obj json) {
                return Manifest.of(json);
            }
            throw damaged("its manifest can't be read");
        }
    }

    /** {@return the names of the files below a folder of the backup} */
    List<String> names(String folder) throws IOException {
        return manifest().entries().stream()
                .map(Manifest.Entry::name)
                .filter(entry -> entry.startsWith(folder))
                .toList();
    }

    InputStream stream(String entry) throws IOException {
        ZipEntry found = zip.getEntry(entry);
        if (found == null) {
            throw damaged("it lacks " + entry);
        }
        return zip.getInputStream(found);
    }

    private PortalException damaged(String why) {
        return new PortalException(
                ProblemKind.BAD_INPUT,
                name + " is no backup, or is damaged: " + why + ".",
                "Copy it again from where it was made, or take another.");
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }
}
