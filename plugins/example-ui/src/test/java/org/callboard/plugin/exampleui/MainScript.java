package org.callboard.plugin.exampleui;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The module that the page loads. */
final class MainScript {

    private MainScript() {}

    /** {@return the line with the names of its elements} */
    static String elements() throws IOException {
        return Files.readAllLines(Path.of("src/main/resources/ui/main.js")).stream()
                .filter(line -> line.contains("apiVersion: 1"))
                .findFirst()
                .orElseThrow();
    }
}
