package org.callboard.plugin.webshell.view;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.callboard.api.ui.Block;
import org.callboard.api.ui.Button;
import org.callboard.api.ui.Form;
import org.callboard.api.ui.Table;
import org.callboard.api.ui.View;

/** All blocks of a view, with those in columns and tabs: there are not too many, and each can be told from the others. */
final class BlockTree {

    private static final int MOST_BLOCKS = 100;
    private static final int DEEPEST = 4;
    private static final int MOST_BESIDE = 30;

    private final List<Block> blocks = new ArrayList<>();
    private final Set<String> actions = new HashSet<>();
    private final Set<String> tables = new HashSet<>();

    private BlockTree() {}

    /** @throws FaultyViewException where they break a rule */
    static List<Block> of(View view) {
        BlockTree tree = new BlockTree();
        tree.collect(view.blocks(), 1);
        tree.blocks.forEach(tree::name);
        return tree.blocks;
    }

    private void collect(List<Block> more, int depth) {
        if (depth > DEEPEST) {
            throw new FaultyViewException(
                    "columns and tabs are nested more than " + (DEEPEST - 1) + " times", "Nest them less.");
        }
        for (Block block : more) {
            blocks.add(block);
            Limits.atMost(MOST_BLOCKS, blocks, "blocks or more");
            if (block instanceof Block.Columns columns) {
                Limits.atMost(MOST_BESIDE, columns.blocks(), "columns").forEach(column -> collect(column, depth + 1));
            } else if (block instanceof Block.Tabs tabs) {
                Limits.atMost(MOST_BESIDE, tabs.items(), "tabs").forEach(tab -> collect(tab.blocks(), depth + 1));
            }
        }
    }

    private void name(Block block) {
        if (block instanceof Table table) {
            name(table.id(), "table", tables);
        } else if (block instanceof Form form) {
            name(form.id(), "form", actions);
        } else if (block instanceof Block.Buttons row) {
            for (Button button : row.items()) {
                name(button.id(), "button", actions);
            }
        }
    }

    private static void name(String id, String called, Set<String> seen) {
        Limits.name(id, called);
        if (!seen.add(id)) {
            throw new FaultyViewException(
                    "it has more than one " + (called.equals("table") ? called : "button or form") + " '" + id + "'",
                    "Give each an id of its own.");
        }
    }
}
