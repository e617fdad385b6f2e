package org.callboard.core.search;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.callboard.api.extension.Extension;
import org.callboard.api.extension.ExtensionHandle;
import org.callboard.api.extension.Extensions;
import org.callboard.api.problem.PortalException;
import org.callboard.api.problem.ProblemKind;
import org.callboard.api.search.SearchCollection;
import org.callboard.api.search.SearchDocument;
import org.callboard.api.search.SearchDocuments;
import org.callboard.api.security.Caller;

/** The documents of one plugin, which serves or doesn't. */
final class Shelf implements SearchDocuments, ExtensionHandle<SearchDocuments> {

    private final String plugin;
    private final Map<String, List<SearchDocument>> documents = new LinkedHashMap<>();
    private final Map<String, SearchCollection> collections = new LinkedHashMap<>();
    final List<String> read = new ArrayList<>();
    String digest = "sha256:1";
    RuntimeException failure;

    Shelf(String plugin) {
        this.plugin = plugin;
    }

    Shelf put(SearchCollection collection, SearchDocument... texts) {
        collections.put(collection.id(), collection);
        documents.put(collection.id(), List.of(texts));
        return this;
    }

    void remove(String collection) {
        collections.remove(collection);
    }

    static Extensions serving(List<Shelf> shelves) {
        return new Extensions() {
            @Override
            @SuppressWarnings("unchecked")
            public <T extends Extension> List<ExtensionHandle<T>> of(Class<T> point) {
                return shelves.stream().map(shelf -> (ExtensionHandle<T>) shelf).toList();
            }
        };
    }

    @Override
    public List<SearchCollection> collections(Caller caller) {
        return List.copyOf(collections.values());
    }

    @Override
    public Stream<SearchDocument> read(SearchCollection collection, Caller caller) {
        read.add(collection.id());
        return documents.get(collection.id()).stream().peek(document -> {
            if (failure != null) {
                throw failure;
            }
        });
    }

    @Override
    public String id() {
        return "shelf";
    }

    @Override
    public String title() {
        return "Shelf";
    }

    @Override
    public String plugin() {
        return plugin;
    }

    @Override
    public String version() {
        return "1.0.0";
    }

    @Override
    public String digest() {
        return digest;
    }

    @Override
    public <R> R call(Function<? super SearchDocuments, ? extends R> call) {
        try {
            return call.apply(this);
        } catch (IllegalStateException thrown) {
            throw new PortalException(ProblemKind.UNAVAILABLE, "It failed.", null, thrown);
        }
    }

    @Override
    public ExtensionHandle<SearchDocuments> patient(Duration time) {
        return this;
    }
}
