package org.callboard.plugin.scorecards.fact;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.callboard.api.model.Entity;
import org.callboard.api.problem.PortalException;
import org.callboard.api.security.Caller;
import org.callboard.api.source.SourceFiles;
import org.callboard.plugin.scorecards.rule.Rule;
import org.callboard.plugin.scorecards.rule.Spot;
import org.callboard.plugin.scorecards.standard.FactNames;
import org.callboard.plugin.scorecards.yaml.YamlTree;
import org.callboard.plugin.scorecards.yaml.YamlTrouble;
import org.jspecify.annotations.Nullable;

/** Says in which line of which file evidence stands: in an entity's descriptor, or in a file beside it. For one thread. */
public final class Lines {

    private static final Line NOWHERE = new Line("", 0);

    private final Caller caller;
    private final Entity entity;
    private final SourceFiles files;
    private final Map<String, List<YamlTree>> read = new HashMap<>();

    /** Looks beside an entity's descriptor, as far as a caller may. */
    public Lines(Caller caller, Entity entity, SourceFiles files) {
        this.caller = caller;
        this.entity = entity;
        this.files = files;
    }

    /**
     * A line.
     *
     * @param file from the descriptor's folder, or an address; empty where there is none
     * @param number from 1; 0 where it is not known
     */
    public record Line(String file, int number) {}

    /** {@return where what a question found stands; or where it would stand} */
    public Line of(Rule.Leaf leaf, @Nullable Spot spot, Answer answer) {
        List<String> steps = spot == null ? leaf.path().names() : spot.steps();
        if (leaf.fact().equals("catalog")) {
            String name = Descriptor.fileName(entity);
            int line = name.isEmpty()
                    ? 0
                    : descriptor(name).map(tree -> line(tree, steps)).orElse(0);
            return new Line(Descriptor.place(entity), line);
        }
        if (leaf.fact().startsWith(FactNames.FILE) && answer instanceof Answer.Known known && known.file() != null) {
            List<YamlTree> trees = leaf.fact().indexOf('*') < 0 ? trees(known.file()) : List.of();
            return new Line(known.file(), trees.size() == 1 && known.value() != null ? line(trees.get(0), steps) : 0);
        }
        return NOWHERE;
    }

    private static int line(YamlTree tree, List<String> steps) {
        return tree.place(steps).line();
    }

    private Optional<YamlTree> descriptor(String name) {
        return trees(name).stream()
                .filter(tree -> Descriptor.isOf(tree, entity.ref()))
                .findFirst();
    }

    private List<YamlTree> trees(String path) {
        return read.computeIfAbsent(path, this::open);
    }

    private List<YamlTree> open(String path) {
        if (!path.toLowerCase(Locale.ROOT).matches(".*\\.(json|ya?ml)")) {
            return List.of();
        }
        int slash = path.lastIndexOf('/');
        try {
            Optional<byte[]> bytes = files.folder(caller, entity.ref(), slash < 0 ? "." : path.substring(0, slash))
                    .read(path.substring(slash + 1));
            return bytes.isEmpty() ? List.of() : YamlTree.read(new String(bytes.get(), StandardCharsets.UTF_8));
        } catch (PortalException | YamlTrouble none) {
            return List.of();
        }
    }
}
