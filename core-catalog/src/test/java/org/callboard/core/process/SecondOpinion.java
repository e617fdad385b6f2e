package org.callboard.core.process;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.callboard.api.ingest.EntityKind;
import org.callboard.api.ingest.Field;
import org.callboard.api.ingest.Field.Need;
import org.callboard.api.ingest.Field.Shape;
import org.callboard.api.model.EntityRef;
import org.callboard.core.entity.BuiltInKinds;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.Tag;
import org.yaml.snakeyaml.representer.Representer;
import org.yaml.snakeyaml.resolver.Resolver;

/** What another parser than the one under test makes of a document, by the types of YAML 1.2. */
final class SecondOpinion {

    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9]+([-_.][A-Za-z0-9]+)*");
    private static final Pattern NAMESPACE = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    private SecondOpinion() {}

    /** The types of YAML 1.2: "yes" is a text, and so is a date. */
    private static final class PlainTypes extends Resolver {
        @Override
        protected void addImplicitResolvers() {
            addImplicitResolver(Tag.BOOL, Pattern.compile("true|True|TRUE|false|False|FALSE"), "tTfF");
            addImplicitResolver(Tag.INT, Pattern.compile("[-+]?[0-9]+"), "-+0123456789");
            addImplicitResolver(
                    Tag.FLOAT,
                    Pattern.compile("[-+]?(\\.[0-9]+|[0-9]+(\\.[0-9]*)?)([eE][-+]?[0-9]+)?"),
                    "-+0123456789.");
            addImplicitResolver(Tag.NULL, Pattern.compile("~|null|Null|NULL|"), "~nN\0");
            addImplicitResolver(Tag.NULL, Pattern.compile(""), null);
        }
    }

    /** {@return the value of a document; empty where it can't be read} */
    static Optional<Object> read(ScannedDocument document, boolean json) {
        try {
            return Optional.ofNullable(
                    json ? JSON.readValue(document.text(), Object.class) : yaml().load(document.text()));
        } catch (JsonProcessingException | YAMLException unreadable) {
            return Optional.empty();
        }
    }

    private static Yaml yaml() {
        LoaderOptions options = new LoaderOptions();
        options.setAllowDuplicateKeys(false);
        options.setCodePointLimit(Integer.MAX_VALUE);
        DumperOptions dumping = new DumperOptions();
        return new Yaml(new SafeConstructor(options), new Representer(dumping), dumping, options, new PlainTypes());
    }

    /** {@return the entity that must come of the value, if it is clear that one must} */
    static Optional<EntityRef> mustBecome(Object value) {
        Object name = at(value, "metadata.name");
        Object namespace = at(value, "metadata.namespace");
        Object kind = at(value, "kind");
        if (!(kind instanceof String text) || !(name instanceof String title) || !isSound(title, namespace)) {
            return Optional.empty();
        }
        boolean fits = BuiltInKinds.all().stream()
                .anyMatch(known -> known.kind().equals(text)
                        && known.apiVersions().contains(String.valueOf(at(value, "apiVersion")))
                        && known.fields().stream().allMatch(field -> fits(field, at(value, field.path()))));
        String space = namespace instanceof String given ? given : EntityRef.DEFAULT_NAMESPACE;
        return fits ? Optional.of(new EntityRef(text, space, title)) : Optional.empty();
    }

    private static boolean isSound(String name, @Nullable Object namespace) {
        return name.length() <= 63
                && NAME.matcher(name).matches()
                && (namespace == null
                        || (namespace instanceof String text
                                && NAMESPACE.matcher(text).matches()));
    }

    /** {@return whether a kind of this name is built in} */
    static boolean isBuiltIn(Object value) {
        Stream<String> kinds = BuiltInKinds.all().stream().map(EntityKind::kind);
        return kinds.anyMatch(kind -> kind.equals(at(value, "kind")));
    }

    private static boolean fits(Field field, @Nullable Object value) {
        if (value == null) {
            return field.need() == Need.OPTIONAL;
        }
        return fits(field.shape(), value);
    }

    private static boolean fits(Shape shape, Object value) {
        return switch (shape) {
            case TEXT -> value instanceof String text && !text.isEmpty();
            case TEXTS -> value instanceof List<?> list && list.stream().allMatch(item -> fits(Shape.TEXT, item));
            case OBJECT -> value instanceof Map;
            case ARRAY -> value instanceof List;
            case ANY -> true;
        };
    }

    private static @Nullable Object at(@Nullable Object value, String path) {
        Object found = value;
        for (String step : path.split("\\.", -1)) {
            found = found instanceof Map<?, ?> map ? map.get(step) : null;
        }
        return found;
    }
}
