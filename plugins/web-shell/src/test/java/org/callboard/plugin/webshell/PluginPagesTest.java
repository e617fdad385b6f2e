package org.callboard.plugin.webshell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.callboard.api.model.Json;
import org.callboard.api.plugins.Diagnosis;
import org.callboard.api.plugins.PluginInfo;
import org.callboard.api.plugins.PluginLoad;
import org.callboard.api.plugins.PluginState;
import org.callboard.api.problem.PortalException;
import org.callboard.api.problem.ProblemKind;
import org.callboard.api.ui.ElementPage;
import org.callboard.api.ui.Icon;
import org.callboard.api.ui.PagePlace;
import org.callboard.api.ui.PluginPage;
import org.callboard.api.ui.TablePage;
import org.callboard.api.ui.View;
import org.callboard.api.ui.ViewRequest;
import org.callboard.plugin.webshell.home.KeptHomes;
import org.callboard.testkit.MemoryTables;
import org.junit.jupiter.api.Test;

final class PluginPagesTest {

    private final FakePortal portal = new FakePortal();
    private final ViewsEndpoint endpoint =
            new ViewsEndpoint(portal, portal, portal, portal, new KeptHomes(new MemoryTables()));

    @Test
    void listsPagesInTheirOrderWithTheirIcons() throws IOException {
        offer("zeal", "front", PagePlace.FRONT.order(1).icon(Icon.GIT_BRANCH));
        offer("cost", "front", PagePlace.FRONT);
        offer("cost", "budget", PagePlace.at("budget").order(2));
        offer("cost", "region", PagePlace.at("regions/{region}"));
        offer("cost", "hidden", PagePlace.at("hidden").unlisted());
        assertEquals(List.of("/zeal", "/cost/budget", "/cost"), paths());
        assertEquals("git-branch", pages().get(0).text("icon").orElseThrow());
    }

    @Test
    void showsPagesOnlyToThoseWhoMaySeeThem() throws IOException {
        offer("cost", "front", PagePlace.FRONT.permission("cost.read"));
        portal.denied.add("cost.read");
        assertEquals(List.of(), pages());
        assertEquals(ProblemKind.NOT_FOUND, refusal("/cost").kind());
    }

    @Test
    void findsThePageOfAPathAndItsParameters() throws IOException {
        offer("cost", "front", PagePlace.FRONT);
        offer("cost", "region", PagePlace.at("regions/{region}"));
        offer("cost", "world", PagePlace.at("regions/world"));
        offer("cost", "month", PagePlace.at("{part}/{month}"));
        assertEquals("front", at("/cost").text("id").orElseThrow());
        assertEquals("front", at("/cost/").text("id").orElseThrow());
        assertEquals("world", at("/cost/regions/world").text("id").orElseThrow());
        assertEquals("month", at("/cost/tools/2026-01").text("id").orElseThrow());
        Json.Obj region = at("/cost/regions/eu%2Fwest%20+1");
        assertEquals("region", region.text("id").orElseThrow());
        assertEquals("/cost/regions/{region}", region.text("path").orElseThrow());
        assertEquals("eu/west +1", region.text("parameters", "region").orElseThrow());
        assertEquals("region=Optional[eu/west +1]", firstText(region));
    }

    @Test
    void givesAPageAllStepsThatFollow() throws IOException {
        offer("docs", "front", PagePlace.FRONT);
        offer("docs", "reader", PagePlace.at("{kind}/{name}/{page...}"));
        offer("docs", "about", PagePlace.at("component/{name}/about"));
        assertEquals("front", at("/docs").text("id").orElseThrow());
        assertEquals("about", at("/docs/component/ledger/about").text("id").orElseThrow());
        Json.Obj deep = at("/docs/component/ledger/guide/a%20b/c");
        assertEquals("reader", deep.text("id").orElseThrow());
        assertEquals("guide/a b/c", deep.text("parameters", "page").orElseThrow());
        assertEquals("", at("/docs/component/ledger").text("parameters", "page").orElseThrow());
        assertThrows(PortalException.class, () -> at("/docs/component"));
        assertEquals(List.of("/docs"), paths());
    }

