package org.callboard.plugin.scorecards.standard;

/**
 * What is wrong with a standard.
 *
 * @param path where, for example {@code spec.checks[0].rule}
 * @param message one sentence: what is wrong, quoting the value
 * @param fix one sentence: what to do
 */
public record Flaw(String path, String message, String fix) {}
