package org.callboard.plugin.scorecards.standard;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.callboard.api.ingest.EntityProcessor;
import org.callboard.api.model.Json;
import org.callboard.api.problem.Problem;
import org.callboard.testkit.EntityProcessorContract;
import org.callboard.testkit.Yaml;
import org.junit.jupiter.api.Test;

final class StandardProblemsTest implements EntityProcessorContract {

    @Override
    public EntityProcessor extension() {
        return new StandardProblems();
    }

    @Override
    public Json.Obj entity() {
        return Yaml.documents(StandardReaderTest.GOOD).get(0);
    }

    @Test
    void hasNothingToSayOfAGoodOne() {
        assertEquals(List.of(), extension().process(entity(), position()).problems());
    }

    @Test
    void refusesAFaultyOneSoThatTheLastGoodOneStays() {
        Json.Obj faulty = Yaml.documents(StandardReaderTest.GOOD.replace("is: present", "is: there"))
                .get(0);
        Problem problem = extension().process(faulty, position()).problems().get(0);
        assertEquals(Problem.Level.ERROR, problem.level());
        assertTrue(problem.reason().contains("spec.checks[0].rule.is"), problem::reason);
    }

    @Test
    void leavesOtherKindsAlone() {
        assertEquals(List.of("Standard"), extension().kinds());
        Json.Obj other = entity().with("apiVersion", Json.of("example.com/v1")).with("spec", Json.Obj.EMPTY);
        assertEquals(List.of(), extension().process(other, position()).problems());
    }
}
