package org.callboard.plugin.webshell.view;

import java.math.BigDecimal;
import java.util.Locale;
import org.callboard.api.model.Json;
import org.callboard.api.ui.Icon;
import org.callboard.api.ui.Value;

/** Typed values as the page reads them: {@code {"t":type,"v":value}} and what else the type needs. */
public final class ValueJson {

    private static final int LONGEST_CELL = 2_000;

    private ValueJson() {}

    /**
     * {@return the value in one of many cells}
     *
     * @throws FaultyViewException where it can't be shown there
     */
    public static Json.Obj ofCell(Value value) {
        Json.Obj json = of(value);
        if (JsonLength.of(json) > LONGEST_CELL) {
            throw new FaultyViewException(
                    "a cell is longer than " + LONGEST_CELL + " characters",
                    "Show less, and link to a page with the rest.");
        }
        return json;
    }

    static Json.Obj of(Value value) {
        if (value instanceof Value.Text text) {
            return typed("text", Json.of(text.text())).build();
        } else if (value instanceof Value.Ref ref) {
            return typed("ref", Json.of(ref.ref().toString())).build();
        } else if (value instanceof Value.Tag tag) {
            return typed("tag", Json.of(tag.label())).build();
        } else if (value instanceof Value.State state) {
            return typed("status", Json.of(ViewJson.status(state.status())))
                    .put("label", state.label())
                    .build();
        } else if (value instanceof Value.Link link) {
            return labelled("link", link.href().toString(), link.label())
                    .put("icon", link.icon() == null ? null : icon(link.icon()))
                    .build();
        } else if (value instanceof Value.PageLink link) {
            return labelled("page", PortalPath.checked(link.path()), link.label())
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
            return typed("percent", number(percent.fraction())).build();
        } else if (value instanceof Value.Length length) {
            return typed("duration", Json.of(length.duration().toMillis())).build();
        } else if (value instanceof Value.Moment moment) {
            return typed("instant", Json.of(moment.instant().toString())).build();
        }
        throw new IllegalStateException("No JSON for " + value.getClass().getSimpleName() + ".");
    }

    /** {@return the number, or null where it is none that JSON can say} */
    static Json number(double figure) {
        return Double.isFinite(figure) ? new Json.Num(BigDecimal.valueOf(figure)) : Json.Null.NULL;
    }

    private static Json.Builder labelled(String type, String value, String label) {
        return typed(type, Json.of(value)).put("label", label);
    }

    private static Json icon(Icon icon) {
        return Json.of(icon.name().toLowerCase(Locale.ROOT).replace('_', '-'));
    }

    private static Json.Builder typed(String type, Json value) {
        return Json.object().put("t", type).put("v", value);
    }
}
