package org.callboard.plugin.webshell.graph;

import org.callboard.api.model.EntityRef;

/** From one entity of the picture to another, or to itself. */
public record Arrow(EntityRef from, EntityRef to) {}
