package org.callboard.plugin.webshell.view;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.math.BigDecimal;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.callboard.api.model.EntityRef;
import org.callboard.api.model.Json;
import org.callboard.api.ui.Block;
import org.callboard.api.ui.Button;
import org.callboard.api.ui.Chart;
import org.callboard.api.ui.Form;
import org.callboard.api.ui.Input;
import org.callboard.api.ui.Metric;
import org.callboard.api.ui.Outcome;
import org.callboard.api.ui.Status;
import org.callboard.api.ui.Table;
import org.callboard.api.ui.TablePage;
import org.callboard.api.ui.Value;
import org.callboard.api.ui.View;
import org.junit.jupiter.api.Test;

final class ViewJsonTest {

    @Test
    void writesEveryKindOfBlock() {
        Block paragraph = new Block.Paragraph("text");
        View view = View.empty()
                .with(paragraph)
                .markdown("*much*")
                .value("Owner", "payments")
                .with(Metric.of("Cost", Value.of(3)).trend(List.of(1.5)).delta("+3 %"))
                .line(Status.OK, "staging", "2.41")
                .with(Table.of("names", Table.Column.of("name", "Name")).row(Value.of("x")))
                .with(Chart.of(Chart.Type.RING, "Parts", List.of(Value.of("a"))).series("Parts", List.of(1.0)))
                .with(new Block.Links(List.of(new Block.Links.Link("X", URI.create("https://x.example/"), ""))))
                .with(new Block.Timeline(
                        List.of(new Block.Timeline.Moment(Instant.EPOCH, Status.INFO, Value.of("born"), "in 1970"))))
                .with(new Block.Code("java", "int x;"))
                .button(Button.of("go", "Go", () -> Outcome.done("")))
                .with(Form.of("add", "Add", values -> Outcome.done("")).input(Input.text("name", "Name")))
                .with(new Block.Columns(List.of(List.of(paragraph), List.of())))
                .with(new Block.Tabs(List.of(new Block.Tabs.Tab("One", List.of(paragraph)))))
                .with(new Block.Empty("Nothing", "Add some"));
        List<String> kinds = ViewJson.of(view).array("blocks").items().stream()
                .map(block -> ((Json.Obj) block).text("kind").orElseThrow())
                .toList();
        assertEquals(
                List.of(
                        "text",
                        "markdown",
                        "keyValues",
                        "metric",
                        "statusList",
                        "table",
                        "chart",
                        "links",
                        "timeline",
                        "code",
                        "buttons",
                        "form",
                        "columns",
                        "tabs",
                        "empty"),
                kinds);
    }

    @Test
    void writesTitleAndRefreshOnlyWhereThereAreSome() {
        Json.Obj bare = ViewJson.of(View.empty());
        assertEquals(Set.of("v", "blocks"), bare.fields().keySet());
        Json.Obj told = ViewJson.of(View.empty().title("Cost").refreshEvery(Duration.ofMinutes(1)));
        assertEquals("Cost", told.text("title").orElseThrow());
        assertEquals(Json.of(60), told.get("refresh"));
        assertEquals(
                Json.of(5),
                ViewJson.of(View.empty().refreshEvery(Duration.ofMillis(1))).get("refresh"));
    }

    @Test
    void writesTablesThatPageAndSort() {
        Table table = Table.of("costs", Table.Column.of("team", "Team").sortable(), Table.Column.number("sum", "Sum"))
                .row(Value.of("pay"), Value.of(3))
                .page(new TablePage(20, 10, "team", TablePage.Direction.DESCENDING), 31);
        Json.Obj block = block(table);
        assertEquals(Json.of(31), block.get("total"));
        assertEquals("team", block.text("page", "sort").orElseThrow());
        assertEquals("descending", block.text("page", "direction").orElseThrow());
        Json.Obj team = (Json.Obj) block.array("columns").items().get(0);
        assertEquals("start", team.text("align").orElseThrow());
        assertEquals(Json.Bool.TRUE, team.get("sortable"));
        Json.Obj sum = (Json.Obj) block.array("columns").items().get(1);
        assertEquals("end", sum.text("align").orElseThrow());
        assertEquals(Json.Bool.FALSE, sum.get("sortable"));
    }

    @Test
    void leavesGapsInAChartWhereThereAreNoFigures() {
        Json.Obj block = block(Chart.of(Chart.Type.LINE, "Cost", List.of(Value.of("a"), Value.of("b"), Value.of("c")))
                .series("eu", List.of(1.5, Double.NaN, Double.POSITIVE_INFINITY)));
        Json.Obj series = (Json.Obj) block.array("series").items().get(0);
        assertEquals(
                List.of(new Json.Num(new BigDecimal("1.5")), Json.Null.NULL, Json.Null.NULL),
                series.array("values").items());
    }

