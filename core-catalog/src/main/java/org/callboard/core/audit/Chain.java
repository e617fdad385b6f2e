package org.callboard.core.audit;

/**
 * From where to where the log goes.
 *
 * @param before the last row that was forgotten, which the first one that is there follows
 * @param last the last row that was written
 */
record Chain(Link before, Link last) {}
