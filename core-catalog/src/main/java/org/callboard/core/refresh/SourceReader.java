package org.callboard.core.refresh;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.callboard.api.model.EntityRef;
import org.callboard.api.problem.Problem;
import org.callboard.api.problem.SourcePosition;
import org.callboard.core.entity.Sha256;
import org.callboard.core.process.GeneratedLocation;
import org.callboard.core.process.LocationTarget;
import org.callboard.core.process.LocationTarget.Presence;
import org.callboard.core.process.SourceInput;
import org.callboard.core.process.SourceProcessor;
import org.callboard.core.process.SourceResult;
import org.callboard.core.process.SourceResult.Readability;
import org.callboard.core.read.LocationFiles;
import org.callboard.core.read.LocationFolders;
import org.callboard.core.read.Resource;
import org.callboard.core.read.ResourceReader;
import org.callboard.core.read.UnreadableException;
import org.jspecify.annotations.Nullable;

/** What a pass needs of the outer world: which files a location has, whether one has changed, what it comes to. */
public final class SourceReader {

    /** Raised when the same bytes come to something else than before, so that every source is read again. */
    private static final String PROCESSING = "2";

    private static final int MOST_TRIES = 3;

    private final Roots roots;
    private final LocationFiles files;
    private final ResourceReader resources;
    private final SourceProcessor processor;
    private final Supplier<String> contributions;
    private final KeptPages pages;

    /**
     * Makes one.
     *
     * @param roots where a pass begins
     * @param keepPages forgets all pages of the web but those that it is told
     * @param contributions equal for as long as plugins contribute the same to processing
     */
    public SourceReader(
            Roots roots,
            LocationFiles files,
            ResourceReader resources,
            SourceProcessor processor,
            Supplier<String> contributions,
            Consumer<Set<String>> keepPages) {
        this.roots = roots;
        this.files = files;
        this.resources = resources;
        this.processor = processor;
        this.contributions = contributions;
        this.pages = new KeptPages(keepPages);
    }

    /** The sources of a location, and what is wrong with the location itself, if anything. */
    record Listing(List<LocationTarget> sources, @Nullable Trouble trouble) {}

    /** What is wrong with a location, as the result of reading it; the stamp is equal for equal trouble. */
    record Trouble(SourceResult result, String stamp) {}

    /** What a source came to, and the stamp that says so for as long as it is so. */
    record Reading(SourceResult result, String stamp) {}

    List<LocationTarget> roots() {
        return roots.all();
    }

    Listing list(LocationTarget location) {
        if (location.type().equals(Resource.PROVIDER)) {
            return new Listing(roots.provided(location), null);
        }
        if (!location.type().equals("file")) {
            return new Listing(List.of(location), null);
        }
        LocationFiles.Expansion found = files.expand(location.target());
        List<LocationTarget> targets = found.files().stream()
                .map(file -> location.file(file.toString()))
                .toList();
        boolean fine = found.problems().isEmpty() || (isOptional(location) && targets.isEmpty());
        return new Listing(targets, fine ? null : trouble(location, found.problems()));
    }

    /** {@return whether the file or folder, or where a pattern starts, exists; if not, it may come back} */
    boolean isThere(LocationTarget location) {
        String plain = location.target().replaceFirst("/[^/]*[*?{\\[].*", "");
        return isOptional(location)
                || !location.type().equals("file")
                || Files.exists(Path.of(plain.isEmpty() ? "/" : plain));
    }

    Trouble tooDeep(LocationTarget location, int depth) {
        Problem problem = new Problem(
                Problem.Level.WARNING,
                "location-too-deep",
                null,
                SourcePosition.ofFile(location.target()),
                "It is more than " + depth + " Location entities away from the configuration.",
                "Configure it under catalog.locations, or let a Location nearer to that lead to it.");
        return trouble(location, List.of(problem));
    }

