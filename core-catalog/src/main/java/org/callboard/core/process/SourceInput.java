package org.callboard.core.process;

import org.callboard.core.read.Resource;

/**
 * Something that was read to make a source's entities, or could not be.
 *
 * @param fingerprint what the resource's reader said just before it was read
 */
public record SourceInput(Resource resource, String fingerprint) {}