    @Test
    void letsTheParametersOfThePathWin() throws IOException {
        offer("cost", "region", PagePlace.at("regions/{region}"));
        Json.Obj page = get(new Exchange("GET", "/api/web-shell/pages/at")
                .with("path", "/cost/regions/eu")
                .with("region", "us"));
        assertEquals("region=Optional[eu]", firstText(page));
    }

    @Test
    void passesOnTheRestOfTheQueryAndThePagesOfTables() throws IOException {
        portal.offer("cost", new Echo());
        Json.Obj page = get(new Exchange("GET", "/api/web-shell/pages/at")
                .with("path", "/cost")
                .with("month", "2026-01")
                .with("table.teams", "40,10,amount,descending"));
        assertEquals(
                "Optional[2026-01] Optional.empty Optional.empty "
                        + new TablePage(40, 10, "amount", TablePage.Direction.DESCENDING),
                firstText(page));
    }

    @Test
    void refusesAPageOfATableThatIsNone() {
        portal.offer("cost", new Echo());
        PortalException refusal = assertThrows(
                PortalException.class,
                () -> get(new Exchange("GET", "/api/web-shell/pages/at")
                        .with("path", "/cost")
                        .with("table.teams", "0,10,amount;drop,ascending")));
        assertEquals(ProblemKind.BAD_INPUT, refusal.kind());
    }

    @Test
    void saysWhatIsWrongWithAPathUnderTheIdOfThePage() throws IOException {
        for (String path : List.of(
                "/lead",
                "trail/",
                "a//b",
                "..",
                "{",
                "{1}",
                "a{b}",
                "{a}/{a}",
                "{a...}/b",
                "{...}",
                "a...}",
                "ä",
                "a b")) {
            portal.withdraw("cost");
            offer("cost", "bad", PagePlace.at(path));
            assertEquals(List.of("/cost/bad"), paths());
            String message = "The page 'bad' of plugin 'cost' has the path '" + path + "', which is none.";
            assertEquals(message, pages().get(0).text("error", "message").orElseThrow());
            assertEquals(message, at("/cost/bad").text("error", "message").orElseThrow());
        }
    }

    @Test
    void letsTheFirstOfTwoPagesHaveAPathAndTheOtherSaySo() throws IOException {
        offer("cost", "one", PagePlace.at("regions/{region}"));
        offer("cost", "two", PagePlace.at("regions/{name}"));
        assertEquals("one", at("/cost/regions/eu").text("id").orElseThrow());
        assertEquals(
                "The page 'two' of plugin 'cost' has the path 'regions/{name}', which the page 'one' has already.",
                at("/cost/two").text("error", "message").orElseThrow());
    }

    @Test
    void givesNoPagesToAPluginThatIsCalledAsThePortalsOwn() throws IOException {
        offer("catalog", "front", PagePlace.FRONT);
        offer("docs", "front", PagePlace.FRONT);
        assertEquals(List.of("/catalog/front", "/docs"), paths());
        assertTrue(pages().get(0).text("error", "message").orElseThrow().contains("/catalog is the portal's own"));
    }

    @Test
    void saysSoWhereAPluginDoesNotKnowWhereItsPageIs() throws IOException {
        portal.offer("cost", new Lost());
        assertEquals(
                "Plugin 'cost' failed: lost.",
                at("/cost/lost").text("error", "message").orElseThrow());
    }

