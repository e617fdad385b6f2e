package org.callboard.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class TableTest {

    @Test
    void alignsItsColumns() {
        Table table = new Table();
        table.row("by name", "9 000/s, p99 3 ms", "12 000/s", "837/s");
        table.beside("bare", "30 000/s");
        assertEquals("""
                figure   measured           must reach  Backstage
                -------  -----------------  ----------  ---------
                by name  9 000/s, p99 3 ms  12 000/s    837/s
                  bare   30 000/s
                """, table.toString());
    }
}
