package org.callboard.core.process;

import org.callboard.api.model.EntityRef;

/** One arrow that a document gives rise to; the document's entity is at one of its ends. */
public record EmittedRelation(EntityRef source, String type, EntityRef target) {}
