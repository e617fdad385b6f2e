package ${package};

import org.callboard.api.config.PluginConfiguration;
import org.callboard.api.config.Setting;

/** What the operator may set below plugins.config.${artifactId}. */
@PluginConfiguration
public record HelloConfig(
        @Setting(value = "The word that everybody is greeted with", fallback = "Hello") String greeting) {}
