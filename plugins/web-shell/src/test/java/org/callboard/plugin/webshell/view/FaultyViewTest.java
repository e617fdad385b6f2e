package org.callboard.plugin.webshell.view;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.callboard.api.ui.Block;
import org.callboard.api.ui.Button;
import org.callboard.api.ui.Chart;
import org.callboard.api.ui.Form;
import org.callboard.api.ui.Input;
import org.callboard.api.ui.Metric;
import org.callboard.api.ui.Outcome;
import org.callboard.api.ui.Table;
import org.callboard.api.ui.Value;
import org.callboard.api.ui.View;
import org.junit.jupiter.api.Test;

final class FaultyViewTest {

    private static final Block TEXT = new Block.Paragraph("text");
    private static final Button GO = Button.of("go", "Go", () -> Outcome.done(""));
    private static final Form ADD = Form.of("add", "Add", values -> Outcome.done(""));
    private static final Chart CHART = Chart.of(Chart.Type.LINE, "Cost", List.of(Value.of("a")));

    @Test
    void refusesWhatIsNoView() {
        assertEquals(
                "it is null",
                assertThrows(FaultyViewException.class, () -> ViewJson.of(null)).getMessage());
    }

    @Test
    void refusesTooMany() {
        assertEquals("there are 101 blocks or more", fault(new Block.Columns(List.of(times(100, TEXT)))));
        assertEquals(
                "there are 401 values in the trend of 'x'",
                fault(Metric.of("x", Value.of(1)).trend(times(401, 1.0))));
        assertEquals(
                "there are 401 steps in the chart 'Cost'",
                fault(Chart.of(Chart.Type.BAR, "Cost", times(401, Value.of("a")))));
        Chart nine = CHART;
        for (int number = 0; number < 9; number++) {
            nine = nine.series("s" + number, List.of(1.0));
        }
        assertEquals("there are 9 series in the chart 'Cost'", fault(nine));
        assertEquals(
                "there are 501 items in a block of kind keyValues",
                fault(new Block.KeyValues(times(501, new Block.KeyValues.Pair("x", Value.of("y"))))));
        assertEquals(
                "there are 1001 rows in the table 't'",
                fault(Table.of("t", Table.Column.of("a", "A"))
                        .rows(times(1_001, "x"), text -> List.of(Value.of(text)))));
    }

    @Test
    void refusesBlocksThatAreNestedTooDeeply() {
        Block nested = TEXT;
        for (int depth = 0; depth < 3; depth++) {
            nested = new Block.Columns(List.of(List.of(nested)));
        }
        ViewJson.of(View.empty().with(nested));
        Block deeper = new Block.Tabs(List.of(new Block.Tabs.Tab("x", List.of(nested))));
        assertEquals("columns and tabs are nested more than 3 times", fault(deeper));
    }

    @Test
    void refusesChartsAndTablesThatAreNotWhole() {
        assertEquals(
                "the series 'eu' in the chart 'Cost' has 2 figures for 1 steps",
                fault(CHART.series("eu", List.of(1.0, 2.0))));
        assertEquals(
                "there are 2 series in the chart 'Parts'",
                fault(Chart.of(Chart.Type.RING, "Parts", List.of())
                        .series("a", List.of())
                        .series("b", List.of())));
        assertEquals(
                "a row in the table 't' has 2 cells for 1 columns",
                fault(Table.of("t", Table.Column.of("a", "A")).row(Value.of("1"), Value.of("2"))));
        assertEquals(
                "there is more than one column 'a' in the table 't'",
                fault(Table.of("t", Table.Column.of("a", "A"), Table.Column.of("a", "B"))));
    }

    @Test
    void refusesWhatCantBeToldApart() {
        assertEquals(
                "it has more than one button or form 'go'",
                fault(new Block.Buttons(List.of(GO)), Form.of("go", "Go", values -> Outcome.done(""))));
        assertEquals("it has more than one table 't'", fault(Table.of("t"), Table.of("t")));
        assertEquals(
                "the form 'add' has more than one input 'x'",
                fault(ADD.input(Input.text("x", "X")).input(Input.number("x", "Y"))));
    }

    @Test
    void refusesNamesThatAreNone() {
        assertEquals("the table '' is no name", fault(Table.of("")));
        assertEquals(
                "the button 'a/b' is no name", fault(new Block.Buttons(List.of(Button.of("a/b", "x", GO.pressed())))));
        assertEquals("the input 'a b' is no name", fault(ADD.input(Input.text("a b", "X"))));
    }

    @Test
    void refusesPatternsThatAreNone() {
        assertEquals(
                "the pattern of the input 'x' is no regular expression: Unclosed character class",
                fault(ADD.input(Input.text("x", "X").pattern("["))));
    }

    @Test
    void refusesWhatIsTooLong() {
        assertEquals("it is longer than 2 MB", fault(new Block.Paragraph("a".repeat(2_000_001))));
    }

    private static String fault(Block... blocks) {
        View view = View.empty();
        for (Block block : blocks) {
            view = view.with(block);
        }
        View faulty = view;
        return String.valueOf(assertThrows(FaultyViewException.class, () -> ViewJson.of(faulty))
                .getMessage());
    }

    private static <T> List<T> times(int times, T thing) {
        return new ArrayList<>(Collections.nCopies(times, thing));
    }
}
