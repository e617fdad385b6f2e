package org.callboard.core.maven;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.callboard.core.entity.Sha256;

/**
 * The program itself, as those who write plugins run it on their own machine: what it was unpacked with, and nothing that
 * its operator configured or it has stored.
 */
public final class PortalZip {

    private static final List<String> FOLDERS = List.of("bin", "system");
    private static final String OPTIONS = "conf/jvm.options";
    private static final FileTime TIME = FileTime.from(Instant.parse("2026-01-01T00:00:00Z"));

    private final Path home;
    private final FileDigests digests = new FileDigests();
    private volatile Measured measured = new Measured("", 0);

    private record Measured(String tag, long length) {}

    /** Reads the program from here. */
    public PortalZip(Path home) {
        this.home = home;
    }

    /** {@return a text that another program would not have} */
    public String tag() throws IOException {
        StringBuilder all = new StringBuilder();
        for (Path file : files()) {
            all.append(home.relativize(file))
                    .append(' ')
                    .append(digests.of(file))
                    .append('\n');
        }
        all.append(options());
        byte[] digest = Sha256.digest().digest(all.toString().getBytes(StandardCharsets.UTF_8));
        return HexFormat.of().formatHex(digest, 0, 16);
    }

    /** {@return how many bytes it is as a zip} */
    public long length() throws IOException {
        String tag = tag();
        Measured known = measured;
        if (!known.tag().equals(tag)) {
            Counter counter = new Counter();
            writeTo(counter);
            known = new Measured(tag, counter.count);
            measured = known;
        }
        return known.length();
    }

    /** Keeps nothing but the number of bytes. */
    private static final class Counter extends OutputStream {

        private long count;

        @Override
        public void write(int one) {
            count++;
        }

        @Override
        public void write(byte[] bytes, int offset, int length) {
            count += length;
        }
    }

    /** Writes it as a zip, and leaves the stream open. */
    public void writeTo(OutputStream out) throws IOException {
        ZipOutputStream zip = new ZipOutputStream(out);
        // most of it are jars, which get no smaller
        zip.setLevel(Deflater.NO_COMPRESSION);
        for (Path file : files()) {
            begin(zip, home.relativize(file).toString().replace('\\', '/'));
            Files.copy(file, zip);
            zip.closeEntry();
        }
        begin(zip, OPTIONS);
        zip.write(options().getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
        zip.finish();
    }

    private static void begin(ZipOutputStream zip, String name) throws IOException {
        ZipEntry entry = new ZipEntry(name);
        entry.setLastModifiedTime(TIME);
        zip.putNextEntry(entry);
    }

    /** System properties are left out: an operator may have put a secret into one. */
    private String options() throws IOException {
        Path file = home.resolve(OPTIONS);
        if (!Files.exists(file)) {
            return "";
        }
        return Files.readAllLines(file).stream()
                .filter(line -> line.startsWith("-X") || line.startsWith("--"))
                .collect(Collectors.joining("\n", "", "\n"));
    }

    private List<Path> files() throws IOException {
        List<Path> files = new ArrayList<>();
        for (String folder : FOLDERS) {
            if (Files.isDirectory(home.resolve(folder))) {
                try (Stream<Path> found = Files.walk(home.resolve(folder))) {
                    found.filter(Files::isRegularFile).sorted().forEach(files::add);
                }
            }
        }
        return files;
    }
}
