package org.callboard.launcher;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PortalIT {

    private static final String CARDS = "/api/web-shell/cards?entity=component:default/ledger";

    private static FelixPortal portal;

    @BeforeAll
    static void startAPortalWithOneService(@TempDir Path folder) throws Exception {
        Files.createDirectories(folder.resolve("catalog"));
        Files.writeString(folder.resolve("catalog/ledger.yaml"), """
                apiVersion: backstage.io/v1alpha1
                kind: Component
                metadata:
                  name: ledger
                spec:
                  type: service
                  lifecycle: production
                  owner: money
                ---
                apiVersion: backstage.io/v1alpha1
                kind: Component
                metadata:
                  name: broken
                spec:
                  type: service
                """);
        portal = FelixPortal.start(folder);
        portal.await("/api/catalog/entities/by-name/component/default/ledger");
    }

    @AfterAll
    static void stop() {
        portal.close();
    }

    @AfterEach
    void removeWhatTheTestInstalled() throws Exception {
        portal.delete("/api/plugins/example-hello");
    }

    @Test
    void isReadyWhenItHasStarted() throws Exception {
        assertEquals(200, portal.get("/health/ready").statusCode());
    }

    @Test
    void servesTheGoodDocumentAndSaysWhatIsWrongWithTheOther() throws Exception {
        HttpResponse<String> entity = portal.get("/api/catalog/entities/by-name/component/default/ledger");
        assertEquals(200, entity.statusCode());
        assertTrue(entity.body().contains("\"targetRef\":\"group:default/money\""), entity.body());
        String problems = portal.get("/api/catalog/problems?limit=10").body();
        assertTrue(problems.contains("component:default/broken"), problems);
        assertTrue(problems.contains("ledger.yaml"), problems);
    }

    @Test
    void installsReplacesAndRemovesAPlugin() throws Exception {
        assertFalse(portal.get(CARDS).body().contains("hello-card"));

        HttpResponse<String> installed =
                portal.install(PluginJar.hello().with("Bundle-Version", "1.0.0").bytes());
        assertEquals(201, installed.statusCode(), installed.body());
        assertTrue(portal.get(CARDS).body().contains("\"version\":\"1.0.0\""));

        HttpResponse<String> replaced =
                portal.install(PluginJar.hello().with("Bundle-Version", "2.0.0").bytes());
        assertEquals(200, replaced.statusCode(), replaced.body());
        String cards = portal.get(CARDS).body();
        assertTrue(cards.contains("\"version\":\"2.0.0\""), cards);
        assertFalse(cards.contains("\"version\":\"1.0.0\""), cards);

        assertEquals(204, portal.delete("/api/plugins/example-hello").statusCode());
        assertFalse(portal.get(CARDS).body().contains("hello-card"));
        assertEquals(404, portal.get("/api/plugins/example-hello").statusCode());
    }

    @Test
    void keepsServingWhatItHasWhenTheNextVersionDoesNotResolve() throws Exception {
        portal.install(PluginJar.hello().with("Bundle-Version", "1.0.0").bytes());

        HttpResponse<String> refused = portal.install(PluginJar.hello()
                .with("Bundle-Version", "2.0.0")
                .with("Import-Package", "com.nowhere.api;version=\"[2,3)\"")
                .bytes());

        assertEquals(422, refused.statusCode());
        assertTrue(
                refused.body()
                        .contains("needs the package com.nowhere.api from 2.0.0 to below 3.0.0, which nobody offers"),
                refused.body());
        assertTrue(portal.get(CARDS).body().contains("\"version\":\"1.0.0\""));
    }

    @Test
    void letsNoPluginUseTheLibrariesOfTheCore() throws Exception {
        HttpResponse<String> refused = portal.install(PluginJar.hello()
                .with("Import-Package", "org.apache.lucene.index")
                .bytes());

        assertEquals(422, refused.statusCode());
        assertTrue(
                refused.body().contains("org.apache.lucene.index, which the portal keeps to itself"), refused.body());
    }

    @Test
    void doesNotRemoveWhatItCannotDoWithout() throws Exception {
        assertEquals(409, portal.delete("/api/plugins/web-shell").statusCode());
        assertEquals(200, portal.get("/health/ready").statusCode());
    }
}
