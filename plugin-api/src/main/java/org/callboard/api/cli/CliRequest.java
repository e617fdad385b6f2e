package org.callboard.api.cli;

import org.callboard.api.security.Caller;
import org.callboard.api.ui.Values;

/**
 * What somebody typed.
 *
 * @param caller whose token it was sent with
 * @param values what they gave for the parameters
 * @param input what was piped into the command; empty where nothing was, or where it reads nothing
 */
public record CliRequest(Caller caller, Values values, String input) {}
