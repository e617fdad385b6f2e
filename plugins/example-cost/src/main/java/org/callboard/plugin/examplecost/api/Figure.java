package org.callboard.plugin.examplecost.api;

import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * What a service cost on a day.
 *
 * @param day in UTC
 * @param amount in the currency that the operator set
 */
public record Figure(LocalDate day, BigDecimal amount) {}
