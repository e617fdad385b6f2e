package org.callboard.plugin.scorecards.fact;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.time.Instant;
import org.callboard.api.model.Entity;
import org.callboard.api.model.Json;
import org.callboard.api.source.FileChange;
import org.callboard.testkit.MemoryCatalog;
import org.callboard.testkit.MemoryFiles;
import org.callboard.testkit.TestCaller;
import org.callboard.testkit.TestJson;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class FileFactsTest {

    private static final String LEDGER = "component:default/ledger";

    private final Entity ledger = MemoryCatalog.of(
                    "{apiVersion: backstage.io/v1alpha1, kind: Component, metadata: {name: ledger, annotations: {backstage.io/techdocs-ref: 'dir:.'}}, spec: {type: service}}")
            .entity(LEDGER);
    private final MemoryFiles files = new MemoryFiles()
            .put(LEDGER, "package.json", "{\"engines\": {\"node\": \">=20\"}}")
            .put(LEDGER, "deploy/values.yaml", "replicas: 3\n---\nreplicas: 4\n")
            .put(LEDGER, "deploy/template.yaml", "{{- if .Values.a }}a: 1")
            .put(LEDGER, "README.md", "# Ledger")
            .put(LEDGER, "docs/index.md", "# Docs")
            .put(LEDGER, "docs/deep/more.md", "# More");
    private final FileFacts facts = new FileFacts(TestCaller.named("Mara"), files, Instant.EPOCH);

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "package.json | {\"engines\":{\"node\":\">=20\"}}",
                "deploy/values.yaml | [{\"replicas\":3},{\"replicas\":4}]",
                "deploy/template.yaml | \"{{- if .Values.a }}a: 1\"",
                "README.md | \"# Ledger\"",
                "LICENSE | ``",
                "nowhere/LICENSE | ``",
                "docs/*.md | [\"docs/index.md\"]",
                "docs/**/*.md | [\"docs/deep/more.md\",\"docs/index.md\"]",
                "*.txt | ``",
            })
    void readsWhatIsBesideADescriptor(String path, String value) {
        Json found =
                assertInstanceOf(Answer.Known.class, facts.of(ledger, path)).value();
        assertEquals(value, found == null ? "" : new TestJson().toText(found));
    }

    @Test
    void saysWhatIsTooLarge() {
        files.put(LEDGER, "large/log.txt", "x".repeat(1024 * 1024 + 1));
        assertInstanceOf(Answer.Failed.class, facts.of(ledger, "large/log.txt"));
    }

    @Test
    void knowsWhetherThereAreDocs() {
        Answer.Known docs = assertInstanceOf(Answer.Known.class, DocsFact.of(ledger, facts, Instant.EPOCH));
        assertEquals(
                "{\"ref\":\"dir:.\",\"pages\":3}",
                new TestJson().toText(java.util.Objects.requireNonNull(docs.value())));
    }

    @Test
    void knowsWhenDocsWereLastChanged() {
        Instant old = Instant.parse("2026-01-01T00:00:00Z");
        Instant newer = Instant.parse("2026-03-01T06:00:00Z");
        files.changed(LEDGER, "docs/index.md", new FileChange(old, null))
                .changed(LEDGER, "README.md", new FileChange(newer, new FileChange.Commit("ab", "Jon")));
        Instant now = Instant.parse("2026-03-11T00:00:00Z");
        Answer.Known docs = assertInstanceOf(Answer.Known.class, DocsFact.of(ledger, facts, now));
        assertEquals(
                "{\"newestChange\":\"2026-03-01T06:00:00Z\",\"newestChangeDays\":9,\"ref\":\"dir:.\",\"pages\":3}",
                new TestJson().toText(java.util.Objects.requireNonNull(docs.value())));
    }
}
