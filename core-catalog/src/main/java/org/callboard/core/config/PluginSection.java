package org.callboard.core.config;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.callboard.api.model.Json;
import org.callboard.api.problem.SourcePosition;
import org.callboard.core.read.Positions;
import org.jspecify.annotations.Nullable;

/**
 * What the files say of one plugin under {@code plugins.config}, with values put in; the later files over the earlier ones.
 * What is wrong with it hurts that plugin alone, so it is only noted here.
 */
public final class PluginSection {

    /** The section of a plugin that the files don't name. */
    public static final PluginSection NONE = new PluginSection(List.of());

    private final List<Layer> layers;

    /**
     * What one file says.
     *
     * @param faults why a value could not be put in, by its path
     * @param hidden the paths of values that came out of files or were fetched, and are most likely secrets
     * @param stale why a value that was fetched is not good any more, by its path
     * @param path where the section is in its file
     */
    record Layer(
            Json values,
            Map<List<String>, String> faults,
            Set<List<String>> hidden,
            Map<List<String>, String> stale,
            Positions positions,
            List<String> path) {}

    private PluginSection(List<Layer> layers) {
        this.layers = List.copyOf(layers);
    }

    PluginSection over(Layer layer) {
        List<Layer> more = new ArrayList<>(layers);
        more.add(layer);
        return new PluginSection(more);
    }

    /** {@return what is set} A section that nothing stands in is an empty object. */
    public Json values() {
        Json merged = Json.Obj.EMPTY;
        for (Layer layer : layers) {
            if (layer.values() != Json.Null.NULL) {
                merged = merged instanceof Json.Obj under && layer.values() instanceof Json.Obj over
                        ? ConfigReader.merge(under, over)
                        : layer.values();
            }
        }
        return merged;
    }

    /** {@return where a setting stands, or what it would stand in: file, line and column, without folders} */
    public Optional<String> place(List<String> path) {
        return layer(path).map(layer -> {
            List<String> whole = new ArrayList<>(layer.path());
            whole.addAll(path);
            SourcePosition position = layer.positions().key(whole);
            return fileName(position.target()) + ":" + position.line() + ":" + position.column();
        });
    }

    static String fileName(String file) {
        return file.substring(Math.max(file.lastIndexOf('/'), file.lastIndexOf('\\')) + 1);
    }

    /** {@return why a value could not be put in, where it could not} */
    public Optional<String> fault(List<String> path) {
        return layer(path).map(layer -> layer.faults().get(path));
    }

    /** {@return a setting whose value is a secret that could not be fetched again, and why; if there is one} */
    public Optional<Map.Entry<List<String>, String>> stale() {
        return layers.stream()
                .flatMap(layer -> layer.stale().entrySet().stream())
                .filter(entry -> layer(entry.getKey())
                        .filter(layer -> layer.stale().containsKey(entry.getKey()))
                        .isPresent())
                .findFirst();
    }

    /** {@return whether nobody is to see the value} */
    public boolean isHidden(List<String> path) {
        return layer(path).filter(layer -> layer.hidden().contains(path)).isPresent();
    }

    /** The last file that has it; where none has, the last one that speaks of the plugin. */
    private Optional<Layer> layer(List<String> path) {
        for (int at = layers.size() - 1; at >= 0; at--) {
            if (has(layers.get(at).values(), path)) {
                return Optional.of(layers.get(at));
            }
        }
        return layers.isEmpty() ? Optional.empty() : Optional.of(layers.get(layers.size() - 1));
    }

    private static boolean has(Json value, List<String> path) {
        @Nullable Json at = value;
        for (String step : path) {
            at = at instanceof Json.Obj object
                    ? object.get(step)
                    : at instanceof Json.Arr array ? item(array, step) : null;
            if (at == null) {
                return false;
            }
        }
        return true;
    }

    private static @Nullable Json item(Json.Arr array, String step) {
        boolean isNumber = step.matches("\\d{1,9}");
        return isNumber && Integer.parseInt(step) < array.items().size()
                ? array.items().get(Integer.parseInt(step))
                : null;
    }
}
