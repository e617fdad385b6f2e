package org.callboard.plugin.webshell;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.callboard.api.model.Json;
import org.callboard.api.ui.Block;
import org.callboard.api.ui.Card;
import org.callboard.api.ui.Status;
import org.jspecify.annotations.Nullable;

/** Cards as the page reads them: {@code {"v":1,"status"?,"blocks":[{"kind",...}]}}. */
final class CardJson {

    private CardJson() {}

    static Json.Obj of(Card card) {
        return Json.object()
                .put("v", 1)
                .put("status", status(card.status()))
                .put("blocks", array(card.blocks(), CardJson::block))
                .build();
    }

    static @Nullable String status(@Nullable Status status) {
        return status == null ? null : status.name().toLowerCase(Locale.ROOT);
    }

    private static Json block(Block block) {
        if (block instanceof Block.Paragraph paragraph) {
            return kind("text").put("text", paragraph.text()).build();
        } else if (block instanceof Block.KeyValues list) {
            return items("keyValues", list.items(), CardJson::pair);
        } else if (block instanceof Block.Metric metric) {
            return metric(metric);
        } else if (block instanceof Block.StatusList list) {
            return items("statusList", list.items(), CardJson::row);
        } else if (block instanceof Block.Table table) {
            return table(table);
        } else if (block instanceof Block.Code code) {
            return texts("code", "lang", code.language(), "text", code.text());
        } else if (block instanceof Block.Empty empty) {
            return texts("empty", "title", empty.title(), "hint", empty.hint());
        }
        throw new IllegalStateException("No JSON for " + block.getClass().getSimpleName() + ".");
    }

    private static <T> Json items(String kind, List<T> items, Function<T, Json> json) {
        return kind(kind).put("items", array(items, json)).build();
    }

    private static Json texts(String kind, String first, String firstText, String second, String secondText) {
        return kind(kind).put(first, firstText).put(second, secondText).build();
    }

    private static Json pair(Block.KeyValues.Pair pair) {
        return Json.object()
                .put("label", pair.label())
                .put("value", ValueJson.of(pair.value()))
                .build();
    }

    private static Json metric(Block.Metric metric) {
        return kind("metric")
                .put("label", metric.label())
                .put("value", ValueJson.of(metric.value()))
                .put("trend", array(metric.trend(), point -> new Json.Num(BigDecimal.valueOf(point))))
                .build();
    }

    private static Json row(Block.StatusList.Row row) {
        return Json.object()
                .put("label", row.label())
                .put("status", status(row.status()))
                .put("detail", row.detail())
                .put("at", row.at() == null ? null : ValueJson.of(row.at()))
                .build();
    }

    private static Json table(Block.Table table) {
        return kind("table")
                .put("columns", Json.ofTexts(table.columns()))
                .put("rows", array(table.rows(), cells -> array(cells, ValueJson::of)))
                .build();
    }

    private static Json.Builder kind(String kind) {
        return Json.object().put("kind", kind);
    }

    private static <T> Json array(List<T> items, Function<T, Json> json) {
        return new Json.Arr(items.stream().map(json).toList());
    }
}
