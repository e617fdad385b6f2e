package org.callboard.core.validate;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where descriptors may point: below the repository that a file is part of, or else below the current folder or its own. The portal knows
 * by its configuration; here it is what a location of theirs would most likely cover.
 */
final class Folders {

    private static final List<String> SIGNS = List.of(".git", ".hg", ".svn");

    private Folders() {}

    /** {@return targets of locations that cover the inputs} */
    static List<String> around(Path here, List<String> inputs) {
        List<String> targets = new ArrayList<>();
        for (String input : inputs) {
            try {
                add(here, here.resolve(input).normalize(), targets);
            } catch (InvalidPathException | IOException e) {
                // whoever reads it says that it can't be read
            }
        }
        return targets;
    }

    private static void add(Path here, Path input, List<String> targets) throws IOException {
        targets.add(input.toString());
        Path repository = repository(input);
        if (repository != null) {
            targets.add(repository.toString());
        } else if (input.startsWith(here) && here.getParent() != null) {
            targets.add(here.toString());
        }
        if (Files.exists(input)) {
            targets.add(input.toRealPath().toString());
        }
    }

    private static @Nullable Path repository(Path input) {
        for (Path folder = input; folder != null; folder = folder.getParent()) {
            Path candidate = folder;
            if (SIGNS.stream().anyMatch(sign -> Files.exists(candidate.resolve(sign)))) {
                return candidate;
            }
        }
        return null;
    }
}
