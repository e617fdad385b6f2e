package org.callboard.api.web;

import org.callboard.api.extension.Extension;
import org.callboard.api.extension.ExtensionPoint;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * Marks a component as a REST resource. It carries the standard annotations of Jakarta REST 3.1 and answers below
 * {@code /api/<plugin id>}. The portal makes one Jakarta REST application of all resources of a plugin revision. Records
 * and {@code org.callboard.api.model.Json} are read and written as JSON. Every method needs a
 * {@link org.callboard.api.security.RequiresPermission}.
 */
@ConsumerType
@ExtensionPoint("rest.resource")
public interface RestResource extends Extension {}
