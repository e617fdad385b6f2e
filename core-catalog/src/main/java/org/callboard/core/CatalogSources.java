package org.callboard.core;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.callboard.core.config.PortalConfig;
import org.callboard.core.process.LocationTarget;
import org.callboard.core.process.SourceProcessor;
import org.callboard.core.read.AllowedResources;
import org.callboard.core.read.DocumentParser;
import org.callboard.core.read.LocationFiles;
import org.callboard.core.read.ReadLimits;
import org.callboard.core.read.Resource;
import org.callboard.core.read.ResourceReader;
import org.callboard.core.refresh.SourceReader;
import org.callboard.core.store.LocationStore;
import org.callboard.core.web.WebPages;

/** How the portal's locations are read: those of the configuration and those that are registered. */
final class CatalogSources {

    private final PortalConfig config;
    private final LocationStore registered;
    private final SourceProcessor processor;
    private final SourceReader reader;

    CatalogSources(PortalConfig config, LocationStore registered, WebPages pages, PluginIngest ingest) {
        this.config = config;
        this.registered = registered;
        LocationFiles files = files(config);
        ResourceReader resources = new AllowedResources(files, pages);
        this.processor = new SourceProcessor(
                new DocumentParser(ReadLimits.DEFAULT),
                resources,
                () -> ingest.current().kinds(),
                () -> ingest.current().processors());
        this.reader = new SourceReader(
                this::roots, files, resources, processor, () -> ingest.current().stamp(), pages::keepOnly);
    }

    SourceProcessor processor() {
        return processor;
    }

    SourceReader reader() {
        return reader;
    }

    private List<LocationTarget> roots() {
        Stream<LocationTarget> configured =
                config.locations().stream().map(location -> root(location.type(), location.target(), location.kinds()));
        Stream<LocationTarget> others = registered.all().stream()
                .map(location -> root(
                        location.type(),
                        location.target(),
                        config.rules().allowed(location.type(), location.target())));
        return Stream.concat(configured, others).toList();
    }

    private static LocationTarget root(String type, String target, Set<String> kinds) {
        return new LocationTarget(type, target, type + ":" + target, Set.copyOf(kinds));
    }

    private static LocationFiles files(PortalConfig config) {
        return new LocationFiles(
                ReadLimits.DEFAULT,
                config.locations().stream()
                        .filter(location -> location.type().equals(Resource.FILE))
                        .map(PortalConfig.Location::target)
                        .toList());
    }
}
