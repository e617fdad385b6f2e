package org.callboard.api.source;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.callboard.api.model.EntityRef;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SourcePlaceTest {

    private static SourcePlace only(String... patterns) {
        return SourcePlace.beside(EntityRef.parse("component:default/ledger"), ".")
                .only(List.of(patterns));
    }

    @ParameterizedTest
    @CsvSource({
        "README.md, readme.md, true",
        "README.md, docs/README.md, false",
        "*.md, a.md, true",
        "*.md, docs/a.md, false",
        "docs/**, docs/a/b.png, true",
        "docs/**, docs, false",
        "docs/**/*.md, docs/a.md, true",
        "docs/**/*.md, docs/x/y/a.md, true",
        "docs/**/*.md, docs/x/y/a.png, false",
        "runbook*.md, runbook-of-the-night.md, true",
        "a*b*c, axbxbc, true",
        "a*ba*a, aba, false",
        "**/x, x, true",
        "**/x, a/b/x, true"
    })
    void starsAreWhatTheySay(String pattern, String file, boolean fits) {
        assertEquals(fits, only(pattern).holds(file));
    }

    @ParameterizedTest
    @CsvSource({
        "docs/**, docs, true",
        "docs/**, docs/a/b, true",
        "docs/**, node_modules, false",
        "doc/adr/*.md, doc, true",
        "doc/adr/*.md, doc/adr, true",
        "doc/adr/*.md, doc/adr/x, false",
        "README.md, docs, false"
    })
    void foldersThatNoPatternLeadsIntoAreKnown(String pattern, String folder, boolean leads) {
        assertEquals(leads, only(pattern).leadsInto(folder));
    }

    @Test
    void allIsMeantWhereThereIsNoPattern() {
        assertTrue(only().holds("a/b"));
        assertTrue(only().leadsInto("a/b"));
    }
}
