package org.callboard.plugin.scorecards.yaml;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.callboard.api.model.Json;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/** A document of a YAML text. Tags are never looked at: nothing is made of them. */
public final class YamlTree {

    private static final int LONGEST = 1024 * 1024;
    private static final LoadSettings SETTINGS =
            LoadSettings.builder().setCodePointLimit(LONGEST).build();

    private final Node root;

    private YamlTree(Node root) {
        this.root = root;
    }

    /** A place in a text, both from 1. */
    public record Place(int line, int column) {

        /** The beginning. */
        public static final Place START = new Place(1, 1);
    }

    /**
     * {@return the documents of a text}
     *
     * @throws YamlTrouble where it is no YAML, or larger than is good
     */
    public static List<YamlTree> read(String text) throws YamlTrouble {
        List<YamlTree> documents = new ArrayList<>();
        try {
            new Compose(SETTINGS).composeAllFromString(text).forEach(node -> documents.add(new YamlTree(node)));
        } catch (MarkedYamlEngineException faulty) {
            Place place = faulty.getProblemMark()
                    .map(mark -> new Place(mark.getLine() + 1, mark.getColumn() + 1))
                    .orElse(Place.START);
            throw new YamlTrouble(place, String.valueOf(faulty.getProblem()));
        } catch (YamlEngineException faulty) {
            throw new YamlTrouble(Place.START, String.valueOf(faulty.getMessage()));
        } catch (StackOverflowError nested) {
            throw new YamlTrouble(Place.START, "it is nested too deeply");
        }
        return documents;
    }

    /**
     * {@return what it says}
     *
     * @throws YamlTrouble where its aliases make too much of it
     */
    public Json value() throws YamlTrouble {
        return new NodeJson().value(root, 0);
    }

    /** {@return where the value at the end of some steps begins, or as many of them as there are} */
    public Place place(List<String> steps) {
        Node at = root;
        for (String step : steps) {
            Node next = next(at, step);
            if (next == null) {
                break;
            }
            at = next;
        }
        return placeOf(at).orElse(Place.START);
    }

    private static Optional<Place> placeOf(Node node) {
        return node.getStartMark().map(mark -> new Place(mark.getLine() + 1, mark.getColumn() + 1));
    }

    private static @Nullable Node next(Node node, String step) {
        if (node instanceof MappingNode map) {
            for (NodeTuple field : map.getValue()) {
                if (field.getKeyNode() instanceof ScalarNode key
                        && key.getValue().equals(step)) {
                    return field.getValueNode();
                }
            }
        }
        if (node instanceof SequenceNode list && step.matches("[0-9]{1,6}")) {
            int index = Integer.parseInt(step);
            return index < list.getValue().size() ? list.getValue().get(index) : null;
        }
        return null;
    }
}
