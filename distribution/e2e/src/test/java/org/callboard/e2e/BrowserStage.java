package org.callboard.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;
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

    /** Starts both; without a browser the test is skipped or fails, as its requirements say. */
    static BrowserStage start(Path root) {
        return start(root, "");
    }

    /** Starts both, with more in the portal's configuration. */
    static BrowserStage start(Path root, String configuration) {
        return start(root, "", configuration);
    }

    /** Starts both, with more for the plugins and in the rest of the configuration. */
    static BrowserStage start(Path root, String plugins, String configuration) {
        Chromium chromium = Chromium.start();
        try {
            return new BrowserStage(chromium, PortalProcess.start(folder(root, plugins, configuration)));
        } catch (AssertionError | RuntimeException failure) {
            chromium.close();
            throw failure;
        }
    }

    /** Besides the example company there is an entity that is served although something is wrong with it. */
    private static PortalFolder folder(Path root, String plugins, String configuration) {
        PortalFolder.write(root.resolve("flawed.yaml"), PluginJar.bytes("""
                apiVersion: example.com/v1
                kind: Gadget
                metadata:
                  name: flawed
                """));
        return PortalFolder.with(
                root,
                plugins + """
                catalog:
                  locations:
                    - type: file
                      target: %s
                      rules:
                        - allow: [Group, User, Template, Standard]
                    - type: file
                      target: flawed.yaml
                      rules:
                        - allow: [Gadget]
                """.formatted(Distribution.home().resolve("example/catalog-info.yaml")) + configuration);
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
        return signedIn(watched(chromium.window(scheme).newPage()));
    }

    private Page watched(Page page) {
        page.onConsoleMessage(message -> {
            if (message.type().equals("error")) {
                complaints.add(message.text() + " at " + message.location());
            }
        });
        page.onPageError(complaints::add);
        return page;
    }

    /** Signs an administrator in. {@return the page} */
    Page signedIn(Page page) {
        Answer link = client.post("/api/session/links", "application/json", new byte[0])
                .expect(201);
        page.navigate(portal.address() + link.json().path("path").asText());
        return page;
    }

    /** {@return another page in the window of this one} */
    Page beside(Page page, String path) {
        Page other = page.context().newPage();
        other.navigate(portal.address() + path);
        return other;
    }

    /** {@return a page in a window that nobody is signed in to, by whose settings nothing moves} */
    Page still(ColorScheme scheme) {
        return watched(chromium.window(scheme, ReducedMotion.REDUCE).newPage());
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