    /** Where an entity named the location, its owner hears of it there. */
    private static Trouble trouble(LocationTarget location, List<Problem> problems) {
        List<Problem> placed =
                problems.stream().map(problem -> placed(location, problem)).toList();
        SourceResult result = new SourceResult(location, Readability.PARTIAL, List.of(), List.of(), placed, List.of());
        return new Trouble(result, Sha256.hex(placed.toString()));
    }

    private static Problem placed(LocationTarget location, Problem problem) {
        SourcePosition place = location.place();
        EntityRef parent = location.parent();
        return place == null || parent == null
                ? problem
                : new Problem(
                        problem.level(),
                        problem.code(),
                        parent.toString(),
                        place,
                        location.reference() + ": " + problem.reason(),
                        problem.fix());
    }

    private static boolean isOptional(LocationTarget location) {
        return location.presence() == Presence.OPTIONAL;
    }

    /** {@return a text that is the same for as long as reading the source again would come to the same} */
    String stamp(LocationTarget source, List<Resource> inputs) {
        List<SourceInput> now = inputs.stream()
                .map(input -> new SourceInput(input, resources.fingerprint(input)))
                .toList();
        return stamp(source, contributions.get(), fingerprint(source), now);
    }

    private String fingerprint(LocationTarget source) {
        return GeneratedLocation.TYPE.equals(source.type()) ? "" : resources.fingerprint(source.resource());
    }

    private static String stamp(
            LocationTarget source, String contributed, String fingerprint, List<SourceInput> inputs) {
        String kinds = source.allowedKinds() == null ? "*" : new TreeSet<>(source.allowedKinds()).toString();
        List<String> parts = new ArrayList<>(List.of(PROCESSING, contributed, source.origin(), kinds));
        parts.add(String.valueOf(source.parent()));
        parts.add(fingerprint);
        inputs.forEach(input -> parts.add(input.resource().reference() + " " + input.fingerprint()));
        return Sha256.hex(String.join("\n", parts));
    }

    /** {@return the pages of the web that are needed} */
    KeptPages pages() {
        return pages;
    }

    /**
     * Watches what is used from now on, and lets go of what is not.
     *
     * @return whether something is watched only now, and may have changed before
     */
    boolean settle(Walk.Used used, @Nullable FileWatch watch) {
        Set<String> urls = new HashSet<>();
        Set<Path> named = new HashSet<>();
        for (Resource resource : used.resources()) {
            if (resource.type().equals("file")) {
                named.add(Path.of(resource.target()));
            } else if (resource.type().equals(Resource.URL)) {
                urls.add(resource.target());
            }
        }
        pages.need(urls);
        if (watch == null) {
            return false;
        }
        List<String> targets = used.locations().stream()
                .filter(location -> location.type().equals(Resource.FILE))
                .map(LocationTarget::target)
                .toList();
        return watch.cover(named, LocationFolders.of(targets, named));
    }

    /** What changes while it is read has another fingerprint afterwards, and is read again; at once where plugins change. */
    Reading read(LocationTarget source) {
        String contributed;
        String fingerprint;
        SourceResult result;
        int tries = 0;
        do {
            contributed = contributions.get();
            fingerprint = fingerprint(source);
            result = process(source);
        } while (!contributed.equals(contributions.get()) && ++tries < MOST_TRIES);
        return new Reading(result, stamp(source, contributed, fingerprint, result.inputs()));
    }

    private SourceResult process(LocationTarget source) {
        try {
            return processor.process(source, resources.read(source.resource()));
        } catch (UnreadableException unreadable) {
            if (isOptional(source) && unreadable.problem().code().equals("url-not-found")) {
                return new SourceResult(source, Readability.COMPLETE, List.of(), List.of(), List.of(), List.of());
            }
            Problem problem = placed(source, unreadable.problem());
            return new SourceResult(source, Readability.PARTIAL, List.of(), List.of(), List.of(problem), List.of());
        }
    }
}
