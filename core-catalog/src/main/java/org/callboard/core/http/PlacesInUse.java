package org.callboard.core.http;

import java.util.function.IntSupplier;

/**
 * Something of which there is so much and no more.
 *
 * @param id lower case with hyphens
 * @param title what it is, for operators
 * @param used how much of it is in use
 * @param waiting how many wait for some of it
 */
public record PlacesInUse(String id, String title, IntSupplier used, int limit, IntSupplier waiting) {}
