package org.callboard.api.plugins;

/**
 * Why something does not work, for the person who can mend it.
 *
 * @param summary what happened, in one sentence
 * @param cause why, in one sentence
 * @param fix what to do, in one sentence
 */
public record Diagnosis(String summary, String cause, String fix) {}
