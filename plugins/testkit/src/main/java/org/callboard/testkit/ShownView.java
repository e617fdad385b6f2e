package org.callboard.testkit;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.callboard.api.ui.Block;
import org.callboard.api.ui.Button;
import org.callboard.api.ui.Form;
import org.callboard.api.ui.Outcome;
import org.callboard.api.ui.Table;
import org.callboard.api.ui.Values;
import org.callboard.api.ui.View;

/**
 * A view as a reader has it before them: its buttons can be pressed and its forms sent. As in the portal, the view is made
 * anew for each act.
 */
public final class ShownView {

    private final Supplier<View> show;

    private ShownView(Supplier<View> show) {
        this.show = show;
    }

    /** {@return what somebody sees, for example {@code ShownView.of(() -> page.show(request))}} */
    public static ShownView of(Supplier<View> show) {
        return new ShownView(show);
    }

    /** {@return all its blocks, those within columns and tabs too} */
    public List<Block> blocks() {
        return ViewLimits.blocks(show.get()).toList();
    }

    /**
     * {@return the table of this name}
     *
     * @throws AssertionError where there is none
     */
    public Table table(String id) {
        return blocks().stream()
                .filter(Table.class::isInstance)
                .map(Table.class::cast)
                .filter(table -> table.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new AssertionError("The view has no table '" + id + "'."));
    }

    /**
     * Presses a button.
     *
     * @throws AssertionError where there is none of this name
     */
    public Outcome press(String button) {
        List<Button> buttons = new ArrayList<>();
        for (Block block : blocks()) {
            if (block instanceof Block.Buttons row) {
                buttons.addAll(row.items());
            }
        }
        return buttons.stream()
                .filter(found -> found.id().equals(button))
                .findFirst()
                .orElseThrow(() -> new AssertionError("The view has no button '" + button + "'."))
                .pressed()
                .get();
    }

    /**
     * Sends a form with these texts, which are not checked as the portal checks them.
     *
     * @throws AssertionError where there is no form of this name, or it lacks an input that is filled in
     */
    public Outcome send(String form, Map<String, String> texts) {
        Form found = blocks().stream()
                .filter(Form.class::isInstance)
                .map(Form.class::cast)
                .filter(candidate -> candidate.id().equals(form))
                .findFirst()
                .orElseThrow(() -> new AssertionError("The view has no form '" + form + "'."));
        Map<String, List<String>> values = new LinkedHashMap<>();
        texts.forEach((name, text) -> {
            if (found.inputs().stream().noneMatch(input -> input.name().equals(name))) {
                throw new AssertionError("Form '" + form + "' has no input '" + name + "'.");
            }
            values.put(name, List.of(text));
        });
        return found.sent().apply(new Values(values));
    }
}
