package org.callboard.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Backstage's own catalog client, as npm has it, calls whatever it can on a portal. */
class ClientJourney {

    private static final Path SCRIPTS = Path.of("src/test/client");

    @Test
    void everyMethodOfBackstagesClientFindsWhatItExpects(@TempDir Path root) {
        Node node = Node.in(Path.of("target/client"), SCRIPTS);
        try (DescriptorServer descriptors = new DescriptorServer(SCRIPTS.resolve("descriptors"));
                PortalProcess portal = PortalProcess.start(folder(root, descriptors))) {
            portal.filled();
            Map<String, String> environment = Map.of(
                    "CALLBOARD_URL", portal.address().toString(),
                    "CALLBOARD_TOKEN", portal.folder().token(),
                    "DESCRIPTORS_URL", "http://" + descriptors.host());
            Node.Ended checked = node.run(environment, "node", "check.js");
            assertEquals(0, checked.exitCode(), () -> checked.out() + "\nThe portal wrote:\n" + portal.errors());
        }
    }

    private static PortalFolder folder(Path root, DescriptorServer descriptors) {
        return PortalFolder.with(root, """
                reading:
                  allow:
                    - host: %s
                """.formatted(descriptors.host()));
    }
}
