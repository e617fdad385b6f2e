package org.callboard.core;

import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.callboard.core.read.Pages;
import org.callboard.core.read.Resource;
import org.callboard.core.read.ResourceReader;
import org.callboard.core.read.UnreadableException;

/** The web of a portal that may not read it. */
final class NoPages implements Pages, ResourceReader {

    @Override
    public Resource resolve(Resource base, String name) {
        return new Resource(Resource.URL, name);
    }

    @Override
    public byte[] read(Resource resource) throws UnreadableException {
        throw refuse(resource.target());
    }

    private static UnreadableException refuse(String url) {
        return new UnreadableException(
                "location-not-readable",
                org.callboard.api.problem.SourcePosition.ofFile(url),
                "The portal can't read from the web.",
                "Put a copy of the file where the portal can read it.");
    }

    @Override
    public String fingerprint(Resource resource) {
        return "none";
    }

    @Override
    public void requireAllowed(String url) throws UnreadableException {
        throw refuse(url);
    }

    @Override
    public CompletableFuture<Void> refresh(String url) {
        return CompletableFuture.completedFuture(null);
    }

    @Override
    public Optional<Visit> visit(String url) {
        return Optional.empty();
    }

    @Override
    public void keepOnly(Set<String> urls) {
        // nothing is kept
    }
}
