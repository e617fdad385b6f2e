package org.callboard.plugin.webshell.view;

import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.callboard.api.model.Json;
import org.callboard.api.ui.Block;
import org.callboard.api.ui.Button;

/** The blocks that need no more than their values, as the page reads them. */
final class BlockJson {

    private static final int MOST_ITEMS = 500;

    private BlockJson() {}

    static Json of(Block.Simple block) {
        if (block instanceof Block.KeyValues list) {
            return items("keyValues", list.items(), BlockJson::pair);
        } else if (block instanceof Block.StatusList list) {
            return items("statusList", list.items(), BlockJson::row);
        } else if (block instanceof Block.Links list) {
            return items("links", list.items(), BlockJson::link);
        } else if (block instanceof Block.Timeline list) {
            return items("timeline", list.items(), BlockJson::moment);
        } else if (block instanceof Block.Buttons list) {
            return items("buttons", list.items(), BlockJson::button);
        } else if (block instanceof Block.Tabs tabs) {
            return items("tabs", tabs.items(), BlockJson::tab);
        } else if (block instanceof Block.Columns columns) {
            return ViewJson.kind("columns")
                    .put("blocks", ViewJson.array(columns.blocks(), BlockJson::blocks))
                    .build();
        }
        return texts(block);
    }

    private static Json texts(Block.Simple block) {
        if (block instanceof Block.Paragraph paragraph) {
            return ViewJson.kind("text").put("text", paragraph.text()).build();
        } else if (block instanceof Block.Markdown markdown) {
            return ViewJson.kind("markdown")
                    .put("html", Markup.html(markdown.source()))
                    .build();
        } else if (block instanceof Block.Code code) {
            return ViewJson.kind("code")
                    .put("lang", code.language())
                    .put("text", code.text())
                    .build();
        } else if (block instanceof Block.Empty empty) {
            return ViewJson.kind("empty")
                    .put("title", empty.title())
                    .put("hint", empty.hint())
                    .build();
        }
        return graph(block);
    }

    private static Json graph(Block.Simple block) {
        if (block instanceof Block.Graph graph) {
            return ViewJson.kind("graph")
                    .put("entity", graph.entity().toString())
                    .put("depth", Math.max(1, Math.min(5, graph.depth())))
                    .build();
        }
        throw new IllegalStateException("No JSON for " + block.getClass().getSimpleName() + ".");
    }

    private static <T> Json items(String kind, List<T> items, Function<T, Json> json) {
        Limits.atMost(MOST_ITEMS, items, "items in a block of kind " + kind);
        return ViewJson.kind(kind).put("items", ViewJson.array(items, json)).build();
    }

    private static Json blocks(List<Block> blocks) {
        return ViewJson.array(blocks, ViewJson::block);
    }

    private static Json pair(Block.KeyValues.Pair pair) {
        return Json.object()
                .put("label", pair.label())
                .put("value", ValueJson.of(pair.value()))
                .build();
    }

    private static Json row(Block.StatusList.Row row) {
        return Json.object()
                .put("label", row.label())
                .put("status", ViewJson.status(row.status()))
                .put("detail", ViewJson.unlessEmpty(row.detail()))
                .put("at", row.at() == null ? null : ValueJson.of(row.at()))
                .build();
    }

    private static Json link(Block.Links.Link link) {
        return Json.object()
                .put("label", link.label())
                .put("href", link.href().toString())
                .put("detail", ViewJson.unlessEmpty(link.detail()))
                .build();
    }

    private static Json moment(Block.Timeline.Moment moment) {
        return Json.object()
                .put("at", moment.at().toString())
                .put("status", ViewJson.status(moment.status()))
                .put("title", ValueJson.of(moment.title()))
                .put("detail", ViewJson.unlessEmpty(moment.detail()))
                .build();
    }

    private static Json button(Button button) {
        return Json.object()
                .put("id", button.id())
                .put("label", button.label())
                .put("style", button.style().name().toLowerCase(Locale.ROOT))
                .put("confirm", ViewJson.unlessEmpty(button.confirm()))
                .build();
    }

    private static Json tab(Block.Tabs.Tab tab) {
        return Json.object()
                .put("label", tab.label())
                .put("blocks", blocks(tab.blocks()))
                .build();
    }
}
