package org.callboard.e2e;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;
import org.callboard.testkit.run.InstalledBrowser;

/** The browser that looks at the portals under test. */
final class Chromium implements AutoCloseable {

    static final int WIDTH = 1440;
    static final int HEIGHT = 900;

    private static final double PATIENCE_MILLIS = 10_000;

    private final InstalledBrowser installed;

    private Chromium(InstalledBrowser installed) {
        this.installed = installed;
    }

    /** Starts the browser; without one the test is skipped or fails. */
    static Chromium start() {
        PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE_MILLIS);
        return new Chromium(InstalledBrowser.start());
    }

    /** {@return a window that nobody is signed in to} */
    BrowserContext window(ColorScheme scheme) {
        return window(scheme, ReducedMotion.NO_PREFERENCE);
    }

    /** {@return the same for somebody who bears movement or does not} */
    BrowserContext window(ColorScheme scheme, ReducedMotion motion) {
        BrowserContext window = installed
                .browser()
                .newContext(new Browser.NewContextOptions()
                        .setViewportSize(WIDTH, HEIGHT)
                        .setColorScheme(scheme)
                        .setReducedMotion(motion)
                        .setLocale("en-GB"));
        window.setDefaultTimeout(PATIENCE_MILLIS);
        return window;
    }

    @Override
    public void close() {
        installed.close();
    }
}
