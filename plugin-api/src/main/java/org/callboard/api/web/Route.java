package org.callboard.api.web;

/**
 * A part of the portal's paths.
 *
 * @param prefix a path from the root; it covers itself and everything behind a further slash. Prefixes outside
 *     {@code /api/<plugin id>} are for the mandatory plugins alone
 * @param permission the name of the permission that every request below it needs
 */
public record Route(String prefix, String permission) {}
