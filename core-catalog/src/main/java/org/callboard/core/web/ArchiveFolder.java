package org.callboard.core.web;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.callboard.core.entity.Sha256;
import org.callboard.core.web.Outcome.Fetched;

/** The folder of archives: each is a file and a note of where it is from. What is in it can be deleted at any time. */
final class ArchiveFolder implements Intake {

    private static final String NOTE = ".properties";
    private static final String ARCHIVE = ".zip";
    private static final String ARRIVING = "arriving";
    private static final int PIECE = 65_536;

    private final Path folder;

    ArchiveFolder(Path folder) {
        this.folder = folder;
    }

    private List<Path> files() {
        try {
            Files.createDirectories(folder);
            try (Stream<Path> files = Files.list(folder)) {
                return files.sorted().toList();
            }
        } catch (IOException failure) {
            throw new UncheckedIOException("The folder of archives can't be read", failure);
        }
    }

    private static String name(Path file) {
        return String.valueOf(file.getFileName());
    }

    @Override
    public Optional<Body> take(InputStream in, int most) throws IOException {
        Path file = Files.createTempFile(folder, ARRIVING, ARCHIVE);
        try {
            MessageDigest digest = Sha256.digest();
            if (copy(in, file, digest, most)) {
                return Optional.of(Body.in(file, HexFormat.of().formatHex(digest.digest())));
            }
        } catch (IOException broken) {
            Files.deleteIfExists(file);
            throw broken;
        }
        Files.deleteIfExists(file);
        return Optional.empty();
    }

    private static boolean copy(InputStream in, Path file, MessageDigest digest, int most) throws IOException {
        byte[] piece = new byte[PIECE];
        long all = 0;
        try (OutputStream out = Files.newOutputStream(file)) {
            for (int read = in.read(piece); read >= 0 && all <= most; read = in.read(piece)) {
                all += read;
                digest.update(piece, 0, read);
                out.write(piece, 0, read);
            }
        }
        return all <= most;
    }

    /** {@return the archives that are there}; files that no note tells of are cleared away */
    List<CopyRows.Row> all() {
        List<CopyRows.Row> rows = new ArrayList<>();
        for (Path file : files()) {
            if (name(file).endsWith(NOTE)) {
                note(file).ifPresent(rows::add);
            }
        }
        Set<Path> told =
                rows.stream().map(row -> archive(row.url(), row.hash())).collect(Collectors.toSet());
        Set<Path> notes = told.stream().map(ArchiveCheck::notes).collect(Collectors.toSet());
        files().stream()
                .filter(file -> name(file).contains(ARCHIVE) && !told.contains(file) && !notes.contains(file))
                .forEach(ArchiveFolder::remove);
        return rows;
    }

    private Optional<CopyRows.Row> note(Path file) {
        Properties note = new Properties();
        try (InputStream in = Files.newInputStream(file)) {
            note.load(in);
            CopyRows.Row row = new CopyRows.Row(
                    note.getProperty("url", ""),
                    Validators.of(note.getProperty("etag"), note.getProperty("modified")),
                    note.getProperty("hash", ""),
                    Instant.ofEpochMilli(Long.parseLong(note.getProperty("read", ""))));
            return Files.isRegularFile(archive(row.url(), row.hash())) ? Optional.of(row) : Optional.empty();
        } catch (IOException | IllegalArgumentException damaged) {
            remove(file);
            return Optional.empty();
        }
    }

    /** Puts what came beside what there was; that can go when nobody is told of it any more. */
    void keep(String url, Path file, Fetched archive, Instant at) throws IOException {
        Properties note = new Properties();
        note.setProperty("url", url);
        note.setProperty("hash", archive.body().hash());
        note.setProperty("read", Long.toString(at.toEpochMilli()));
        if (archive.validators().etag() != null) {
            note.setProperty("etag", archive.validators().etag());
        }
        if (archive.validators().lastModified() != null) {
            note.setProperty("modified", archive.validators().lastModified());
        }
        Path place = archive(url, archive.body().hash());
        Files.deleteIfExists(ArchiveCheck.notes(place));
        if (Files.exists(ArchiveCheck.notes(file))) {
            Files.move(ArchiveCheck.notes(file), ArchiveCheck.notes(place));
        }
        Files.move(file, place, StandardCopyOption.REPLACE_EXISTING);
        try (OutputStream out = Files.newOutputStream(place(url, NOTE))) {
            note.store(out, null);
        }
    }

    long size(String url, String hash) {
        try {
            return Files.size(archive(url, hash));
        } catch (IOException gone) {
            return 0;
        }
    }

    void delete(String url, String hash) {
        remove(place(url, NOTE));
        remove(archive(url, hash));
    }

    /** {@return where an archive is, if it is there} */
    Path archive(String url, String hash) {
        return place(url, "-" + Sha256.hex(hash).substring(0, 16) + ARCHIVE);
    }

    private Path place(String url, String ending) {
        return folder.resolve(Sha256.hex(url).substring(0, 32) + ending);
    }

    /** With the notes on it, if it is an archive. */
    static void remove(Path file) {
        try {
            Files.deleteIfExists(file);
            Files.deleteIfExists(ArchiveCheck.notes(file));
        } catch (IOException left) {
            file.toFile().deleteOnExit();
        }
    }
}
