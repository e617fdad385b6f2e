/**
 * Standards for entities: what meets them, what doesn't, and what to do next.
 *
 * <p>{@code standard} reads standards, {@code rule} is what their checks are made of, {@code fact} gathers what is known of
 * entities, {@code score} puts these together, keeps the results and computes them anew when something changes, {@code http} and
 * {@code cli} show them to those who may read the entities, {@code held} keeps standards that stand in no file, and {@code api} lets other
 * plugins bring facts.
 */
@NullMarked
package org.callboard.plugin.scorecards;

import org.jspecify.annotations.NullMarked;
