package org.callboard.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.callboard.e2e.BrowserJourney.heading;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Readers say what they think of a page, and those who own it hear of it where they look. */
class DocsFeedbackJourney {

    private static final String FRONT = "/docs/default/component/manual";
    private static final String API = "/api/docs/default/component/manual";

    private static final String ENTITY = """
            apiVersion: backstage.io/v1alpha1
            kind: Component
            metadata:
              name: manual
              title: Manual
              annotations: {backstage.io/techdocs-ref: 'dir:./manual'}
            spec: {type: service, lifecycle: production, owner: group:booking}
            """;

    private static BrowserStage stage;

    private final List<Page> opened = new ArrayList<>();

    @BeforeAll
    static void start(@TempDir Path root) {
        PortalFolder.write(root.resolve("docs.yaml"), PluginJar.bytes(ENTITY));
        Path docs = root.resolve("manual/docs");
        assertTrue(docs.toFile().mkdirs());
        PortalFolder.write(
                root.resolve("manual/mkdocs.yml"),
                PluginJar.bytes("site_name: Manual\nrepo_url: https://github.com/acme/manual\n"
                        + "nav: [{Start: index.md}, {Gates: gates.md}, {Lamps: lamps.md}]\n"));
        PortalFolder.write(docs.resolve("index.md"), PluginJar.bytes("# Start\n\nBegin here.\n"));
        PortalFolder.write(
                docs.resolve("gates.md"),
                PluginJar.bytes("# Gates\n\nOf iron.\n\n## Opening hours\n\nThe north gate opens at nine.\n"));
        PortalFolder.write(docs.resolve("lamps.md"), PluginJar.bytes("# Lamps\n\nOf brass.\n"));
        stage = BrowserStage.start(root, "    - {type: file, target: docs.yaml, rules: [{allow: [Component]}]}\n");
        Eventually.holds(
                "the documentation is there",
                Duration.ofSeconds(60),
                () -> stage.client().get(API + "/site").status() == 200);
    }

    @AfterAll
    static void stop() {
        if (stage != null) {
            stage.close();
        }
    }

    @AfterEach
    void close() {
        opened.forEach(page -> page.context().close());
        stage.assertNoComplaints();
    }

    private Page open(String path, ColorScheme scheme) {
        Page page = stage.at(path, scheme);
        opened.add(page);
        return page;
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    @Test
    void saysWhoseItIsAndWhenItWasChanged() {
        Page page = open(FRONT, ColorScheme.LIGHT);
        Locator about = page.getByLabel("About this page");
        assertThat(about.getByText("File written")).isVisible();
        about.locator("a[href$='/catalog/default/group/booking']").click();
        assertTrue(page.url().endsWith("/catalog/default/group/booking"), page.url());
    }

    @Test
    void aVoteIsGivenByTheKeyboardAndChanged() {
        Page page = open(FRONT + "/lamps", ColorScheme.LIGHT);
        button(page, "Yes").focus();
        page.keyboard().press("Enter");
        assertThat(button(page, "Yes")).hasAttribute("aria-pressed", "true");
        button(page, "No").focus();
        page.keyboard().press("Space");
        assertThat(button(page, "No")).hasAttribute("aria-pressed", "true");
        page.reload();
        assertThat(button(page, "No")).hasAttribute("aria-pressed", "true");
        assertThat(button(page, "Yes")).hasAttribute("aria-pressed", "false");
        assertThat(page.getByText("0 of 1 found this page helpful.")).isVisible();
    }

    @Test
    void whatIsSelectedIsReportedAndClosed() {
        Page page = open(FRONT + "/gates", ColorScheme.LIGHT);
        assertThat(button(page, "Yes")).isVisible();
        page.getByText("The north gate opens at nine.").click(new Locator.ClickOptions().setClickCount(3));
        page.locator(".float").click();
        Locator dialog = page.getByRole(AriaRole.DIALOG);
        assertThat(dialog.locator("blockquote")).hasText("The north gate opens at nine.");
        AppearanceJourney.assertAccessible(page);
        page.getByLabel("What is wrong with this?").fill("<img src=x onerror=alert(1)> It opens at ten & \"later\".");
        String issue = dialog.getByText("Write an issue instead").getAttribute("href");
        assertTrue(
                issue.startsWith("https://github.com/acme/manual/issues/new?title=Documentation%3A+Gates&body=%3E+The"),
                issue);
        assertTrue(issue.contains("%3Cimg+src%3Dx+onerror%3Dalert%281%29%3E+It+opens+at+ten+%26+%22later%22."), issue);
        page.keyboard().press("Tab");
        page.keyboard().press("Tab");
        page.keyboard().press("Tab");
        page.keyboard().press("Enter");
        assertThat(page.getByText("Sent to the owners. Thank you.")).isVisible();
        assertThat(page.getByText("<img src=x onerror=alert(1)> It opens at ten & \"later\"."))
                .isVisible();
        AppearanceJourney.assertAccessible(page);
        button(page, "1 report").click();
        assertThat(page.getByText("1 open report on this page")).isFocused();
        page.getByLabel("What was done about it").fill("It says ten now.");
        page.keyboard().press("Enter");
        assertThat(page.getByText("1 open report on this page")).hasCount(0);
        assertThat(button(page, "1 report")).hasCount(0);
        stage.client()
                .post(API + "/reports/1/close", "application/json", PluginJar.bytes("{}"))
                .expect(404);
    }

    @Test
    void theDialogIsLegibleInTheDarkAndLeavesByEscape() {
        Page page = open(FRONT + "/lamps", ColorScheme.DARK);
        button(page, "Report a problem").click();
        assertThat(page.getByLabel("What is wrong with this page?")).isFocused();
        button(page, "Send").click();
        assertThat(page.getByText("Say what is wrong.")).isVisible();
        AppearanceJourney.assertLegible(page);
        page.keyboard().press("Escape");
        assertThat(page.getByRole(AriaRole.DIALOG)).hasCount(0);
        assertThat(button(page, "Report a problem")).isFocused();
    }

    @Test
    void theNextPageIsThereBeforeItIsTurnedTo() {
        List<String> asked = new CopyOnWriteArrayList<>();
        Page page = open("/docs", ColorScheme.LIGHT);
        page.onRequest(request -> {
            if (request.url().contains("/manual/page?at=gates&known=")) {
                asked.add(request.url());
            }
        });
        page.waitForResponse(
                answer -> answer.url().endsWith("/manual/page?at=gates&known="),
                () -> page.navigate(stage.portal().address() + FRONT));
        assertThat(heading(page, "Start")).isVisible();
        page.getByLabel("Previous and next page").getByText("Gates").click();
        assertThat(heading(page, "Opening hours")).isVisible();
        assertEquals(1, asked.stream().filter(url -> url.endsWith("known=")).count(), asked::toString);
    }
}
