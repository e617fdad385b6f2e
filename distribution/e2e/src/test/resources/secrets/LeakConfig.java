import org.callboard.api.config.*;

/** What the plugin should keep to itself. */
@PluginConfiguration
public record LeakConfig(
        @Setting("Out of a file") Secret file,
        @Setting("Out of Vault") Secret vault,
        @Setting("Out of the file of the configuration") Secret literal,
        @Setting("Out of a file, and no secret by its type") String plain) {}
