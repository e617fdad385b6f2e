package org.callboard.plugin.webshell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.math.BigDecimal;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.callboard.api.model.EntityRef;
import org.callboard.api.model.Json;
import org.callboard.api.ui.Block;
import org.callboard.api.ui.Card;
import org.callboard.api.ui.Status;
import org.callboard.api.ui.Value;
import org.junit.jupiter.api.Test;

final class CardJsonTest {

    @Test
    void writesEveryKindOfBlock() {
        Card card = Card.empty()
                .with(new Block.Paragraph("text"))
                .with(new Block.KeyValues(List.of(new Block.KeyValues.Pair("Owner", Value.of("payments")))))
                .with(new Block.Metric("Cost", Value.of(3), List.of(1.5)))
                .with(new Block.StatusList(List.of(new Block.StatusList.Row("staging", Status.OK, null, null))))
                .with(new Block.Table(List.of("Name"), List.of(List.of(Value.of("x")))))
                .with(new Block.Code("java", "int x;"))
                .with(new Block.Empty("Nothing", "Add some"));
        List<String> kinds = CardJson.of(card).array("blocks").items().stream()
                .map(block -> ((Json.Obj) block).text("kind").orElseThrow())
                .toList();
        assertEquals(List.of("text", "keyValues", "metric", "statusList", "table", "code", "empty"), kinds);
    }

    @Test
    void writesTheStatusOfACardInLowerCaseAndLeavesNoneOut() {
        assertEquals(
                "warn",
                CardJson.of(Card.empty().status(Status.WARN)).text("status").orElseThrow());
        assertNull(CardJson.of(Card.empty()).get("status"));
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

    private static Json.Obj block(Block block) {
        return (Json.Obj)
                CardJson.of(Card.empty().with(block)).array("blocks").items().get(0);
    }

    private static Json.Obj typed(String type, String value) {
        return Json.object().put("t", type).put("v", value).build();
    }

    private static Json.Obj measure(String type, BigDecimal value) {
        return Json.object().put("t", type).put("v", new Json.Num(value)).build();
    }
}
