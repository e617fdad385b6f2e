package org.callboard.core.config;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A setting of the portal's own as an operator may see it.
 *
 * @param key its keys with dots between them, and numbers in brackets for the items of a list
 * @param value what is in force, with asterisks for what nobody is to see; null where nothing is
 * @param origin file and line, {@code --port} or {@code default}
 * @param variables the environment variables that the value came out of
 */
public record PortalSetting(String key, @Nullable String value, String origin, List<String> variables) {

    /** What stands for the rest of a value that is too long, and for what nobody is to see. */
    static final String HIDDEN = "***";

    /** Where a setting is from that nobody has set. */
    static final String DEFAULT = "default";

    /** Copies the names. */
    public PortalSetting {
        variables = List.copyOf(variables);
    }

    /** {@return a setting that nobody has set, and that is nothing then} */
    public static PortalSetting unset(String key) {
        return new PortalSetting(key, null, DEFAULT, List.of());
    }
}
