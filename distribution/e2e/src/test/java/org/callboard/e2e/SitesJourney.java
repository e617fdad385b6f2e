package org.callboard.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.callboard.e2e.BrowserJourney.heading;
import static org.callboard.e2e.BrowserJourney.named;
import static org.callboard.e2e.ViewsJourney.link;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Pages, tabs and home cards come, change and go with their plugin while people have them open. */
class SitesJourney {

    private static final String ID = "e2e-site";

    private static final String PAGE = """
            @Component
            public final class Front implements PluginPage {
                @Override public String title() { return "Site"; }
                @Override public View show(ViewRequest request) {
                    return View.empty().text("%1$s").with(Form.of("note", "Send", values -> Outcome.done("Thanks"))
                            .input(Input.text("word", "Word")));
                }
            }
            """;
    private static final String TAB = """
            @Component
            public final class Part implements EntityTab {
                @Override public String title() { return "Part"; }
                @Override public View show(Entity entity, ViewRequest request) { return View.empty().text("%1$s"); }
            }
            """;
    private static final String CARD = """
            @Component
            public final class Glance implements HomeCard {
                @Override public String title() { return "Glance"; }
                @Override public View show(ViewRequest request) { return View.empty().text("%1$s"); }
            }
            """;
    private static final String ELEMENT = """
            @Component
            public final class Drawn implements ElementPage {
                @Override public String title() { return "Drawn"; }
                @Override public PagePlace place() { return PagePlace.at("drawn/{what}"); }
                @Override public String element() { return "drawn"; }
            }
            """;
    private static final String MODULE = """
            export default () => ({
              apiVersion: 1,
              elements: {
                drawn: class extends HTMLElement {
                  connectedCallback() { this.textContent = `%1$s draws ${this.ctx.parameters.what}`; }
                },
              },
            });
            """;

    private static BrowserStage stage;

    private final List<Page> opened = new ArrayList<>();

    @BeforeAll
    static void start(@TempDir Path root) {
        stage = BrowserStage.start(root);
    }

    @AfterAll
    static void stop() {
        if (stage != null) {
            stage.close();
        }
    }

    @AfterEach
    void expectNoComplaints() {
        opened.forEach(page -> page.context().close());
        opened.clear();
        stage.client().delete("/api/plugins/" + ID);
        stage.assertNoComplaints();
    }

    private static void install(String version, String text, int status) {
        stage.client()
                .install(PluginJar.of(ID, version)
                        .with("Front", PAGE.formatted(text))
                        .with("Part", TAB.formatted(text))
                        .with("Glance", CARD.formatted(text))
                        .with("Drawn", ELEMENT)
                        .file("ui/main.js", MODULE.formatted(text))
                        .build())
                .expect(status);
    }

    private Page open(String path) {
        Page page = stage.at(path, ColorScheme.LIGHT);
        assertThat(page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setLevel(1))
                        .first())
                .isVisible();
        page.evaluate("window.stillTheSame = true");
        opened.add(page);
        return page;
    }

    private static void assertNotLoadedAgain(Page page) {
        assertEquals(true, page.evaluate("window.stillTheSame"), "The page was loaded again.");
    }

    @Test
    void listsShowsChangesAndDropsAPageWithItsPlugin() {
        Page page = open("/" + ID);
        assertThat(heading(page, "There is no such page")).isVisible();
        stage.forgiveComplaints();
        install("1.0.0", "first edition", 201);
        assertThat(page.getByText("first edition")).isVisible();
        Locator listed = page.locator("cb-nav .item").filter(new Locator.FilterOptions().setHasText("Site"));
        assertThat(listed).isVisible();
        install("2.0.0", "second edition", 200);
        assertThat(page.getByText("second edition")).isVisible();
        assertThat(page.getByText("e2e-site 2.0.0").first()).isVisible();
        stage.client().delete("/api/plugins/" + ID).expect(204);
        assertThat(heading(page, "There is no such page")).isVisible();
        assertThat(listed).hasCount(0);
        assertNotLoadedAgain(page);
        stage.forgiveComplaints();
    }

    @Test
    void keepsWhatIsTypedWhenThePluginIsReplaced() {
        install("1.0.0", "first edition", 201);
        Page page = open("/" + ID);
        page.getByLabel("Word").fill("half a word");
        install("2.0.0", "second edition", 200);
        assertThat(page.getByText("New data is ready.")).isVisible();
        assertThat(page.getByText("first edition")).isVisible();
        page.getByRole(AriaRole.BUTTON, named("Update")).click();
        assertThat(page.getByText("second edition")).isVisible();
        assertThat(page.getByLabel("Word")).hasValue("half a word");
        page.getByRole(AriaRole.BUTTON, named("Send")).click();
        assertThat(page.locator(".toast").last()).containsText("Thanks");
        assertNotLoadedAgain(page);
    }

    @Test
    void showsATabAndAHomeCardThatComeChangeAndGo() {
        Page entity = open("/catalog/default/component/booking-service");
        Page home = open("/");
        install("1.0.0", "first edition", 201);
        link(entity, "Part").click();
        assertThat(entity.getByText("first edition")).isVisible();
        assertThat(home.getByRole(AriaRole.ARTICLE, named("Glance"))).containsText("first edition");
        install("2.0.0", "second edition", 200);
        assertThat(entity.getByText("second edition")).isVisible();
        assertThat(home.getByRole(AriaRole.ARTICLE, named("Glance"))).containsText("second edition");
        stage.client().delete("/api/plugins/" + ID).expect(204);
        assertThat(entity.getByText("There is no such part of this page")).isVisible();
        assertThat(home.getByRole(AriaRole.ARTICLE, named("Glance"))).hasCount(0);
        assertNotLoadedAgain(entity);
        assertNotLoadedAgain(home);
        stage.forgiveComplaints();
    }

    @Test
    void letsAPageDrawItself() {
        install("1.0.0", "One", 201);
        Page page = open("/" + ID + "/drawn/circles");
        assertThat(page.getByText("One draws circles")).isVisible();
        assertThat(page).hasTitle("Drawn · Callboard");
        install("2.0.0", "Two", 200);
        assertThat(page.getByText("Two draws circles")).isVisible();
        assertNotLoadedAgain(page);
    }
}
