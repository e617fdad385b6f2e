package org.callboard.e2e;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Path;

/** The pictures of README and docs: whoever runs the tests with {@code -Dscreenshots.write=true} makes them anew. */
final class DocumentedPages {

    private DocumentedPages() {}

    /** Keeps a picture of what the page shows, and puts it into the docs where that is wished. */
    static void picture(String name, Page page) {
        byte[] picture = AppearanceJourney.picture("docs-" + name, page, ColorScheme.LIGHT);
        if (Boolean.getBoolean("screenshots.write")) {
            Path unused = PortalFolder.write(Path.of("../docs/" + name + ".png"), picture);
        }
    }
}
