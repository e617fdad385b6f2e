package org.callboard.core.entity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.fail;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.callboard.api.model.Json;
import org.junit.jupiter.api.Assumptions;

/** Backstage's own validators, as npm has them, in a process of Node's. */
final class BackstageValidators {

    /** What they say of an entity that is in order. */
    static final String OK = "ok";

    /** What they say of an entity whose envelope is in order, and whose kind they don't know. */
    static final String UNKNOWN = "unknown";

    private static final Path SOURCES = Path.of("../distribution/e2e/src/test/model");
    private static final Path FOLDER = Path.of("target/model");
    private static final long PATIENCE_SECONDS = 300;
    private static final JsonCodec CODEC = new JsonCodec();

    private BackstageValidators() {}

    /** Installs them, or skips the test where there is nothing to install them with. */
    static BackstageValidators install() throws IOException, InterruptedException {
        require(runs("npm", "--version"), "there is no npm to fetch Backstage's validators with");
        Files.createDirectories(FOLDER);
        for (String file : List.of("package.json", "package-lock.json", "oracle.js")) {
            Files.copy(SOURCES.resolve(file), FOLDER.resolve(file), StandardCopyOption.REPLACE_EXISTING);
        }
        if (!isInstalled()) {
            boolean installed = runs("npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund", "--silent");
            require(installed, "npm can't fetch Backstage's validators");
            Files.copy(FOLDER.resolve("package-lock.json"), FOLDER.resolve("installed.json"));
        }
        return new BackstageValidators();
    }

    private static boolean isInstalled() throws IOException {
        Path installed = FOLDER.resolve("installed.json");
        boolean same = Files.exists(installed) && Files.mismatch(installed, FOLDER.resolve("package-lock.json")) < 0;
        if (!same) {
            Files.deleteIfExists(installed);
        }
        return same;
    }

    private static void require(boolean present, String whatIsMissing) {
        if (present) {
            return;
        }
        if (Boolean.getBoolean("require.all")) {
            fail(whatIsMissing);
        }
        System.out.println("Not tested: " + whatIsMissing);
        Assumptions.abort(whatIsMissing);
    }

    private static boolean runs(String... command) throws InterruptedException {
        try {
            Files.createDirectories(FOLDER);
            Process process = new ProcessBuilder(command)
                    .directory(FOLDER.toFile())
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
            process.getOutputStream().close();
            return ends(process) == 0;
        } catch (IOException notThere) {
            return false;
        }
    }

    private static int ends(Process process) throws InterruptedException {
        if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            fail("A process of npm's or Node's did not end within " + PATIENCE_SECONDS + " seconds.");
        }
        return process.exitValue();
    }

    /** {@return what they say of each document: {@link #OK}, {@link #UNKNOWN} or why not} */
    List<String> verdicts(List<Json.Obj> documents) throws IOException, InterruptedException {
        Path in = FOLDER.resolve("documents.jsonl");
        Path out = FOLDER.resolve("verdicts.jsonl");
        try (OutputStream lines = Files.newOutputStream(in)) {
            for (Json.Obj document : documents) {
                lines.write(CODEC.encode(document));
                lines.write('\n');
            }
        }
        Process node = new ProcessBuilder("node", "oracle.js")
                .directory(FOLDER.toFile())
                .redirectInput(in.toFile())
                .redirectOutput(out.toFile())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        assertEquals(0, ends(node), "exit code of the validators");
        List<String> verdicts = new ArrayList<>();
        for (String line : Files.readAllLines(out)) {
            verdicts.add(((Json.Text) CODEC.decode(line.getBytes(StandardCharsets.UTF_8))).value());
        }
        assertEquals(documents.size(), verdicts.size());
        return verdicts;
    }
}
