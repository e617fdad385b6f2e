package org.callboard.plugin.scorecards.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class CsvTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "Ledger | Ledger",
                "=1+1 | '=1+1",
                "@SUM(A1) | '@SUM(A1)",
                "` =1+1` | `' =1+1`",
                "a,b | \"a,b\"",
                "say \"hi\" | \"say \"\"hi\"\"\"",
                "=a;b | \"'=a;b\"",
            })
    void noTextIsAFormula(String text, String cell) {
        assertEquals(cell, CsvResource.cell(text));
    }

    @Test
    void noTextIsAPieceOfABadge() {
        String svg = new Badge("<script>alert(1)</script>", "\"'&\u0000", 1, 2).svg();
        assertFalse(svg.contains("<script"), svg);
        assertFalse(svg.contains("\"'"), svg);
    }
}
