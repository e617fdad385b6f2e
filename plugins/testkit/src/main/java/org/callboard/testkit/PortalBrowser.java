package org.callboard.testkit;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import org.callboard.testkit.run.InstalledBrowser;

/** A browser that opens portals' pages. */
final class PortalBrowser implements AutoCloseable {

    private static final double PATIENCE_MILLIS = 10_000;

    private final InstalledBrowser browser = InstalledBrowser.start();

    /** A window that knows nothing of other tests. */
    record Window(Page page) implements AutoCloseable {

        @Override
        public void close() {
            page.context().close();
        }
    }

    /** {@return a window in which the portal's administrator is signed in} */
    Window open(Portal portal) {
        BrowserContext context = browser.browser()
                .newContext(new Browser.NewContextOptions()
                        .setBaseURL(portal.address().toString()));
        context.setDefaultTimeout(PATIENCE_MILLIS);
        Page page = context.newPage();
        page.navigate(portal.signInLink().toString());
        return new Window(page);
    }

    @Override
    public void close() {
        browser.close();
    }
}
