package org.callboard.testkit;

import java.util.stream.Collectors;
import org.callboard.api.ui.Block;
import org.callboard.api.ui.Form;
import org.callboard.api.ui.View;

/** What a view shows, without what its buttons do: that is never equal to itself. */
final class ViewText {

    private ViewText() {}

    static String of(View view) {
        return view.title() + " " + view.status() + " "
                + ViewLimits.blocks(view).map(ViewText::of).collect(Collectors.joining("\n"));
    }

    private static String of(Block block) {
        if (block instanceof Form form) {
            return "form " + form.id() + form.inputs();
        } else if (block instanceof Block.Buttons row) {
            return row.items().stream()
                    .map(button -> "button " + button.id() + " " + button.label())
                    .collect(Collectors.joining());
        } else if (block instanceof Block.Columns || block instanceof Block.Tabs) {
            return block.getClass().getSimpleName();
        }
        return block.toString();
    }
}
