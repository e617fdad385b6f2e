package org.callboard.core.http;

import java.util.List;
import java.util.Set;
import org.callboard.api.model.Json;
import org.jspecify.annotations.Nullable;

/** Names of permissions and plugins as JSON, where null stands for all. */
final class ScopeJson {

    private ScopeJson() {}

    static Json orAll(@Nullable Set<String> names) {
        return names == null ? Json.Null.NULL : Json.ofTexts(List.copyOf(names));
    }
}
