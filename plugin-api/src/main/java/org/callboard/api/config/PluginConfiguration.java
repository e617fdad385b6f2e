package org.callboard.api.config;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks the record that holds what an operator sets for the plugin below {@code plugins.config.<plugin id>}; a plugin has one
 * at the most. Each of its components has a {@link Setting} and one of the types String, boolean, int, long, double,
 * BigDecimal, Duration, LocalTime, ZoneId, URI, EntityRef, {@link Secret} or an enum; is an Optional, List or Map with texts as
 * keys of those; or is a record of the same sort, or a List or Map of such.
 *
 * <p>The record's constructor may refuse what does not fit together with an {@link IllegalArgumentException}, whose message
 * the operator reads: a sentence, which best begins with the name of the component. It is called whenever the configuration
 * changes, so it only looks at its values.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface PluginConfiguration {}
