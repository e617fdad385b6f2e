/** The database: connections, transactions, migrations. */
@NullMarked
package org.callboard.core.db;

import org.jspecify.annotations.NullMarked;
