package org.callboard.plugin.examplecost;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.callboard.api.cli.CliAnswer;
import org.callboard.api.cli.CliCommand;
import org.callboard.api.cli.CliRequest;
import org.callboard.api.ui.Values;
import org.callboard.testkit.CliCommandContract;
import org.junit.jupiter.api.Test;

final class CostReportTest implements CliCommandContract {

    private final Fixture fixture = new Fixture().filled();

    @Override
    public CliCommand extension() {
        return new CostReport(fixture.bills);
    }

    private CliAnswer run(Map<String, List<String>> typed) {
        return extension().run(new CliRequest(request().caller(), new Values(typed), ""));
    }

    @Test
    void listsTheDearestFirst() {
        List<List<String>> rows = ((CliAnswer.Rows) run(Map.of()).output()).rows();
        assertEquals(2, rows.size());
        assertTrue(new BigDecimal(rows.get(0).get(1))
                        .compareTo(new BigDecimal(rows.get(1).get(1)))
                >= 0);
        assertEquals(
                1,
                ((CliAnswer.Rows) run(Map.of("top", List.of("1"))).output())
                        .rows()
                        .size());
    }

    @Test
    void endsWithOneWhereSomethingIsTooDear() {
        assertEquals(1, run(Map.of("fail-above", List.of("0"))).exitCode());
        assertEquals(0, run(Map.of("fail-above", List.of("1000000"))).exitCode());
    }
}