    @Test
    void tellsWhyThereIsNoPage() throws IOException {
        assertEquals("There is no page at /cost/x.", refusal("/cost/x").message());
        portal.plugins.put("cost", plugin(PluginState.DISABLED, null));
        assertEquals(
                "There is no page at /cost/x: the plugin 'cost' is disabled.",
                refusal("/cost/x").message());
        portal.plugins.put(
                "cost", plugin(PluginState.FAILED, new Diagnosis("It failed.", "Its ledger is shut.", "Open it.")));
        assertEquals(
                "There is no page at /cost/x: the plugin 'cost' is failed. Its ledger is shut.",
                refusal("/cost/x").message());
        portal.plugins.put("cost", plugin(PluginState.ACTIVE, null));
        assertEquals(
                "There is no page at /cost/x: the plugin 'cost' has none there for you.",
                refusal("/cost/x").message());
        for (String none : List.of("/", "//cost", "cost", "/%zz")) {
            assertEquals(ProblemKind.NOT_FOUND, refusal(none).kind(), none);
        }
    }

    @Test
    void passesOnThatThereIsNothingHere() {
        portal.offer("cost", new Echo());
        PortalException refusal = assertThrows(
                PortalException.class,
                () -> get(new Exchange("GET", "/api/web-shell/pages/at")
                        .with("path", "/cost")
                        .with("month", "none")));
        assertEquals("There is no such month.", refusal.message());
    }

    @Test
    void namesTheElementOfAPageThatDrawsItself() throws IOException {
        portal.uiBases.put("cost", URI.create("/ui/cost/1/"));
        portal.offer("cost", new Drawing());
        Json.Obj page = at("/cost");
        assertEquals(Json.of(2), page.get("tier"));
        assertEquals("/ui/cost/1/main.js", page.text("module").orElseThrow());
        assertEquals("cost-page", page.text("element").orElseThrow());
    }

    private void offer(String plugin, String id, PagePlace place) {
        portal.offer(plugin, new Named(id, place));
    }

    private Json.Obj at(String path) throws IOException {
        return get(new Exchange("GET", "/api/web-shell/pages/at").with("path", path));
    }

    private PortalException refusal(String path) {
        return assertThrows(PortalException.class, () -> at(path));
    }

    private List<Json.Obj> pages() throws IOException {
        return get(new Exchange("GET", "/api/web-shell/pages")).array("pages").items().stream()
                .map(Json.Obj.class::cast)
                .toList();
    }

    private List<String> paths() throws IOException {
        return pages().stream().map(page -> page.text("path").orElseThrow()).toList();
    }

    private Json.Obj get(Exchange exchange) throws IOException {
        exchange.sentTo(endpoint, portal);
        return (Json.Obj) Objects.requireNonNull(portal.written);
    }

    private static String firstText(Json.Obj page) {
        return ((Json.Obj) page.array("model", "blocks").items().get(0))
                .text("text")
                .orElseThrow();
    }

    private static PluginInfo plugin(PluginState state, @org.jspecify.annotations.Nullable Diagnosis diagnosis) {
        return new PluginInfo(
                "cost",
                "1.0.0",
                "Cost",
                null,
                state,
                Instant.EPOCH,
                "sha256:cost",
                null,
                PluginInfo.Role.OPTIONAL,
                diagnosis,
                null,
                List.of(),
                List.of(),
                PluginLoad.NONE,
                List.of());
    }

    private record Named(String id, PagePlace place) implements PluginPage {
        @Override
        public View show(ViewRequest request) {
            return View.empty().text("region=" + request.parameter("region"));
        }
    }

    private static final class Echo implements PluginPage {
        @Override
        public View show(ViewRequest request) {
            if (request.parameter("month").orElse("").equals("none")) {
                throw new PortalException(ProblemKind.NOT_FOUND, "There is no such month.");
            }
            return View.empty()
                    .text(request.parameter("month") + " " + request.parameter("path") + " "
                            + request.parameter("table.teams") + " " + request.table("teams"));
        }
    }

    private static final class Lost implements PluginPage {
        @Override
        public PagePlace place() {
            throw new IllegalStateException("lost");
        }

        @Override
        public View show(ViewRequest request) {
            return View.empty();
        }
    }

    private static final class Drawing implements ElementPage {
        @Override
        public String element() {
            return "cost-page";
        }
    }
}
