package org.callboard.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A portal with the example company in it, and a browser to look at it. */
final class BrowserStage implements AutoCloseable {

    private final Chromium chromium;
    private final PortalProcess portal;
    private final Client client;
    private final List<String> complaints = new CopyOnWriteArrayList<>();

    private BrowserStage(Chromium chromium, PortalProcess portal) {
        this.chromium = chromium;
        this.portal = portal;
        this.client = portal.filled();
    }

    /** Starts both; without a browser the test is skipped or fails, as {@link Requirements} says. */
    static BrowserStage start(Path root) {
        Chromium chromium = Chromium.start();
        try {
            return new BrowserStage(chromium, PortalProcess.start(folder(root)));
        } catch (AssertionError | RuntimeException failure) {
            chromium.close();
            throw failure;
        }
    }

    /** Besides the example company there is an entity that is served although something is wrong with it. */
    private static PortalFolder folder(Path root) {
        PortalFolder.write(root.resolve("flawed.yaml"), PluginJar.bytes("""
                apiVersion: example.com/v1
                kind: Gadget
                metadata:
                  name: flawed
                """));
        return PortalFolder.with(root, """
                catalog:
                  locations:
                    - type: file
                      target: %s
                    - type: file
                      target: flawed.yaml
                      rules:
                        - allow: [Gadget]
                """.formatted(Distribution.home().resolve("example/catalog-info.yaml")));
    }

    PortalProcess portal() {
        return portal;
    }

    /** {@return the administrator's client} */
    Client client() {
        return client;
    }

    /** {@return a page that nobody is signed in to} */
    Page stranger(ColorScheme scheme) {
        return chromium.window(scheme).newPage();
    }

    /** {@return a page in a window of its own, signed in, whose console is kept an eye on} */
    Page signedIn(ColorScheme scheme) {
        Page page = chromium.window(scheme).newPage();
        page.onConsoleMessage(message -> {
            if (message.type().equals("error")) {
                complaints.add(message.text() + " at " + message.location());
            }
        });
        page.onPageError(complaints::add);
        Answer link = client.post("/api/session/links", "application/json", new byte[0])
                .expect(201);
        page.navigate(portal.address() + link.json().path("path").asText());
        return page;
    }

    /** {@return a signed-in page that shows this path} */
    Page at(String path, ColorScheme scheme) {
        Page page = signedIn(scheme);
        page.navigate(portal.address() + path);
        return page;
    }

    /** Checks that no page has reported an error since the last time. */
    void assertNoComplaints() {
        List<String> found = List.copyOf(complaints);
        complaints.clear();
        assertEquals(List.of(), found, "errors on the browser's console");
    }

    /** Forgets errors that were to be expected. */
    void forgiveComplaints() {
        complaints.clear();
    }

    @Override
    public void close() {
        chromium.close();
        portal.close();
    }
}
