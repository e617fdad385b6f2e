package org.callboard.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.callboard.e2e.BrowserJourney.heading;
import static org.callboard.e2e.ViewsJourney.link;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The page that shows who may do what. */
class PermissionsPageJourney {

    private static final String READER = "user:default/ines.carvalho";
    private static final String POLICY = """
            roles:
              reader: [portal.use, catalog.entity.read, plugin.read]
            rules:
              - allow: reader
                to: everyone
              - allow: plugin.manage
                to: everyone
                where:
                  owner: mine
              - deny: catalog.entity.read
                to: group:default/payments
                where:
                  kind: API
              - allow: policy.read
                to: user:default/ines.carvalho
            """;

    private static BrowserStage stage;
    private static Path policy;

    @BeforeAll
    static void start(@TempDir Path root) throws IOException {
        policy = Files.writeString(root.resolve("policy.yaml"), POLICY);
        stage = BrowserStage.start(root, """
                auth:
                  policy: policy.yaml
                  proxy:
                    from: [127.0.0.1]
                    user: X-Forwarded-User
                """);
    }

    @AfterAll
    static void stop() {
        if (stage != null) {
            stage.close();
        }
    }

    private static Locator own(Page page) {
        return page.locator("cb-permissions-page");
    }

    private static Locator rows(Page page) {
        return own(page).locator("tbody tr");
    }

    private static void press(Page page, String name) {
        own(page)
                .getByRole(
                        AriaRole.BUTTON,
                        new Locator.GetByRoleOptions().setName(name).setExact(true))
                .click();
    }

    /** {@return a page of somebody whom a proxy names} */
    private static Page of(String user) {
        Page page = stage.stranger(ColorScheme.LIGHT);
        page.setExtraHTTPHeaders(Map.of("X-Forwarded-User", user));
        page.navigate(stage.portal().address().toString());
        return page;
    }

    @ParameterizedTest
    @EnumSource(
            value = ColorScheme.class,
            names = {"LIGHT", "DARK"})
    void showsTheRulesAndWhoMayDoWhatByWhich(ColorScheme scheme) {
        Page page = stage.at("/", scheme);
        link(page, "Permissions").click();
        assertThat(heading(page, "Permissions")).isVisible();
        assertThat(rows(page)).hasCount(4);
        assertThat(rows(page).nth(1)).containsText("owned by them or a group of theirs");
        assertThat(rows(page).nth(2)).containsText("may not");
        assertThat(rows(page).nth(2)).containsText("policy.yaml:10");
        AppearanceJourney.assertAccessible(page);
        byte[] unused = AppearanceJourney.picture("permissions", page, scheme);

        link(page, "What somebody may do").click();
        assertThat(page.getByText("Nobody is chosen")).isVisible();
        own(page).getByLabel("Person or group").fill(READER);
        press(page, "Show");
        assertThat(page).hasURL(Pattern.compile("caller=user%3Adefault%2Fines.carvalho"));
        assertThat(rows(page).filter(new Locator.FilterOptions().setHasText("policy.read")))
                .containsText("policy.yaml:14");
        assertThat(rows(page).filter(new Locator.FilterOptions().setHasText("plugin.manage")))
                .containsText("may, for some");
        own(page)
                .getByLabel("To", new Locator.GetByLabelOptions().setExact(true))
                .selectOption("plugin");
        own(page)
                .getByLabel("Plugin", new Locator.GetByLabelOptions().setExact(true))
                .fill("example-hello");
        press(page, "Show");
        assertThat(rows(page)).hasCount(3);
        assertThat(rows(page).filter(new Locator.FilterOptions().setHasText("plugin.manage")))
                .containsText("No rule allows it.");
        AppearanceJourney.assertAccessible(page);
        byte[] unusedEither = AppearanceJourney.picture("permissions-person", page, scheme);

        link(page, "Who may do it").click();
        own(page)
                .getByLabel("Permission", new Locator.GetByLabelOptions().setExact(true))
                .selectOption("policy.read");
        press(page, "Show");
        assertThat(rows(page)).hasCount(1);
        assertThat(rows(page)).containsText("ines.carvalho");

        link(page, "Try a change").click();
        own(page).getByLabel("The policy").fill(POLICY.replace("policy.read", "audit.read"));
        press(page, "Try it");
        assertThat(rows(page)).hasCount(2);
        AppearanceJourney.assertAccessible(page);
        byte[] unusedToo = AppearanceJourney.picture("permissions-trial", page, scheme);
        stage.assertNoComplaints();
        page.context().close();
    }

    @Test
    void triesAPolicyThatDoesNotCount() {
        Page page = stage.at("/settings/permissions?view=trial", ColorScheme.LIGHT);
        Locator text = own(page).getByLabel("The policy");
        assertThat(text).hasValue(POLICY);
        press(page, "Try it");
        assertThat(page.getByText("Nothing would change").first()).isVisible();
        text.fill(POLICY.replace("- allow: policy.read", "- allow: policy.reed"));
        press(page, "Try it");
        assertThat(page.getByText("The portal would refuse this: 1 mistake.")).isVisible();
        AppearanceJourney.assertAccessible(page);
        text.fill(POLICY.replace("- allow: policy.read", "- allow: [policy.read, audit.read]"));
        press(page, "Try it");
        assertThat(rows(page)).hasCount(1);
        assertThat(rows(page)).containsText("ines.carvalho");
        assertThat(rows(page)).containsText("audit.read");
        press(page, "Start over");
        assertThat(text).hasValue(POLICY);
        assertThat(rows(page)).hasCount(0);
        stage.client().get("/api/permissions/policy").expect(200);
        stage.assertNoComplaints();
        page.context().close();
    }

    @Test
    void isThereForThoseWhoMayReadThePolicyAndForNobodyElse() {
        Page reader = of("ines.carvalho");
        link(reader, "Permissions").click();
        assertThat(rows(reader)).hasCount(4);
        reader.context().close();

        Page other = of("hanna.virtanen");
        assertThat(other.getByRole(AriaRole.LINK, BrowserJourney.named("Plugins"))
                        .first())
                .isVisible();
        assertThat(link(other, "Permissions")).hasCount(0);
        other.keyboard().press("Control+k");
        other.keyboard().type("perm");
        assertThat(other.getByRole(AriaRole.OPTION).filter(new Locator.FilterOptions().setHasText("Permissions")))
                .hasCount(0);
        other.navigate(stage.portal().address() + "/settings/permissions");
        assertThat(own(other)).containsText("policy.read");
        other.context().close();
    }

    @Test
    void saysWhatFailedAndWhatIsWrongWithTheFile() throws IOException {
        Page page = stage.signedIn(ColorScheme.DARK);
        page.route("**/api/permissions/policy", Route::abort);
        page.navigate(stage.portal().address() + "/settings/permissions");
        assertThat(page.getByText("The portal does not answer.")).isVisible();
        page.unroute("**/api/permissions/policy");
        press(page, "Try again");
        assertThat(rows(page)).hasCount(4);
        stage.forgiveComplaints();

        Files.writeString(policy, POLICY.replace("deny:", "denny:"));
        try {
            Eventually.holds(
                    "the mistake is known",
                    java.time.Duration.ofSeconds(30),
                    () -> stage.client()
                                    .get("/api/permissions/policy")
                                    .json()
                                    .path("problems")
                                    .size()
                            > 0);
            page.reload();
            assertThat(own(page)).containsText("can't be used");
            assertThat(rows(page)).hasCount(4);
        } finally {
            Files.writeString(policy, POLICY);
        }
        page.context().close();
    }
}
