package org.callboard.core;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.callboard.api.problem.Problem.Level;
import org.callboard.core.config.PortalConfig;
import org.callboard.core.http.PortalHealth.Sources;
import org.callboard.core.process.LocationTarget;
import org.callboard.core.process.SourceProcessor;
import org.callboard.core.read.AllowedResources;
import org.callboard.core.read.DocumentParser;
import org.callboard.core.read.LocationFiles;
import org.callboard.core.read.ReadLimits;
import org.callboard.core.read.Resource;
import org.callboard.core.read.ResourceReader;
import org.callboard.core.refresh.ProvidedSources;
import org.callboard.core.refresh.RefreshLoop;
import org.callboard.core.refresh.Roots;
import org.callboard.core.refresh.SourceReader;
import org.callboard.core.store.LocationStore;
import org.callboard.core.store.ProvidedStore;
import org.callboard.core.web.PagesState;
import org.callboard.core.web.WebPages;

/** How the portal's locations are read: those of the configuration and those that are registered. */
final class CatalogSources {

    private final PortalConfig config;
    private final LocationStore registered;
    private final ProvidedStore given;
    private final SourceProcessor processor;
    private final ProvidedSources provided;
    private final SourceReader reader;

    CatalogSources(PortalConfig config, Stores stores, WebPages pages, PluginIngest ingest) {
        this.config = config;
        this.registered = stores.registered();
        this.given = stores.provided();
        LocationFiles files = new LocationFiles(ReadLimits.DEFAULT, fileTargets(config));
        ResourceReader resources = new AllowedResources(files, pages);
        this.processor = new SourceProcessor(
                new DocumentParser(ReadLimits.DEFAULT),
                resources,
                () -> ingest.current().kinds(),
                () -> ingest.current().processors());
        this.provided = new ProvidedSources(stores.provided(), config.rules()::allowed, resources);
        this.reader = new SourceReader(
                roots(), files, provided, processor, () -> ingest.current().stamp(), pages::keepOnly);
    }

    /** What is kept of locations besides the configuration. */
    record Stores(LocationStore registered, ProvidedStore provided) {}

    ProvidedSources provided() {
        return provided;
    }

    private Roots roots() {
        return new Roots() {
            @Override
            public List<LocationTarget> all() {
                return Stream.concat(locations(), provided.all().stream()).toList();
            }

            @Override
            public List<LocationTarget> provided(LocationTarget provider) {
                return provided.of(provider);
            }
        };
    }

    SourceProcessor processor() {
        return processor;
    }

    SourceReader reader() {
        return reader;
    }

    Sources state(RefreshLoop loop, PagesState pages, Map<Level, Integer> problems) {
        int errors = problems.getOrDefault(Level.ERROR, 0);
        int warnings = problems.getOrDefault(Level.WARNING, 0);
        int registrations = registered.count();
        int providers = given.sets().size();
        return new Sources(config.locations().size(), registrations, providers, loop.looked(), pages, errors, warnings);
    }

    private Stream<LocationTarget> locations() {
        Stream<LocationTarget> configured =
                config.locations().stream().map(location -> root(location.type(), location.target(), location.kinds()));
        Stream<LocationTarget> others = registered.all().stream()
                .map(location -> root(
                        location.type(),
                        location.target(),
                        config.rules().allowed(location.type(), location.target())));
        return Stream.concat(configured, others);
    }

    private static LocationTarget root(String type, String target, Set<String> kinds) {
        return new LocationTarget(type, target, type + ":" + target, Set.copyOf(kinds));
    }

    /** {@return the files and folders that the operator has named} */
    static List<String> fileTargets(PortalConfig config) {
        return config.locations().stream()
                .filter(location -> location.type().equals(Resource.FILE))
                .map(PortalConfig.Location::target)
                .toList();
    }
}