    @Test
    void writesWhatAnInputDemandsAndNoSecret() {
        Json.Obj block = block(Form.of("add", "Add", values -> Outcome.done(""))
                .input(Input.number("sum", "Sum").required().between(1, 9).initial("3"))
                .input(Input.secret("token", "Token").initial("hush")));
        Json.Obj sum = (Json.Obj) block.array("inputs").items().get(0);
        assertEquals(Json.Bool.TRUE, sum.get("required"));
        assertEquals(Json.of(9), sum.get("max"));
        assertEquals(List.of("3"), sum.array("initial").texts());
        Json.Obj token = (Json.Obj) block.array("inputs").items().get(1);
        assertEquals(List.of(), token.array("initial").texts());
    }

    @Test
    void writesHowButtonsLookAndWhatTheyAsk() {
        Button button = Button.of("drop", "Drop", () -> Outcome.done(""))
                .style(Button.Style.DANGER)
                .confirm("Really?");
        Json.Obj item = (Json.Obj)
                block(new Block.Buttons(List.of(button))).array("items").items().get(0);
        assertEquals("danger", item.text("style").orElseThrow());
        assertEquals("Really?", item.text("confirm").orElseThrow());
    }

    @Test
    void writesTheStatusOfACardInLowerCaseAndLeavesNoneOut() {
        assertEquals(
                "warn",
                ViewJson.of(View.empty().status(Status.WARN)).text("status").orElseThrow());
        assertNull(ViewJson.of(View.empty()).get("status"));
    }

    @Test
    void leavesOutWhatAStatusRowDoesNotTell() {
        Block.StatusList.Row bare = new Block.StatusList.Row("staging", Status.RUNNING, null, null);
        Block.StatusList.Row told = new Block.StatusList.Row("staging", Status.OK, "2.41", Value.of(Instant.EPOCH));
        Json.Obj block = block(new Block.StatusList(List.of(bare, told)));
        Json.Obj first = (Json.Obj) block.array("items").items().get(0);
        Json.Obj second = (Json.Obj) block.array("items").items().get(1);
        assertFalse(first.fields().containsKey("detail"));
        assertFalse(first.fields().containsKey("at"));
        assertEquals("1970-01-01T00:00:00Z", second.text("at", "v").orElseThrow());
    }

    @Test
    void writesTextualValues() {
        assertEquals(typed("text", "plain"), ValueJson.of(Value.of("plain")));
        assertEquals(typed("tag", "java"), ValueJson.of(new Value.Tag("java")));
        assertEquals(typed("ref", "group:default/pay"), ValueJson.of(Value.of(EntityRef.parse("group:pay"))));
        assertEquals(
                typed("link", "https://x.example/").with("label", Json.of("X")),
                ValueJson.of(new Value.Link("X", URI.create("https://x.example/"))));
        assertEquals(
                typed("status", "error").with("label", Json.of("down")),
                ValueJson.of(new Value.State(Status.ERROR, "down")));
    }

    @Test
    void writesMeasuresAsNumbersWithTheirUnits() {
        BigDecimal amount = new BigDecimal("12.50");
        assertEquals(
                measure("quantity", amount).with("unit", Json.of("req/s")),
                ValueJson.of(new Value.Quantity(amount, "req/s")));
        assertEquals(
                measure("money", amount).with("currency", Json.of("EUR")),
                ValueJson.of(new Value.Money(amount, "EUR")));
        assertEquals(measure("bytes", BigDecimal.valueOf(2048)), ValueJson.of(new Value.Bytes(2048)));
        assertEquals(measure("percent", BigDecimal.valueOf(0.5)), ValueJson.of(new Value.Percent(0.5)));
        assertEquals(
                measure("duration", BigDecimal.valueOf(90_000)),
                ValueJson.of(new Value.Length(Duration.ofSeconds(90))));
    }

    @Test
    void linksToPagesOfThePortalAlone() {
        assertEquals(
                typed("page", "/cost/eu").with("label", Json.of("EU")), ValueJson.of(Value.page("EU", "/cost/eu")));
        for (String elsewhere : List.of("cost", "//evil.example/", "/\\evil", "https://a.example/", "/a\nb", "")) {
            assertThrows(FaultyViewException.class, () -> ValueJson.of(Value.page("x", elsewhere)), elsewhere);
        }
    }

    private static Json.Obj block(Block block) {
        return (Json.Obj)
                ViewJson.of(View.empty().with(block)).array("blocks").items().get(0);
    }

    private static Json.Obj typed(String type, String value) {
        return Json.object().put("t", type).put("v", value).build();
    }

    private static Json.Obj measure(String type, BigDecimal value) {
        return Json.object().put("t", type).put("v", new Json.Num(value)).build();
    }
}
