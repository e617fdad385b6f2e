package org.callboard.plugin.webshell.view;

import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.callboard.api.model.Json;
import org.callboard.api.ui.Block;
import org.callboard.api.ui.Chart;
import org.callboard.api.ui.Form;
import org.callboard.api.ui.Metric;
import org.callboard.api.ui.Status;
import org.callboard.api.ui.Table;
import org.callboard.api.ui.View;
import org.jspecify.annotations.Nullable;

/** Views as the page reads them: {@code {"v":1,"title"?,"status"?,"refresh"?,"blocks":[{"kind",...}]}}. */
public final class ViewJson {

    private static final long MOST_CHARACTERS = 2_000_000;
    private static final long SHORTEST_REFRESH = 5;

    private ViewJson() {}

    /**
     * {@return the view as JSON}
     *
     * @throws FaultyViewException where it breaks a rule of the plugin API
     */
    public static Json.Obj of(@Nullable View view) {
        if (view == null) {
            throw new FaultyViewException("it is null", "Return View.empty() where there is nothing to show.");
        }
        BlockTree.of(view);
        Json.Obj json = Json.object()
                .put("v", 1)
                .put("title", unlessEmpty(view.title()))
                .put("status", view.status() == null ? null : status(view.status()))
                .put("refresh", refresh(view))
                .put("blocks", array(view.blocks(), ViewJson::block))
                .build();
        if (JsonLength.of(json) > MOST_CHARACTERS) {
            throw new FaultyViewException("it is longer than 2 MB", "Show less, or a table that pages.");
        }
        return json;
    }

    private static @Nullable Json refresh(View view) {
        long seconds = view.refresh().toSeconds();
        return view.refresh().isZero() ? null : Json.of(Math.max(SHORTEST_REFRESH, seconds));
    }

    /** {@return the status in lower case} */
    public static String status(Status status) {
        return status.name().toLowerCase(Locale.ROOT);
    }

    static Json block(Block block) {
        if (block instanceof Metric metric) {
            return FigureJson.of(metric);
        } else if (block instanceof Chart chart) {
            return FigureJson.of(chart);
        } else if (block instanceof Table table) {
            return TableJson.of(table);
        } else if (block instanceof Form form) {
            return FormJson.of(form);
        }
        return BlockJson.of((Block.Simple) block);
    }

    static Json.Builder kind(String kind) {
        return Json.object().put("kind", kind);
    }

    static @Nullable String unlessEmpty(@Nullable String text) {
        return text == null || text.isEmpty() ? null : text;
    }

    static <T> Json array(List<T> items, Function<T, Json> json) {
        return new Json.Arr(items.stream().map(json).toList());
    }
}
