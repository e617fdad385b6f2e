package org.callboard.plugin.webshell;

import java.math.BigDecimal;
import org.callboard.api.model.Json;
import org.callboard.api.ui.Value;

/** Typed values as the page reads them: {@code {"t":type,"v":value}} and what else the type needs. */
final class ValueJson {

    private ValueJson() {}

    static Json.Obj of(Value value) {
        if (value instanceof Value.Text text) {
            return typed("text", Json.of(text.text())).build();
        } else if (value instanceof Value.Ref ref) {
            return typed("ref", Json.of(ref.ref().toString())).build();
        } else if (value instanceof Value.Link link) {
            return typed("link", Json.of(link.href().toString()))
                    .put("label", link.label())
                    .build();
        } else if (value instanceof Value.Tag tag) {
            return typed("tag", Json.of(tag.label())).build();
        } else if (value instanceof Value.State state) {
            return typed("status", Json.of(String.valueOf(CardJson.status(state.status()))))
                    .put("label", state.label())
                    .build();
        }
        return measure(value);
    }

    private static Json.Obj measure(Value value) {
        if (value instanceof Value.Quantity quantity) {
            return typed("quantity", new Json.Num(quantity.amount()))
                    .put("unit", quantity.unit())
                    .build();
        } else if (value instanceof Value.Money money) {
            return typed("money", new Json.Num(money.amount()))
                    .put("currency", money.currency())
                    .build();
        } else if (value instanceof Value.Bytes bytes) {
            return typed("bytes", Json.of(bytes.count())).build();
        } else if (value instanceof Value.Percent percent) {
            return typed("percent", new Json.Num(BigDecimal.valueOf(percent.fraction())))
                    .build();
        } else if (value instanceof Value.Length length) {
            return typed("duration", Json.of(length.duration().toMillis())).build();
        } else if (value instanceof Value.Moment moment) {
            return typed("instant", Json.of(moment.instant().toString())).build();
        }
        throw new IllegalStateException("No JSON for " + value.getClass().getSimpleName() + ".");
    }

    private static Json.Builder typed(String type, Json value) {
        return Json.object().put("t", type).put("v", value);
    }
}
