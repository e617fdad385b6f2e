package org.callboard.core.refresh;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import org.callboard.api.catalog.Location;
import org.callboard.api.catalog.Preview;
import org.callboard.api.model.EntityRef;
import org.callboard.api.model.Json;
import org.callboard.api.problem.PortalException;
import org.callboard.api.problem.Problem;
import org.callboard.api.problem.ProblemKind;
import org.callboard.core.entity.JsonCodec;
import org.callboard.core.process.LocationTarget;
import org.callboard.core.process.SourceProcessor;
import org.callboard.core.read.Pages;
import org.callboard.core.read.Resource;
import org.callboard.core.read.UnreadableException;
import org.callboard.core.store.SourceVersion;

/** Tries what locations and documents would come to, and keeps nothing. */
public final class Trial {

    private static final Duration PATIENCE = Duration.ofSeconds(15);
    private static final int MOST_ROUNDS = 12;

    private final SourceReader reader;
    private final SourceProcessor processor;
    private final Pages pages;
    private final BiFunction<String, String, Set<String>> allowedKinds;
    private final JsonCodec codec = new JsonCodec();

    /**
     * Makes one.
     *
     * @param allowedKinds the kinds that a location may hold, by its type and target
     */
    public Trial(
            SourceReader reader,
            SourceProcessor processor,
            Pages pages,
            BiFunction<String, String, Set<String>> allowedKinds) {
        this.reader = reader;
        this.processor = processor;
        this.pages = pages;
        this.allowedKinds = allowedKinds;
    }

    /** Refuses what can't be registered by its nature. */
    public void requireReadable(String type, String target) {
        if (!type.equals(Resource.URL)) {
            throw new PortalException(
                    ProblemKind.BAD_INPUT,
                    "Registered locations must be of an allowed type [\"url\"]",
                    "Configure locations of other types under catalog.locations.");
        }
        try {
            pages.requireAllowed(target);
        } catch (UnreadableException refused) {
            throw new PortalException(
                    ProblemKind.BAD_INPUT,
                    refused.problem().reason(),
                    refused.problem().fix());
        }
    }

    /** Has the page of a location asked for, and kept for what comes then. {@return done when that is} */
    public CompletableFuture<Void> fetched(Location location, Supplier<CompletableFuture<Void>> then) {
        List<String> page = List.of(location.target());
        reader.pages().hold(page);
        return pages.refresh(location.target())
                .thenCompose(ready -> then.get())
                .whenComplete((done, failure) -> reader.pages().release(page));
    }

    /** {@return what is wrong with a document that is read from a place} */
    public List<Problem> validate(Json.Obj document, String place) {
        int colon = place.indexOf(':');
        if (colon <= 0) {
            throw new PortalException(
                    ProblemKind.BAD_INPUT, "The location '" + place + "' is none.", "Write it as type:target.");
        }
        LocationTarget source = target(place.substring(0, colon), place.substring(colon + 1));
        return processor.process(source, codec.encode(document)).problems();
    }

    private LocationTarget target(String type, String target) {
        return new LocationTarget(type, target, type + ":" + target, allowedKinds.apply(type, target));
    }

    /** {@return what a location would bring in}; pages that it leads to are fetched as they are come by */
    public Preview preview(String type, String target) {
        requireReadable(type, target);
        LocationTarget root = target(type, target);
        Set<String> fetched = new HashSet<>();
        try {
            return preview(root, fetched);
        } finally {
            reader.pages().release(fetched);
        }
    }

    private Preview preview(LocationTarget root, Set<String> fetched) {
        for (int round = 0; round < MOST_ROUNDS; round++) {
            List<SourceVersion> versions = new ArrayList<>();
            Walk walk = new Walk(reader, Map.of(), versions::addAll);
            walk.run(List.of(root));
            List<String> missing = walk.used().resources().stream()
                    .filter(resource -> resource.type().equals(Resource.URL))
                    .map(Resource::target)
                    .filter(fetched::add)
                    .toList();
            if (missing.isEmpty()) {
                return preview(versions);
            }
            fetch(missing);
        }
        throw new PortalException(
                ProblemKind.UNAVAILABLE,
                "The location leads to pages that lead on and on; not all could be looked at.",
                "Look at one of the locations that it leads to.");
    }

    private void fetch(List<String> urls) {
        reader.pages().hold(urls);
        CompletableFuture<Void> all =
                CompletableFuture.allOf(urls.stream().map(pages::refresh).toArray(CompletableFuture<?>[]::new));
        if (!Patience.await(all, PATIENCE)) {
            throw new PortalException(
                    ProblemKind.UNAVAILABLE,
                    "The location could not be read within " + PATIENCE.toSeconds() + " seconds.",
                    "Try again in a moment, or look at the location's server.");
        }
    }

    private static Preview preview(List<SourceVersion> versions) {
        Map<EntityRef, Json.Obj> entities = new LinkedHashMap<>();
        List<Problem> problems = new ArrayList<>();
        for (SourceVersion version : versions) {
            version.result().entities().forEach(entity -> entities.putIfAbsent(entity.ref(), entity.document()));
            problems.addAll(version.result().problems());
        }
        return new Preview(List.copyOf(entities.values()), problems);
    }
}
