package org.callboard.core.process;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
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
    private static final Pattern LOWER = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");
    private static final Pattern KEY = Pattern.compile("([a-z0-9]+([-.][a-z0-9]+)*/)?[A-Za-z0-9]+([-_.][A-Za-z0-9]+)*");
    private static final Pattern ADDRESS =
            Pattern.compile("https?://[A-Za-z0-9.-]+(:[0-9]+)?(/[A-Za-z0-9/._~#?&=%:@+-]*)?");
    private static final Pattern TAG = Pattern.compile("[a-z0-9+#]+(-[a-z0-9+#]+)*");
    private static final Set<String> ROOT = Set.of("apiVersion", "kind", "metadata", "spec");
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    private SecondOpinion() {}

    /** The types of YAML 1.2: "yes" is a text, and so is a date. */
    private static final class PlainTypes extends Resolver {
        @Override
        protected void addImplicitResolvers() {
            addImplicitResolver(Tag.BOOL, Pattern.compile("true|True|TRUE|false|False|FALSE"), "tTfF");
            addImplicitResolver(Tag.INT, Pattern.compile("[-+]?(0|[1-9][0-9]*|0x[0-9a-fA-F]+)"), "-+0123456789");
            addImplicitResolver(
                    Tag.FLOAT,
                    Pattern.compile(
                            "[-+]?(\\.[0-9]+|[0-9]+(\\.[0-9]*)?)([eE][-+]?[0-9]+)?|[-+]?\\.(inf|Inf|INF)|\\.(nan|NaN|NAN)"),
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
        options.setNestingDepthLimit(100);
        DumperOptions dumping = new DumperOptions();
        return new Yaml(new SafeConstructor(options), new Representer(dumping), dumping, options, new PlainTypes());
    }

    /** {@return the entity that a document names} */
    static Optional<EntityRef> ref(Object value) {
        Object namespace = at(value, "metadata.namespace");
        return at(value, "kind") instanceof String kind && at(value, "metadata.name") instanceof String name
                ? Optional.of(new EntityRef(
                        kind, namespace instanceof String given ? given : EntityRef.DEFAULT_NAMESPACE, name))
                : Optional.empty();
    }

    /** {@return whether an entity must come of the value, as nothing about it is doubtful} */
    static boolean isCertain(Object value) {
        return value instanceof Map<?, ?> document
                && ROOT.containsAll(document.keySet())
                && document.get("metadata") instanceof Map<?, ?> metadata
                && metadata.entrySet().stream().allMatch(SecondOpinion::isSound)
                && isSelfContained(value)
                && BuiltInKinds.all().stream()
                        .anyMatch(kind -> kind.kind().equals(document.get("kind"))
                                && kind.apiVersions().contains(String.valueOf(document.get("apiVersion")))
                                && kind.fields().stream().allMatch(field -> fits(field, at(value, field.path()))));
    }

    private static boolean isSound(Map.Entry<?, ?> field) {
        Object value = field.getValue();
        return switch (String.valueOf(field.getKey())) {
            case "name" -> isLike(NAME, value);
            case "namespace" -> isLike(LOWER, value);
            case "title", "description" -> value instanceof String text && !text.isEmpty();
            case "tags" -> value instanceof List<?> tags && tags.stream().allMatch(tag -> isLike(TAG, tag));
            case "labels" ->
                value instanceof Map<?, ?> labels
                        && labels.entrySet().stream()
                                .allMatch(each -> isLike(KEY, each.getKey()) && isLike(NAME, each.getValue()));
            case "annotations" ->
                value instanceof Map<?, ?> annotations
                        && annotations.entrySet().stream()
                                .allMatch(each -> isLike(KEY, each.getKey()) && each.getValue() instanceof String);
            case "links" -> value instanceof List<?> links && links.stream().allMatch(SecondOpinion::isLink);
            default -> true;
        };
    }

    private static boolean isLink(@Nullable Object link) {
        return link instanceof Map<?, ?> fields
                && fields.get("url") instanceof String url
                && ADDRESS.matcher(url).matches()
                && fields.values().stream().allMatch(value -> value instanceof String text && !text.isEmpty());
    }

    private static boolean isLike(Pattern pattern, @Nullable Object value) {
        return value instanceof String text
                && text.length() <= 63
                && pattern.matcher(text).matches();
    }

    /** Without what no JSON can say, which unquoted expressions make, without gaps, and without leads to other files. */
    private static boolean isSelfContained(@Nullable Object value) {
        if (value == null || (value instanceof Double number && !Double.isFinite(number))) {
            return false;
        }
        if (value instanceof Map<?, ?> map) {
            return map.entrySet().stream()
                    .allMatch(field -> !(field.getKey() instanceof Map)
                            && !(field.getKey() instanceof List)
                            && !String.valueOf(field.getKey()).startsWith("$")
                            && isSelfContained(field.getValue()));
        }
        return !(value instanceof List<?> list) || list.stream().allMatch(SecondOpinion::isSelfContained);
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
