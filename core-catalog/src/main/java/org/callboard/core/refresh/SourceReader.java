package org.callboard.core.refresh;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.callboard.api.problem.Problem;
import org.callboard.api.problem.SourcePosition;
import org.callboard.core.process.LocationTarget;
import org.callboard.core.process.SourceProcessor;
import org.callboard.core.process.SourceResult;
import org.callboard.core.process.SourceResult.Readability;
import org.callboard.core.read.LocationFiles;
import org.callboard.core.read.UnreadableException;
import org.jspecify.annotations.Nullable;

/** What a pass needs of the outer world: which files a location has, whether one has changed, what it comes to. */
public final class SourceReader {

    /** Raised when the same bytes come to something else than before, so that every file is read again. */
    private static final String PROCESSING = "1";

    private final List<LocationTarget> roots;
    private final LocationFiles files;
    private final SourceProcessor processor;
    private final Supplier<String> contributions;

    /**
     * Makes one.
     *
     * @param roots the configured locations
     * @param contributions equal for as long as plugins contribute the same to processing
     */
    public SourceReader(
            List<LocationTarget> roots,
            LocationFiles files,
            SourceProcessor processor,
            Supplier<String> contributions) {
        this.roots = List.copyOf(roots);
        this.files = files;
        this.processor = processor;
        this.contributions = contributions;
    }

    /** The files of a location, and what is wrong with the location itself, if anything. */
    record Listing(List<LocationTarget> files, @Nullable Trouble trouble) {}

    /** What is wrong with a location, as the result of reading it; the stamp is equal for equal trouble. */
    record Trouble(SourceResult result, String stamp) {}

    List<LocationTarget> roots() {
        return roots;
    }

    Listing list(LocationTarget location) {
        if (!location.type().equals("file")) {
            return new Listing(
                    List.of(),
                    trouble(
                            location,
                            "location-not-readable",
                            "Locations of type '" + location.type() + "' can't be read yet.",
                            "Put a copy of the file where the portal can read it, and name that by type 'file'."));
        }
        LocationFiles.Expansion found = files.expand(location.target());
        List<LocationTarget> targets = found.files().stream()
                .map(file -> location.file(file.toString()))
                .toList();
        return new Listing(targets, found.problems().isEmpty() ? null : trouble(location, found.problems()));
    }

    /** {@return whether the file or folder, or where a pattern starts, exists; if not, it may come back} */
    boolean isThere(LocationTarget location) {
        String target = location.target();
        String plain = target.replaceFirst("/[^/]*[*?{\\[].*", "");
        return location.type().equals("file") && Files.exists(Path.of(plain.isEmpty() ? "/" : plain));
    }

    Trouble tooDeep(LocationTarget location, int depth) {
        return trouble(
                location,
                "location-too-deep",
                "It is more than " + depth + " Location entities away from the configuration.",
                "Configure it under catalog.locations, or let a Location nearer to that lead to it.");
    }

    private static Trouble trouble(LocationTarget location, String code, String reason, String fix) {
        SourcePosition place = SourcePosition.ofFile(location.target());
        return trouble(location, List.of(new Problem(Problem.Level.WARNING, code, null, place, reason, fix)));
    }

    private static Trouble trouble(LocationTarget location, List<Problem> problems) {
        SourceResult result = new SourceResult(location, Readability.PARTIAL, List.of(), List.of(), problems);
        return new Trouble(result, "trouble " + problems.get(0).code());
    }

    /** {@return a text that is the same for as long as reading the file again would come to the same} */
    String stamp(LocationTarget file) {
        String kinds = file.allowedKinds() == null ? "*" : new TreeSet<>(file.allowedKinds()).toString();
        return String.join(
                " ", PROCESSING, contributions.get(), file.origin(), kinds, files.fingerprint(Path.of(file.target())));
    }

    SourceResult read(LocationTarget file) {
        try {
            return processor.process(file, files.read(Path.of(file.target())));
        } catch (UnreadableException unreadable) {
            return new SourceResult(file, Readability.PARTIAL, List.of(), List.of(), List.of(unreadable.problem()));
        }
    }
}
