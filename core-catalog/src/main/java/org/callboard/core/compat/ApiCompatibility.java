package org.callboard.core.compat;

import java.io.IOException;
import java.util.Collection;
import java.util.List;
import java.util.NavigableSet;
import java.util.TreeSet;

/**
 * Compares compiled classes with the API that they will meet: what they call, extend and implement must be there as they
 * expect it. It finds what the JVM would complain about only when the code is reached.
 */
public final class ApiCompatibility {

    private final ClassSource plugin;
    private final Shapes shapes;

    /** Compares a plugin's classes with an API's. */
    public ApiCompatibility(ClassSource plugin, ClassSource api) {
        this.plugin = plugin;
        this.shapes = new Shapes(plugin, api);
    }

    /**
     * {@return what does not fit} A class that can't be read refers to nothing: the JVM refuses it where it is reached.
     *
     * @param names of the plugin's classes, with slashes
     */
    public List<Mismatch> check(Collection<String> names) throws IOException {
        NavigableSet<Mismatch> found = new TreeSet<>();
        for (String name : names) {
            byte[] file = plugin.find(name);
            if (file != null) {
                check(file, found);
            }
        }
        return List.copyOf(found);
    }

    private void check(byte[] file, NavigableSet<Mismatch> found) {
        Shape shape;
        List<Use> uses;
        try {
            shape = Shape.of(file);
            uses = Uses.of(file);
        } catch (IOException damaged) {
            return;
        }
        UseRules rules = new UseRules(shapes, shape);
        String type = Names.full(shape.name());
        NavigableSet<Mismatch> here = new TreeSet<>();
        for (Use use : uses) {
            rules.check(use).ifPresent(what -> here.add(new Mismatch(type, use.line(), what)));
        }
        new HeirRules(shapes, shape).check().forEach(what -> here.add(new Mismatch(type, 0, what)));
        here.stream().filter(mismatch -> isBest(mismatch, here)).forEach(found::add);
    }

    /** The same sentence is said once a line, and without a line only where no line has it. */
    private static boolean isBest(Mismatch mismatch, NavigableSet<Mismatch> all) {
        return mismatch.line() > 0
                || all.stream()
                        .noneMatch(other -> other.line() > 0 && other.what().equals(mismatch.what()));
    }
}
