package org.callboard.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Files that become a project: {@code ${name}} in them and {@code __name__} in their paths stand for values, and Java
 * sources go into the folder of the project's package. Maven's archetypes are written the same way.
 *
 * @param values by name
 */
record Templates(Path folder, Map<String, String> values) {

    /** Copies one of the templates. */
    void copy(String name, Path target) throws IOException {
        Path root = folder.resolve(name);
        List<Path> files;
        try (Stream<Path> all = Files.walk(root)) {
            files = all.filter(Files::isRegularFile).sorted().toList();
        }
        for (Path file : files) {
            Path written = target.resolve(place(root.relativize(file).toString().replace('\\', '/')));
            Files.createDirectories(written.resolveSibling("."));
            Files.writeString(written, filled(Files.readString(file), "${", "}"));
        }
    }

    private String place(String path) {
        String packaged = path.replaceFirst(
                "^(src/(main|test)/java)/",
                "$1/" + values.getOrDefault("package", "").replace('.', '/') + "/");
        return filled(packaged, "__", "__");
    }

    private String filled(String text, String before, String behind) {
        String filled = text;
        for (Map.Entry<String, String> value : values.entrySet()) {
            filled = filled.replace(before + value.getKey() + behind, value.getValue());
        }
        return filled;
    }
}
