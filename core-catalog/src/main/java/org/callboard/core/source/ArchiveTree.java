package org.callboard.core.source;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** The files of a repository, as an archive on the disk has them. Immutable and thread-safe. */
final class ArchiveTree {

    private static final long MOST_BYTES = 1L << 30;
    private static final int MOST_RATIO = 100;
    private static final long SMALL = 16L << 20;
    private static final Pattern COMMIT = Pattern.compile("[0-9a-f]{40}|[0-9a-f]{64}");
    private static final Pattern PLAIN =
            Pattern.compile("(?!/)(?!(?s:.*/)?\\.{1,2}(/|$))(?!.*//)[^\\\\\\x00-\\x1f\\x7f]+");
    private static final Pattern DRIVE = Pattern.compile("[A-Za-z]:.*");

    private final Path file;
    private final List<PackedFile> entries;
    private final SortedMap<String, PackedFile> files = new TreeMap<>();
    private final String commit;

    private ArchiveTree(Path file, ZipDirectory directory) throws UnfitArchiveException {
        this.file = file;
        this.entries = directory.files();
        this.commit = COMMIT.matcher(directory.comment()).matches() ? directory.comment() : "";
        String root = root(directory);
        for (PackedFile entry : entries) {
            UnfitArchiveException.require(
                    PLAIN.matcher(entry.name()).matches()
                            && !DRIVE.matcher(entry.name()).matches(),
                    "names files in a way that could lead out of it, '" + printable(entry.name()) + "' for one");
            if (entry.isFile()) {
                PackedFile twin = files.put(entry.name().substring(root.length()), entry);
                UnfitArchiveException.require(twin == null, "holds two files with the name '" + entry.name() + "'");
            }
        }
    }

    private static String printable(String name) {
        return name.replaceAll("[\\x00-\\x1f\\x7f]", "?");
    }

    /** The one folder that all is in, with its slash; empty where there is none. */
    private static String root(ZipDirectory directory) {
        List<String> names = directory.files().stream()
                .map(PackedFile::name)
                .filter(name -> !name.endsWith("/"))
                .toList();
        String first = names.isEmpty() ? "" : names.get(0);
        String root = first.substring(0, first.indexOf('/') + 1);
        return names.stream().allMatch(name -> name.startsWith(root)) ? root : "";
    }

    /**
     * {@return the tree in an archive}
     *
     * @throws UnfitArchiveException where it is none that is taken
     */
    static ArchiveTree open(Path file) throws IOException, UnfitArchiveException {
        try (FileChannel channel = FileChannel.open(file)) {
            return new ArchiveTree(file, ZipDirectory.read(channel));
        }
    }

    /** Unpacks all of it once, counting: what it says of its size is not what is believed. */
    void requireHarmless() throws IOException, UnfitArchiveException {
        requireApart();
        try (FileChannel channel = FileChannel.open(file)) {
            long most = Math.min(MOST_BYTES, SMALL + MOST_RATIO * channel.size());
            long all = 0;
            for (PackedFile entry : entries) {
                all += entry.count(channel, most - all);
                UnfitArchiveException.require(all <= most, "becomes far larger than it is when it is unpacked");
            }
        }
    }

    private void requireApart() throws UnfitArchiveException {
        long end = 0;
        for (PackedFile entry : entries.stream()
                .sorted(Comparator.comparingLong(PackedFile::at))
                .toList()) {
            UnfitArchiveException.require(entry.at() >= end, "is damaged: its files overlap");
            end = entry.end();
        }
    }

    /** {@return the commit that it is of}; empty where it does not say */
    String commit() {
        return commit;
    }

    /** {@return the paths of its files, by rising path} */
    List<String> paths() {
        return List.copyOf(files.keySet());
    }

    /** {@return a file as the archive tells of it}; empty where there is none at a path */
    Optional<PackedFile> file(String path) {
        return Optional.ofNullable(files.get(path));
    }

    /** {@return how large a file is}; empty where there is none at a path */
    Optional<Long> size(String path) {
        return file(path).map(PackedFile::size);
    }

    /**
     * {@return what a file holds}; empty where there is none at a path
     *
     * @throws IOException where the archive is gone
     */
    Optional<byte[]> read(String path) throws IOException, UnfitArchiveException {
        PackedFile packed = files.get(path);
        if (packed == null) {
            return Optional.empty();
        }
        try (FileChannel channel = FileChannel.open(file)) {
            return Optional.of(packed.read(channel));
        }
    }
}
