package org.callboard.plugin.webshell.graph;

/** A place on the picture, in pixels from its top left corner. */
public record Point(int x, int y) {}
