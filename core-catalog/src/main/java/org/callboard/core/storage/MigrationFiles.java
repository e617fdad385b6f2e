package org.callboard.core.storage;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.callboard.core.archive.UnfitException;
import org.callboard.core.archive.Wording;

/** Finds the migrations in a jar that was checked. */
final class MigrationFiles {

    private static final String FOLDER = "migrations/";
    private static final Pattern NAME = Pattern.compile("migrations/(\\d{4})-[a-z0-9][a-z0-9_-]{0,99}\\.sql");
    private static final int LONGEST = 1 << 18;
    private static final int LONGEST_NAME = 100;

    private MigrationFiles() {}

    /** {@return the migrations, numbered from 1 without a gap} */
    static List<MigrationFile> in(Path jar) {
        try (ZipFile zip = new ZipFile(jar.toFile())) {
            List<MigrationFile> files = new ArrayList<>();
            for (ZipEntry entry : zip.stream()
                    .filter(found -> found.getName().startsWith(FOLDER))
                    .toList()) {
                if (!entry.isDirectory()) {
                    files.add(read(zip, entry));
                }
            }
            files.sort(Comparator.comparing(MigrationFile::path));
            checkNumbers(files);
            return List.copyOf(files);
        } catch (IOException failure) {
            throw new UncheckedIOException("The migrations of a plugin can't be read.", failure);
        }
    }

    private static MigrationFile read(ZipFile zip, ZipEntry entry) throws IOException {
        Matcher name = NAME.matcher(entry.getName());
        if (!name.matches()) {
            throw new UnfitException(
                    Wording.line(entry.getName(), LONGEST_NAME) + " is not named like a migration.",
                    "Name it migrations/0001-what-it-makes.sql, in small letters, or put it elsewhere.");
        }
        try (InputStream in = zip.getInputStream(entry)) {
            byte[] bytes = in.readNBytes(LONGEST + 1);
            if (bytes.length > LONGEST) {
                throw new UnfitException(
                        entry.getName() + " is longer than " + LONGEST / 1024 + " KiB.", "Divide it into several.");
            }
            String content = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            return new MigrationFile(Integer.parseInt(name.group(1)), entry.getName(), content);
        } catch (CharacterCodingException malformed) {
            throw new UnfitException(entry.getName() + " is not UTF-8.", "Save it as UTF-8.");
        }
    }

    private static void checkNumbers(List<MigrationFile> files) {
        for (int i = 0; i < files.size(); i++) {
            if (files.get(i).number() != i + 1) {
                throw new UnfitException(
                        files.get(i).path() + " stands where number %04d should.".formatted(i + 1),
                        "Number migrations from 0001 without a gap, each number once.");
            }
        }
    }
}
