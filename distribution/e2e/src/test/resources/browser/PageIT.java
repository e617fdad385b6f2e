package org.callboard.plugin.helloteam;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import org.callboard.testkit.PortalTest;
import org.junit.jupiter.api.Test;

/** The plugin's page in a real portal and a real browser. */
@PortalTest
class PageIT {

    @Test
    void listsWhoWasGreeted(Page page) {
        page.navigate("/hello-team");
        page.getByRole(AriaRole.TEXTBOX, new Page.GetByRoleOptions().setName("Who")).fill("Ole");
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Greet")).click();
        assertThat(page.getByRole(AriaRole.CELL, new Page.GetByRoleOptions().setName("Ole"))).isVisible();
    }
}
