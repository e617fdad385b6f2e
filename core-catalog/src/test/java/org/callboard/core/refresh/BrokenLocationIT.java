package org.callboard.core.refresh;

import static org.callboard.core.refresh.FolderCatalog.component;
import static org.callboard.core.refresh.FolderCatalog.location;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.callboard.api.model.Json;
import org.callboard.core.db.TestDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource
class BrokenLocationIT {

    @Parameter
    private TestDatabase server;

    @TempDir
    private Path folder;

    @Test
    void whatALocationLedToStaysWhileItsFileIsBroken() throws IOException {
        try (FolderCatalog catalog = new FolderCatalog(server, folder, "root.yaml")) {
            catalog.write("root.yaml", location("./a.yaml"))
                    .write("a.yaml", component("a", "x"))
                    .pass();
            Map<String, Json.Obj> before = catalog.entities();
            catalog.write("root.yaml", "kind: [").pass();
            assertEquals(before.keySet(), catalog.entities().keySet());
            catalog.pass();
            assertEquals(before.keySet(), catalog.entities().keySet());
            catalog.write("root.yaml", location("./a.yaml")).pass();
            assertEquals(before, catalog.entities());
        }
    }
}
