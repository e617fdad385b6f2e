package org.callboard.plugin.scorecards.fact;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import org.callboard.api.model.Entity;
import org.callboard.plugin.scorecards.rule.JsonPath;
import org.callboard.plugin.scorecards.rule.Operator;
import org.callboard.plugin.scorecards.rule.Rule;
import org.callboard.testkit.MemoryCatalog;
import org.callboard.testkit.MemoryFiles;
import org.callboard.testkit.TestCaller;
import org.junit.jupiter.api.Test;

final class LinesTest {

    private static final String LEDGER = "component:default/ledger";
    private static final String TEXT = """
            apiVersion: backstage.io/v1alpha1
            kind: Component
            metadata:
              name: ledger
              annotations:
                backstage.io/managed-by-location: "%s"
            spec:
              type: service
              lifecycle: production
            """;
    private static final Rule.Leaf LIFECYCLE =
            new Rule.Leaf("catalog", JsonPath.parse("$.spec.lifecycle"), new Operator.Present());

    private final MemoryFiles files = new MemoryFiles();

    private Lines.Line line(String location) {
        Entity entity = MemoryCatalog.of(TEXT.formatted(location)).entity(LEDGER);
        Answer answer = new Answer.Known(entity.document(), Instant.EPOCH, "catalog", null);
        return new Lines(TestCaller.named("Mara"), entity, files).of(LIFECYCLE, null, answer);
    }

    @Test
    void aDescriptorIsNamedWithoutTheServersPath() {
        files.put(LEDGER, "catalog-info.yaml", TEXT.formatted("x"));
        assertEquals(new Lines.Line("catalog-info.yaml", 9), line("file:/srv/portal/ledger/catalog-info.yaml"));
    }

    @Test
    void aDescriptorInTheWebHasItsAddressAndItsLine() {
        String address = "https://git.example.com/ledger/blob/main/catalog-info.yaml";
        assertEquals(new Lines.Line(address, 0), line("url:" + address));
        files.put(LEDGER, "catalog-info.yaml", TEXT.formatted("x"));
        assertEquals(new Lines.Line(address, 9), line("url:" + address));
        assertEquals(new Lines.Line(address + "?at=2", 9), line("url:" + address + "?at=2"));
    }

    @Test
    void whatNoFileDeclaresHasNoLine() {
        assertEquals(new Lines.Line("provider:acme/people", 0), line("provider:acme/people"));
    }
}
