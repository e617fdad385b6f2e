package org.callboard.api.config;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Describes one component of a configuration; its name is the key in the operator's file. */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.RECORD_COMPONENT)
public @interface Setting {

    /** {@return what it is for, in a few words to the operator} */
    String value();

    /**
     * {@return the value where the operator sets none, written as in the file} A list has an item for each, and none of them
     * where the only one is blank; a map can be but blank. Where this is left out the operator must set a value, unless the
     * component is an Optional, or a record that can do without any.
     */
    String[] fallback() default {};
}
