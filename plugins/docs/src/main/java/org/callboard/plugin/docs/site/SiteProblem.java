package org.callboard.plugin.docs.site;

/**
 * What is wrong with a site, told to its writers.
 *
 * @param file the file it is in, or the file that is missing
 * @param line from 1; 1 too where it is not in a line
 * @param message what is wrong
 * @param fix what to do
 */
public record SiteProblem(String file, int line, String message, String fix) {}
