package org.callboard.plugin.docs.site;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/** A piece of a YAML file: tags such as {@code !!python/name:x} are never looked at, what they stand before is text. */
final class Tree {

    private static final int MOST_ALIASES = 50;
    private static final int LONGEST = 1024 * 1024;
    private static final LoadSettings SETTINGS = LoadSettings.builder()
            .setMaxAliasesForCollections(MOST_ALIASES)
            .setCodePointLimit(LONGEST)
            .setAllowDuplicateKeys(true)
            .build();

    private final @Nullable Node node;

    private Tree(@Nullable Node node) {
        this.node = node;
    }

    /** @throws YamlEngineException where it is no YAML */
    static Tree read(String text) {
        return new Tree(new Compose(SETTINGS).composeString(text).orElse(null));
    }

    static Tree none() {
        return new Tree(null);
    }

    boolean isMissing() {
        return node == null;
    }

    boolean isMap() {
        return node instanceof MappingNode;
    }

    int line() {
        return node == null
                ? 1
                : node.getStartMark().map(mark -> mark.getLine() + 1).orElse(1);
    }

    /** The text of a scalar; empty for all else. */
    Optional<String> text() {
        return node instanceof ScalarNode scalar && !scalar.getValue().equals("null")
                ? Optional.of(scalar.getValue())
                : Optional.empty();
    }

    /** The tag before a scalar, such as {@code !include}. */
    String tag() {
        return node == null ? "" : node.getTag().getValue();
    }

    Tree get(String key) {
        return fields().getOrDefault(key, none());
    }

    /** The fields of a map; empty for all else. */
    Map<String, Tree> fields() {
        Map<String, Tree> fields = new LinkedHashMap<>();
        if (node instanceof MappingNode map) {
            for (NodeTuple field : map.getValue()) {
                if (field.getKeyNode() instanceof ScalarNode key) {
                    fields.put(key.getValue(), new Tree(field.getValueNode()));
                }
            }
        }
        return fields;
    }

    /** The items of a list; empty for all else. */
    List<Tree> items() {
        List<Tree> items = new ArrayList<>();
        if (node instanceof SequenceNode list) {
            list.getValue().forEach(item -> items.add(new Tree(item)));
        }
        return items;
    }
}
