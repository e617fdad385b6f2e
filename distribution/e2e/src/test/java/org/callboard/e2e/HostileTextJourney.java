package org.callboard.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever people write into fields and texts is text: it runs nothing, asks nobody, and covers nothing. */
class HostileTextJourney {

    /** Each calls {@code hit()} where it comes alive, or asks {@code evil.example}, or imitates the page. */
    private static final List<String> VECTORS = List.of(
            "<script>hit()</script>",
            "<img src=x onerror=hit()>",
            "<img src=https://evil.example/pixel.png>",
            "![pixel](https://evil.example/pixel.png)",
            "<svg onload=hit()></svg>",
            "<svg><script>hit()</script></svg>",
            "<svg><use href=https://evil.example/x.svg#a></use></svg>",
            "<svg><foreignObject><iframe srcdoc='<script>parent.hit()</script>'></iframe></foreignObject></svg>",
            "<svg><animate onbegin=hit() attributeName=x dur=1s></svg>",
            "<math><mtext><table><mglyph><style><img src=x onerror=hit()></style></mglyph></table></mtext></math>",
            "<math href=\"javascript:hit()\">x</math>",
            "<noscript><p title=\"</noscript><img src=x onerror=hit()>\"></noscript>",
            "<template><img src=x onerror=hit()></template>",
            "<!--><img src=x onerror=hit()>-->",
            "<!-- --!><img src=x onerror=hit()> -->",
            "<![CDATA[><img src=x onerror=hit()>]]>",
            "<textarea><img title=\"</textarea><img src=x onerror=hit()>\"></textarea>",
            "<form id=config><input name=attributes><button formaction=javascript:hit()>x</button></form>",
            "<a id=config name=config href=/signin>Sign in again</a>",
            "<div class=\"panel button primary\" style=\"position:fixed;inset:0;z-index:99\">Sign in</div>",
            "<style>@import 'https://evil.example/x.css'; * { display: none }</style>",
            "<link rel=stylesheet href=https://evil.example/x.css>",
            "<base href=https://evil.example/>",
            "<meta http-equiv=refresh content=\"0;url=https://evil.example/\">",
            "<iframe src=javascript:parent.hit()></iframe>",
            "<object data=data:text/html,x></object><embed src=https://evil.example/x>",
            "<details open ontoggle=hit()>x</details>",
            "<input autofocus onfocus=hit()>",
            "<video><source onerror=hit()></video>",
            "<body onload=hit()><html onclick=hit()>",
            "[x](javascript:hit())",
            "[x](&#106;avascript:hit())",
            "[x](java&Tab;script:hit())",
            "[x](JAVASCRIPT&colon;hit())",
            "[x](data:text/html;base64,PHNjcmlwdD5oaXQoKTwvc2NyaXB0Pg==)",
            "[x](vbscript:hit())",
            "[x](//evil.example/)",
            "<javascript:hit()>",
            "[x][ref]\n\n[ref]: javascript:hit()",
            "[x](<javascript:hit()> \"title\" onclick=hit())");

    /** The places of a Markdown text that a vector is put into: with 40 of them, 200 texts. */
    private static final List<String> PLACES = List.of("%s", "> %s", "- %s", "**a %s b**", "# %s");

    private static BrowserStage stage;

    @BeforeAll
    static void start(@TempDir Path root) {
        PortalFolder.write(root.resolve("hostile.yaml"), PluginJar.bytes(entities()));
        stage = BrowserStage.start(root, "    - {type: file, target: hostile.yaml}\n");
    }

    private static String entities() {
        String markup = "<img src=x onerror=hit()><b>bold</b>{{7*7}}${7*7}";
        ObjectMapper json = new ObjectMapper();
        ObjectNode component = json.createObjectNode()
                .put("apiVersion", "backstage.io/v1alpha1")
                .put("kind", "Component");
        ObjectNode metadata = component
                .putObject("metadata")
                .put("name", "marked")
                .put("title", markup)
                .put("description", markup);
        metadata.putObject("annotations")
                .put("example.com/note", markup)
                .put("backstage.io/source-location", "url:javascript:hit()");
        metadata.putArray("links")
                .add(json.createObjectNode().put("url", "https://good.example/").put("title", markup))
                .add(json.createObjectNode().put("url", " java\tscript:hit()").put("title", "Bad"));
        component.putObject("spec").put("type", markup).put("lifecycle", markup).put("owner", "booking");
        return component + "\n---\n" + api(json, "texts", described()) + "\n---\n" + api(json, "names", markup);
    }

    private static String described() {
        return PLACES.stream()
                .flatMap(place -> VECTORS.stream().map(vector -> place.replace("%s", vector)))
                .collect(Collectors.joining("\n\n"));
    }

    private static ObjectNode api(ObjectMapper json, String name, String text) {
        ObjectNode definition = json.createObjectNode().put("openapi", "3.1.0");
        definition
                .putObject("info")
                .put("title", "A " + name)
                .put("version", text.substring(0, 10))
                .put("description", text);
        definition
                .putArray("servers")
                .addObject()
                .put("url", "https://a.example/")
                .put("description", text);
        definition
                .putObject("paths")
                .putObject("/" + text.substring(0, 20))
                .putObject("get")
                .put("operationId", "find")
                .put("summary", text)
                .put("description", text)
                .putArray("parameters")
                .addObject()
                .put("name", text.substring(0, 20))
                .put("in", "query")
                .put("description", text);
        ObjectNode api = json.createObjectNode()
                .put("apiVersion", "backstage.io/v1alpha1")
                .put("kind", "API");
        api.putObject("metadata").put("name", name);
        api.putObject("spec")
                .put("type", "openapi")
                .put("lifecycle", "production")
                .put("owner", "booking")
                .put("definition", definition.toString());
        return api;
    }

