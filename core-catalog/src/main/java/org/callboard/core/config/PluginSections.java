package org.callboard.core.config;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.callboard.api.config.Secret;
import org.callboard.core.web.AllowedHost;

/**
 * What the configuration says that may change while the portal runs.
 *
 * @param config what is set for plugins, by id
 * @param hosts which servers plugins may ask, by id
 * @param files the files that all of it came from
 * @param references which secrets are to be fetched, by the plugin that needs them
 * @param secrets what came out of files and was fetched for plugins
 * @param others by section, what stands for all else
 */
public record PluginSections(
        Map<String, PluginSection> config,
        Map<String, List<AllowedHost>> hosts,
        Set<Path> files,
        Map<String, Set<SecretReference>> references,
        List<Secret> secrets,
        Map<String, Integer> others) {

    /** Copies everything. */
    public PluginSections {
        config = Map.copyOf(config);
        hosts = Map.copyOf(hosts);
        files = Set.copyOf(files);
        references = Map.copyOf(references);
        secrets = List.copyOf(secrets);
        others = Map.copyOf(others);
    }

    /** {@return what is set for a plugin} */
    public PluginSection of(String plugin) {
        return config.getOrDefault(plugin, PluginSection.NONE);
    }

    /** {@return which servers a plugin may ask} */
    public List<AllowedHost> hostsOf(String plugin) {
        return hosts.getOrDefault(plugin, List.of());
    }

    /** {@return the sections that are others there, and take effect with the next start only} */
    public List<String> different(PluginSections other) {
        Map<String, Integer> all = new HashMap<>(others);
        all.putAll(other.others);
        return all.keySet().stream()
                .filter(section -> !java.util.Objects.equals(others.get(section), other.others.get(section)))
                .sorted()
                .toList();
    }
}
