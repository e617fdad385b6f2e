package org.callboard.api.security;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Names the permission that a caller needs, on a REST resource class or on one of its methods; the method's wins. A
 * resource without it answers nobody.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.METHOD})
public @interface RequiresPermission {

    /** {@return the permission's name; see {@link Permission}} */
    String value();
}