    @AfterAll
    static void stop() {
        if (stage != null) {
            stage.close();
        }
    }

    /** {@return a page that tells what came alive, once this path is shown} */
    private static Page shown(String path, List<String> alive) {
        Page page = stage.signedIn(ColorScheme.LIGHT);
        page.exposeFunction("hit", arguments -> alive.add("hit"));
        page.onDialog(dialog -> {
            alive.add("a dialog");
            dialog.dismiss();
        });
        page.onRequest(request -> {
            if (!request.url().startsWith(stage.portal().address().toString())
                    && !request.url().startsWith("data:")) {
                alive.add(request.url());
            }
        });
        page.navigate(stage.portal().address() + path);
        assertThat(page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setLevel(1))
                        .first())
                .isVisible();
        assertThat(page.locator("[aria-busy=true]")).hasCount(0);
        return page;
    }

    /** Reads it twice: what a browser made of it, and what another would make of that. */
    private static void assertTame(Page page) {
        Object found = page.evaluate("""
                () => {
                  const tame = /^(P|H[1-6]|EM|STRONG|CODE|PRE|UL|OL|LI|BLOCKQUOTE|A|TABLE|THEAD|TBODY|TR|TH|TD|HR|BR|DIV|SPAN)$/;
                  const found = [];
                  const read = (root) => root.querySelectorAll('*').forEach((element) => {
                    if (!tame.test(element.tagName)) found.push(element.outerHTML.slice(0, 120));
                    for (const { name, value } of element.attributes) {
                      const isLink = name === 'href' && /^(https?:|mailto:|\\/(?!\\/))/.test(value);
                      if (!isLink && !['rel', 'target', 'align', 'title', 'start'].includes(name)) found.push(`${name}=${value}`);
                    }
                  });
                  const walk = (root) => root.querySelectorAll('*').forEach((element) => {
                    if (element.classList.contains('prose')) {
                      read(element);
                      read(new DOMParser().parseFromString(`<body>${element.innerHTML}`, 'text/html').body);
                    }
                    if (element.shadowRoot) walk(element.shadowRoot);
                  });
                  walk(document);
                  return found;
                }""");
        assertEquals(List.of(), found);
    }

    @ParameterizedTest
    @ValueSource(strings = {"texts", "names"})
    void inMarkdownComesOutAsText(String api) {
        List<String> alive = new CopyOnWriteArrayList<>();
        Page page = shown("/catalog/default/api/" + api + "/web-shell.definition?at=op-find", alive);
        assertThat(page.locator("cb-definition .prose").first()).containsText("hit()");
        assertTame(page);
        assertThat(page.locator("cb-definition .detail")).isVisible();
        assertEquals(List.of(), alive);
        stage.assertNoComplaints();
        page.context().close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/catalog?q=marked",
                "/catalog/default/component/marked",
                "/catalog/default/component/marked/relations",
                "/catalog/default/component/marked/source",
                "/catalog/default/component/marked/raw",
                "/graph/component/default/marked",
            })
    void inFieldsStaysAsItWasWritten(String path) {
        List<String> alive = new CopyOnWriteArrayList<>();
        Page page = shown(path, alive);
        assertThat(page.getByText("<img src=x onerror=hit()>").first()).isAttached();
        assertEquals(
                List.of(),
                page.locator("a[href^='java' i], a[href^='//'], a[href*='evil']").all().stream()
                        .map(link -> link.getAttribute("href"))
                        .toList());
        assertEquals(0, page.locator("#main b, #main img[onerror]").count());
        assertEquals(List.of(), alive);
        stage.assertNoComplaints();
        page.context().close();
    }

    @Test
    void inAPictureOfAPluginRunsNothingWhereItIsOpenedByItself() {
        String id = "e2e-picture";
        byte[] jar = PluginJar.of(id, "1.0.0")
                .file(
                        "ui/main.js",
                        "export default () => ({ apiVersion: 1, elements: { x: class extends HTMLElement {} } });")
                .file(
                        "ui/evil.svg",
                        "<svg xmlns=\"http://www.w3.org/2000/svg\" onload=\"document.title='hit'\">"
                                + "<script>document.title='hit'</script></svg>")
                .with("Drawn", """
                        @Component
                        public final class Drawn implements ElementCard {
                            @Override public String element() { return "x"; }
                        }
                        """)
                .build();
        String digest =
                stage.client().install(jar).expect(201).json().path("digest").asText();
        String folder = digest.replace("sha256:", "").substring(0, 16);
        List<String> alive = new ArrayList<>();
        Page page = shown("/catalog", alive);
        Response picture = page.navigate(stage.portal().address() + "/ui/" + id + "/" + folder + "/evil.svg");
        assertEquals(200, picture.status());
        assertEquals("nosniff", picture.headerValue("x-content-type-options"));
        assertTrue(picture.headerValue("content-security-policy").contains("default-src 'none'"));
        assertTrue(!page.title().equals("hit"), "It ran.");
        stage.forgiveComplaints();
        page.context().close();
    }
}
