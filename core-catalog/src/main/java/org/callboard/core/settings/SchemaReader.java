package org.callboard.core.settings;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.callboard.api.config.PluginConfiguration;
import org.callboard.core.archive.Wording;
import org.callboard.core.settings.RecordFile.Component;
import org.callboard.core.settings.SettingType.Choice;
import org.callboard.core.settings.SettingType.ListOf;
import org.callboard.core.settings.SettingType.MapOf;
import org.callboard.core.settings.SettingType.Nested;
import org.callboard.core.settings.SettingType.OptionalOf;
import org.callboard.core.settings.SettingType.Single;
import org.callboard.core.settings.SettingsSchema.Setting;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.Type;

/** Reads from classes, which are not loaded, what may be set for a plugin. */
public final class SchemaReader {

    private static final byte[] MARK =
            Type.getDescriptor(PluginConfiguration.class).getBytes(java.nio.charset.StandardCharsets.US_ASCII);
    private static final int MOST_SETTINGS = 200;
    private static final int DEEPEST = 5;
    private static final int LONGEST_DESCRIPTION = 200;

    private final Classes classes;
    private final Set<String> open = new HashSet<>();
    private int settings;

    /** Where classes are. */
    public interface Classes {

        /** {@return the names of all classes, with slashes} */
        Iterable<String> names();

        /** {@return the bytes of a class, or null where it is not here} */
        byte @Nullable [] bytes(String name) throws IOException;
    }

    private SchemaReader(Classes classes) {
        this.classes = classes;
    }

    /**
     * {@return what may be set, if anything}
     *
     * @throws UnfitSchemaException where the plugin describes it in a way that is of no use
     */
    public static Optional<SettingsSchema> read(Classes classes) throws IOException, UnfitSchemaException {
        List<String> found = new ArrayList<>();
        for (String name : classes.names()) {
            byte[] bytes = classes.bytes(name);
            if (bytes != null && mentions(bytes) && RecordFile.read(bytes).isConfiguration()) {
                found.add(name);
            }
        }
        if (found.size() > 1) {
            throw new UnfitSchemaException("It has more than one record with @PluginConfiguration: "
                    + plain(found.get(0)) + " and " + plain(found.get(1)) + ".");
        }
        return found.isEmpty() ? Optional.empty() : Optional.of(new SchemaReader(classes).schema(found.get(0)));
    }

    private static boolean mentions(byte[] bytes) {
        for (int at = 0; at <= bytes.length - MARK.length; at++) {
            int same = 0;
            while (same < MARK.length && bytes[at + same] == MARK[same]) {
                same++;
            }
            if (same == MARK.length) {
                return true;
            }
        }
        return false;
    }

    private static String plain(String name) {
        return name.substring(name.lastIndexOf('/') + 1).replace('$', '.');
    }

    private SettingsSchema schema(String name) throws IOException, UnfitSchemaException {
        RecordFile file = RecordFile.read(bytes(name));
        if (!file.isRecord()) {
            throw new UnfitSchemaException(plain(name) + " is no record, and only records hold settings.");
        }
        if (!open.add(name) || open.size() > DEEPEST) {
            throw new UnfitSchemaException(
                    plain(name) + " holds itself, or records nested more than " + DEEPEST + " deep.");
        }
        List<Setting> found = new ArrayList<>();
        for (Component component : file.components()) {
            found.add(setting(name, component));
        }
        open.remove(name);
        return new SettingsSchema(name.replace('/', '.'), found);
    }

    private byte[] bytes(String name) throws IOException, UnfitSchemaException {
        byte[] bytes = classes.bytes(name);
        if (bytes == null) {
            throw new UnfitSchemaException("The class " + plain(name) + " of its configuration is not in the jar.");
        }
        return bytes;
    }

    private Setting setting(String owner, Component component) throws IOException, UnfitSchemaException {
        String where = "The component " + component.name() + " of " + plain(owner);
        if (component.description() == null) {
            throw new UnfitSchemaException(where + " has no @Setting.");
        }
        if (++settings > MOST_SETTINGS) {
            throw new UnfitSchemaException("It has more than " + MOST_SETTINGS + " settings.");
        }
        Setting setting = new Setting(
                component.name(),
                Wording.line(component.description(), LONGEST_DESCRIPTION),
                component.fallback(),
                type(where, component.generic()));
        if (setting.fallback() != null && Bound.fallback(setting) == null) {
            throw new UnfitSchemaException(where + " has a fallback that is no value of its type: it must be "
                    + setting.type().words() + ".");
        }
        return setting;
    }

    private SettingType type(String where, String generic) throws IOException, UnfitSchemaException {
        Generic type = Generic.parse(generic);
        SettingType inner = type.parameters().isEmpty()
                ? null
                : type(where, type.parameters().get(type.parameters().size() - 1));
        if (inner != null && type.name().equals("java/util/Optional")) {
            return new OptionalOf(inner);
        }
        if (inner != null && type.name().equals("java/util/List")) {
            return new ListOf(inner);
        }
        if (inner != null
                && type.name().equals("java/util/Map")
                && type.parameters().get(0).equals("Ljava/lang/String;")) {
            return new MapOf(inner);
        }
        Optional<Scalar> scalar = Scalar.of(type.name().replace('/', '.'));
        return scalar.isPresent() ? new Single(scalar.get()) : ofPlugin(where, type.name());
    }

    private SettingType ofPlugin(String where, String name) throws IOException, UnfitSchemaException {
        byte[] bytes = classes.bytes(name);
        RecordFile file = bytes == null ? RecordFile.NONE : RecordFile.read(bytes);
        if (file.isRecord()) {
            return new Nested(schema(name));
        }
        if (!file.constants().isEmpty()) {
            return new Choice(name.replace('/', '.'), file.constants());
        }
        throw new UnfitSchemaException(where + " is of the type " + plain(name) + ", which no setting can have.");
    }
}
