package org.callboard.core.lifecycle;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;
import org.callboard.api.plugins.Plan.Need;
import org.callboard.api.plugins.PluginInfo.Contribution;
import org.callboard.core.archive.PluginJarFile;

/**
 * What a plugin's jar holds, found out by reading its components' descriptions and classes, not by running them.
 *
 * @param extensions what it would contribute; an id or title that only running code knows is the class's name
 * @param needs what it wants to use
 */
record ArchiveContents(List<Contribution> extensions, List<Need> needs) {

    ArchiveContents {
        extensions = List.copyOf(extensions);
        needs = List.copyOf(needs);
    }

    static ArchiveContents of(PluginArchive archive) {
        try (PluginJarFile jar = PluginJarFile.open(archive.file(), Files.readAllBytes(archive.file()))) {
            ClassFiles classes = new ClassFiles(jar);
            List<Contribution> extensions = new ArrayList<>();
            TreeSet<String> permissions = new TreeSet<>();
            for (String name : jar.componentClasses()) {
                ComponentClass component = classes.read(name);
                extensions.addAll(component.contributions());
                permissions.addAll(component.permissions());
            }
            extensions.sort(Comparator.comparing(Contribution::point).thenComparing(Contribution::id));
            return new ArchiveContents(
                    extensions,
                    permissions.stream()
                            .map(permission -> new Need("permission", permission))
                            .toList());
        } catch (IOException unreadable) {
            return new ArchiveContents(List.of(), List.of());
        }
    }

    /** What the class of a component says of it. */
    record ComponentClass(List<Contribution> contributions, List<String> permissions) {}
}
