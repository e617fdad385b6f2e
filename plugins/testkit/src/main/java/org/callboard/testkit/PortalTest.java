package org.callboard.testkit;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Starts the real portal, once for the tests of a class, with the plugin under test in it and an empty catalog. Tests take
 * a {@link Portal} as a parameter and, where Playwright for Java is on the class path, a {@code Page} of the machine's own
 * Chromium or Chrome, signed in, in a window that knows nothing of other tests. Where there is no browser, such a test is
 * skipped, or fails with {@code -Drequire.all=true}.
 *
 * <p>The system property {@code callboard.home} names the unpacked portal and {@code callboard.plugin} the plugin's jar; the
 * plugin parent sets both for integration tests ({@code *IT}), which run after the jar was made.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
@ExtendWith(PortalExtension.class)
public @interface PortalTest {

    /** {@return YAML to put over the portal's configuration, for example the plugin's own settings} */
    String config() default "";
}
