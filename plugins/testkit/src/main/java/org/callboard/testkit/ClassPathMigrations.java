package org.callboard.testkit;

import java.io.IOException;
import java.io.Reader;
import java.net.URI;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.h2.tools.RunScript;

/** The migrations in the folders of the class path: those of the project that is tested, not of what it uses. */
final class ClassPathMigrations {

    private static final String FOLDER = "migrations";

    private ClassPathMigrations() {}

    static void run(Connection connection) {
        List<Path> files = files();
        if (files.isEmpty()) {
            throw new AssertionError("There is no migration: src/main/resources/migrations/0001-what-it-makes.sql.");
        }
        for (Path file : files) {
            try (Reader statements = Files.newBufferedReader(file)) {
                RunScript.execute(connection, statements);
            } catch (SQLException | IOException failure) {
                throw new AssertionError(
                        "The migration " + file.getFileName() + " fails: " + failure.getMessage(), failure);
            }
        }
    }

    private static List<Path> files() {
        List<Path> found = new ArrayList<>();
        try {
            ClassLoader loader = Thread.currentThread().getContextClassLoader();
            for (URL folder : Collections.list(loader.getResources(FOLDER))) {
                if (folder.getProtocol().equals("file")) {
                    found.addAll(within(Path.of(URI.create(folder.toString()))));
                }
            }
        } catch (IOException failure) {
            throw new AssertionError("The migrations can't be listed.", failure);
        }
        found.sort(Comparator.comparing(Path::getFileName));
        return found;
    }

    private static List<Path> within(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".sql")).toList();
        }
    }
}
