/**
 * What services cost: an example of a plugin with all that a plugin usually has.
 *
 * <p>{@link org.callboard.plugin.examplecost.DailyCosts} is the task that fetches figures into a table,
 * {@link org.callboard.plugin.examplecost.Figures} and {@link org.callboard.plugin.examplecost.Budgets} are what the plugin
 * keeps, {@link org.callboard.plugin.examplecost.CostPage}, {@link org.callboard.plugin.examplecost.ServicePage} and
 * {@link org.callboard.plugin.examplecost.CostCard} show it, {@link org.callboard.plugin.examplecost.CostColumn} and
 * {@link org.callboard.plugin.examplecost.CostCenterFacet} stand in the catalog,
 * {@link org.callboard.plugin.examplecost.CostAccounts} brings entities into it, and
 * {@link org.callboard.plugin.examplecost.CostConfig} is what an operator may set.
 * {@link org.callboard.plugin.examplecost.api.CostSource} lets other plugins bring figures, and
 * {@link org.callboard.plugin.examplecost.FreshCosts} sees when none come. The tables are in {@code migrations/}, and
 * the tests do without a portal.
 */
@NullMarked
package org.callboard.plugin.examplecost;

import org.jspecify.annotations.NullMarked;
