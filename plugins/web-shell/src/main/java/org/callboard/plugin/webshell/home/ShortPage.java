package org.callboard.plugin.webshell.home;

import org.callboard.api.ui.TablePage;
import org.callboard.api.ui.ViewRequest;

/** Pages of tables in cards, which have less room than a page. */
final class ShortPage {

    private ShortPage() {}

    /** {@return the page of a table that is wanted; the first with so many rows, unless the reader went on} */
    static TablePage of(ViewRequest request, String table, int rows) {
        TablePage asked = request.table(table);
        return asked.equals(TablePage.FIRST) ? new TablePage(0, rows, "", TablePage.Direction.ASCENDING) : asked;
    }
}
