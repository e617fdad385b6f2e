package org.callboard.core.settings;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.callboard.api.plugins.Diagnosis;
import org.callboard.api.plugins.PluginInfo.Role;
import org.callboard.core.config.ConfigReader;
import org.callboard.core.config.PluginSections;
import org.callboard.core.extension.ActiveExtension.RevisionName;
import org.callboard.core.extension.ForeignCall;
import org.callboard.core.extension.PluginEntries;
import org.callboard.core.extension.PluginLimits;
import org.callboard.core.mask.KnownSecrets;
import org.jspecify.annotations.Nullable;

/** A plugin 'cost' whose classes are those of a test, and a file with its configuration. */
final class Stage implements AutoCloseable {

    static final RevisionName REVISION = new RevisionName("cost", "1.0.0", "sha256:00");

    private final Path folder;
    private final KnownSecrets secrets = new KnownSecrets();
    private final ForeignCall entry =
            new PluginEntries(PluginLimits.DEFAULT, 8).open(REVISION, Role.OPTIONAL, Stage.class.getClassLoader());

    Stage(Path folder) {
        this.folder = folder;
    }

    /** {@return what a file says whose section of the plugin has these lines} */
    PluginSections sections(String lines) throws IOException {
        return file("plugins:\n  config:\n    cost:\n" + lines.indent(6));
    }

    PluginSections file(String... texts) throws IOException {
        List<Path> files = new java.util.ArrayList<>();
        for (String text : texts) {
            files.add(Files.writeString(
                    folder.resolve("callboard" + (files.isEmpty() ? "" : files.size()) + ".yaml"), text));
        }
        return new ConfigReader(folder, folder, Map.of("TOKEN", "of-environment")::get)
                .read(files, null)
                .plugins()
                .sections();
    }

    PluginSettings settings(PluginSections sections) {
        return new PluginSettings(sections, secrets);
    }

    KnownSecrets secrets() {
        return secrets;
    }

    /** {@return the schema that such records describe} */
    static Optional<SettingsSchema> schema(Class<?>... types) throws IOException, UnfitSchemaException {
        return SchemaReader.read(new SchemaReader.Classes() {
            @Override
            public List<String> names() {
                return List.of(types).stream()
                        .map(type -> type.getName().replace('.', '/'))
                        .toList();
            }

            @Override
            public byte @Nullable [] bytes(String name) throws IOException {
                try (InputStream in = ClassLoader.getSystemResourceAsStream(name + ".class")) {
                    return in == null ? null : in.readAllBytes();
                }
            }
        });
    }

    RevisionSettings open(PluginSettings settings, Class<?> type)
            throws IOException, UnfitSchemaException, UnfitSettingsException {
        return settings.open(REVISION, schema(type).orElseThrow(), Stage.class.getClassLoader(), entry);
    }

    /** {@return why such lines can't be used} */
    Diagnosis refusal(Class<?> type, String lines) throws IOException, UnfitSchemaException {
        try {
            open(settings(sections(lines)), type);
            throw new AssertionError("It was taken.");
        } catch (UnfitSettingsException unfit) {
            return unfit.diagnosis();
        }
    }

    @Override
    public void close() {
        entry.close();
    }
}
