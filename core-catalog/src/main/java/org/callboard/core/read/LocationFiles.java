package org.callboard.core.read;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.callboard.api.problem.Problem;
import org.callboard.api.problem.SourcePosition;

/**
 * The files of the configured locations, and no others: whatever a file names, and wherever a link leads, nothing outside
 * the folders that the operator named is read. Thread-safe.
 */
public final class LocationFiles implements ResourceReader {

    private static final int MOST_FILES = 100_000;
    private static final int DEEPEST = 64;
    private static final Set<String> HISTORIES = Set.of(".git", ".hg", ".svn");

    private final ReadLimits limits;
    private final List<Path> roots;

    /**
     * Allows what is below the given targets.
     *
     * @param targets the targets of the configured locations of type file: absolute files, folders or patterns
     */
    public LocationFiles(ReadLimits limits, List<String> targets) {
        this.limits = limits;
        this.roots = targets.stream().map(LocationFiles::root).toList();
    }

    /**
     * The files that a target stands for.
     *
     * @param files the files, sorted
     * @param problems why there are none, or not all
     */
    public record Expansion(List<Path> files, List<Problem> problems) {
        /** Copies both. */
        public Expansion {
            files = List.copyOf(files);
            problems = List.copyOf(problems);
        }
    }

    private static Path root(String target) {
        if (Glob.isPattern(target)) {
            return Glob.root(target);
        }
        Path path = Path.of(target).toAbsolutePath().normalize();
        Path parent = path.getParent();
        return Files.isDirectory(path) || parent == null ? path : parent;
    }

    /** {@return whether a path is below what was configured, by its name; where links lead is seen when it is read} */
    public boolean allows(Path path) {
        Path normal = path.toAbsolutePath().normalize();
        return roots.stream().anyMatch(normal::startsWith);
    }

    /**
     * Finds the files of a target: the file, the files of a pattern, or all descriptors in a folder and the folders below
     * it. In folders, histories of version control and links that lead elsewhere are passed over.
     */
    public Expansion expand(String target) {
        try {
            return found(target, files(target));
        } catch (IOException | InvalidPathException e) {
            return new Expansion(List.of(), List.of(unreadable(target).problem()));
        }
    }

    private List<Path> files(String target) throws IOException {
        if (Glob.isPattern(target)) {
            return Glob.files(target, MOST_FILES).stream().filter(this::allows).toList();
        }
        Path path = Path.of(target).toAbsolutePath().normalize();
        if (!Files.isDirectory(path)) {
            return Files.exists(path) ? List.of(path) : List.of();
        }
        List<Path> files = new ArrayList<>();
        collect(path, path.toRealPath(), files, 0);
        return files;
    }

    private static Expansion found(String target, List<Path> files) {
        SourcePosition place = SourcePosition.ofFile(target);
        if (files.isEmpty()) {
            UnreadableException nothing = new UnreadableException(
                    "file-missing",
                    place,
                    "Nothing can be read here: there is no such file, or no descriptor that fits.",
                    "Correct the location's target, or create the file.");
            return new Expansion(List.of(), List.of(nothing.problem()));
        }
        if (files.size() >= MOST_FILES) {
            UnreadableException tooMany = new UnreadableException(
                    "too-many-files",
                    place,
                    "The location stands for more than " + MOST_FILES + " files; only so many are read.",
                    "Name a narrower folder or pattern.");
            return new Expansion(files.subList(0, MOST_FILES), List.of(tooMany.problem()));
        }
        return new Expansion(files, List.of());
    }

    private static void collect(Path folder, Path root, List<Path> files, int depth) throws IOException {
        for (Path child : Glob.list(folder)) {
            String name = String.valueOf(child.getFileName());
            if (files.size() >= MOST_FILES || name.startsWith("..")) {
                continue;
            }
            if (Files.isDirectory(child, LinkOption.NOFOLLOW_LINKS)) {
                if (!HISTORIES.contains(name) && depth < DEEPEST) {
                    collect(child, root, files, depth + 1);
                }
            } else if (isDescriptor(name)
                    && Files.isRegularFile(child)
                    && child.toRealPath().startsWith(root)) {
                files.add(child);
            }
        }
    }

    /**
     * {@return whether a file of this name may be a descriptor}; templates of such, {@code catalog-info.yaml.njs} say, count:
     * their owner hears that they are such
     */
    public static boolean isDescriptor(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        return lower.endsWith(".json") || isExtension(lower, ".yaml") || isExtension(lower, ".yml");
    }

    private static boolean isExtension(String name, String extension) {
        return name.endsWith(extension) || name.contains(extension + ".");
    }

    @Override
    public Resource resolve(Resource base, String name) throws UnreadableException {
        if (!base.type().equals(Resource.FILE) || ResourceName.isWeb(name)) {
            throw ResourceName.refuse(
                    name,
                    " is on the web, and reading from there is not configured.",
                    "Put the file beside the descriptor and name it from there, as ./name.yaml.");
        }
        if (!ResourceName.scheme(name).isEmpty()) {
            throw ResourceName.unknownScheme(name);
        }
        ResourceName.requirePlain(name);
        try {
            Path path = Path.of(base.target()).resolveSibling(name).normalize();
            if (allows(path)) {
                return new Resource(Resource.FILE, path.toString());
            }
        } catch (InvalidPathException e) {
            throw ResourceName.refuse(name, " is no path.", "Write the path of a file.");
        }
        throw ResourceName.refuse(
                name,
                " leads out of the folders of the configured locations.",
                "Move the file below such a folder, or configure its folder under catalog.locations.");
    }

    @Override
    public byte[] read(Resource resource) throws UnreadableException {
        return read(Path.of(resource.target()));
    }

    @Override
    public String fingerprint(Resource resource) {
        return fingerprint(Path.of(resource.target()));
    }

    /** {@return the bytes of a file} */
    public byte[] read(Path file) throws UnreadableException {
        String target = file.toString();
        try {
            requireInside(file, target);
            if (!Files.isRegularFile(file)) {
                throw unreadable(target);
            }
            try (InputStream in = Files.newInputStream(file)) {
                byte[] bytes = in.readNBytes(limits.fileBytes() + 1);
                if (bytes.length > limits.fileBytes()) {
                    throw DocumentParser.tooLarge(target, limits);
                }
                return bytes;
            }
        } catch (IOException e) {
            throw unreadable(target);
        }
    }

    private void requireInside(Path file, String target) throws IOException, UnreadableException {
        if (holds(file)) {
            return;
        }
        throw new UnreadableException(
                "file-outside",
                SourcePosition.ofFile(target),
                "The file is outside the folders of the configured locations.",
                "Put it below a configured location, or configure its folder under catalog.locations.");
    }

    /** {@return whether what a path leads to is below what was configured, links followed} */
    public boolean holds(Path path) throws IOException {
        Path real = path.toRealPath();
        for (Path root : roots) {
            if (Files.exists(root) && real.startsWith(root.toRealPath())) {
                return true;
            }
        }
        return false;
    }

    private static UnreadableException unreadable(String target) {
        return new UnreadableException(
                "file-missing",
                SourcePosition.ofFile(target),
                "The file is missing or can't be read.",
                "Create it, let the portal's user read it, or take its name out of the location.");
    }

    /** {@return a text that changes when the file is written; the same for all files that can't be read} */
    public String fingerprint(Path file) {
        try {
            if (!Files.isReadable(file)) {
                return "";
            }
            BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
            return attributes.lastModifiedTime().to(TimeUnit.NANOSECONDS) + "-" + attributes.size();
        } catch (IOException e) {
            return "";
        }
    }
}
