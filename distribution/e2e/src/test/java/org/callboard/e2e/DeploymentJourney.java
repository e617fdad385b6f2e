package org.callboard.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The files with which the portal is run as a service or in a container. */
class DeploymentJourney {

    private static final String INSTALLED = "/opt/callboard/";

    private static String file(String name) {
        return PortalFolder.read(Distribution.home().resolve(name));
    }

    @Test
    void theUnitNamesWhatIsInTheProduct() {
        String unit = file("conf/callboard.service");
        for (String key : List.of(
                "User=callboard",
                "Restart=on-failure",
                "CALLBOARD_SUPERVISED=1",
                "NoNewPrivileges=true",
                "StartLimitBurst=4",
                "WantedBy=multi-user.target")) {
            assertTrue(unit.contains(key), key);
        }
        assertThatInstalledFilesAreThere(unit);
    }

    private static void assertThatInstalledFilesAreThere(String text) {
        Matcher paths = Pattern.compile(INSTALLED + "([\\w./-]+\\w)").matcher(text);
        int found = 0;
        for (; paths.find(); found++) {
            String path = paths.group(1);
            assertTrue(Files.exists(Distribution.home().resolve(path)), path);
        }
        assertTrue(found > 0, "names nothing below " + INSTALLED);
    }

    @Test
    void systemdTakesTheUnit(@TempDir Path folder) throws IOException, InterruptedException {
        Assumptions.assumeTrue(Files.isExecutable(Path.of("/usr/bin/systemd-analyze")), "there is no systemd-analyze");
        Path unit = folder.resolve("callboard.service");
        Files.writeString(unit, file("conf/callboard.service").replace(INSTALLED, Distribution.home() + "/"));
        Ended ended = run(Map.of(), "systemd-analyze", "verify", "--man=no", unit.toString());
        assertFalse(ended.said().contains("callboard.service"), ended::said);
    }

    @Test
    void theImageRunsAsNobodySpecialAndKnowsWhenItIsReady(@TempDir Path root) throws IOException, InterruptedException {
        String dockerfile = file("Dockerfile");
        for (String line : List.of("FROM eclipse-temurin:17-jre", "USER callboard", "VOLUME /var/lib/callboard")) {
            assertTrue(dockerfile.lines().anyMatch(line::equals), line);
        }
        assertTrue(file(".dockerignore").contains("data"), "The data of whoever builds the image is not for it.");
        assertTrue(Files.exists(Distribution.home().resolve("conf/container.yaml")));
        try (PortalProcess portal = PortalProcess.start(PortalFolder.in(root))) {
            String check = healthCheck(dockerfile)
                    .replace("/7007", "/" + portal.address().getPort());
            assertEquals(0, run(Map.of(), "bash", "-c", check).code());
            portal.stop();
            assertNotEquals(0, run(Map.of(), "bash", "-c", check).code());
        }
    }

    private static String healthCheck(String dockerfile) {
        Optional<String> line = dockerfile
                .lines()
                .filter(text -> text.startsWith("  CMD [\"bash\", \"-c\", \""))
                .findFirst();
        String quoted = line.orElseThrow().replaceFirst("^.*\"-c\", \"", "").replaceFirst("\"]$", "");
        return quoted.replace("\\\\", "\\");
    }

    private record Ended(int code, String said) {}

    private static Ended run(Map<String, String> environment, String... command)
            throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().putAll(environment);
        Process process = builder.start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertTrue(process.waitFor(30, TimeUnit.SECONDS));
        return new Ended(process.exitValue(), said);
    }
}
