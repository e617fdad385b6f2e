package org.callboard.core.asks;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Function;
import org.callboard.api.plugins.Plan.Need;
import org.callboard.api.plugins.PluginInfo.Contribution;
import org.callboard.core.archive.PluginArchive;
import org.callboard.core.archive.PluginJarFile;

/**
 * What a plugin's jar holds, found out by reading its components' descriptions and classes, not by running them.
 *
 * @param extensions what it would contribute; an id or title that only running code knows is the class's name
 * @param needs what it wants to use
 */
public record ArchiveContents(List<Contribution> extensions, List<Need> needs) {

    public ArchiveContents {
        extensions = List.copyOf(extensions);
        needs = List.copyOf(needs);
    }

    /**
     * Reads a jar.
     *
     * @param offering the jar of the plugin that offers a package to others, empty where none does
     */
    public static ArchiveContents of(PluginArchive archive, Function<String, Optional<Path>> offering) {
        try (PluginJarFile jar = PluginJarFile.ofChecked(archive.file())) {
            ClassFiles classes = new ClassFiles(jar, offering);
            List<Contribution> extensions = new ArrayList<>();
            TreeSet<String> permissions = new TreeSet<>();
            for (String name : jar.componentClasses()) {
                ComponentClass component = classes.read(name);
                extensions.addAll(component.contributions());
                permissions.addAll(component.permissions());
            }
            extensions.sort(Comparator.comparing(Contribution::point).thenComparing(Contribution::id));
            List<Need> needs = new ArrayList<>();
            permissions.forEach(permission -> needs.add(new Need("permission", permission)));
            needs.addAll(OpenPorts.needs(jar));
            return new ArchiveContents(extensions, needs);
        } catch (IOException unreadable) {
            return new ArchiveContents(List.of(), List.of());
        }
    }

    /** What the class of a component says of it. */
    record ComponentClass(List<Contribution> contributions, List<String> permissions) {}
}
