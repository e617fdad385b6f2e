package org.callboard.launcher;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The borders between bundles, as they were built. */
class ManifestIT {

    private static final String MAY_IMPORT =
            "(org\\.callboard\\.api\\.|jakarta\\.servlet|jakarta\\.ws\\.rs|org\\.slf4j|org\\.osgi\\.service\\.component|javax\\.crypto|javax\\.xml\\.stream|javax\\.net\\.ssl).*";

    @Test
    void theCoreExportsNothing() throws IOException {
        assertNull(manifest("core-catalog").getValue("Export-Package"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "core-catalog",
                "catalog-api",
                "web-shell",
                "sign-in-oidc",
                "sign-in-github",
                "docs",
                "scorecards",
                "example-hello",
                "example-cost",
                "vault",
                "plugin-api"
            })
    void nothingIsImportedOptionally(String artifact) throws IOException {
        assertFalse(manifest(artifact).getValue("Import-Package").contains("resolution:=optional"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "catalog-api",
                "web-shell",
                "sign-in-oidc",
                "sign-in-github",
                "docs",
                "scorecards",
                "example-hello",
                "example-cost",
                "vault"
            })
    void aPluginSeesThePluginApiAndAFewStandards(String artifact) throws IOException {
        String imports = manifest(artifact).getValue("Import-Package").replaceAll("\"[^\"]*\"", "");
        List<String> others = Arrays.stream(imports.split(","))
                .map(clause -> clause.split(";", 2)[0])
                .filter(name -> !name.matches(MAY_IMPORT))
                .toList();
        assertEquals(List.of(), others);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"catalog-api", "web-shell", "sign-in-oidc", "sign-in-github", "docs", "example-hello", "vault"})
    void aPluginExportsNothing(String artifact) throws IOException {
        assertNull(manifest(artifact).getValue("Export-Package"));
    }

    @Test
    void aPluginWithAnApiExportsThatAlone() throws IOException {
        for (String artifact : List.of("example-cost", "scorecards")) {
            String exports = manifest(artifact).getValue("Export-Package").replaceAll("\"[^\"]*\"", "");
            assertEquals("org.callboard.plugin." + artifact.replace("-", "") + ".api", exports.split(";", 2)[0]);
            assertFalse(exports.contains(","), exports);
        }
    }

    @Test
    void aPluginSaysWhoOwnsIt() throws IOException {
        assertNotNull(manifest("example-hello").getValue("Callboard-Owner"));
    }

    private static Attributes manifest(String artifact) throws IOException {
        try (JarFile jar = new JarFile(FelixPortal.jar(artifact).toFile())) {
            return jar.getManifest().getMainAttributes();
        }
    }
}
