package org.callboard.api.net;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Names with values, as they stand in a query or are posted: immutable, each method gives others. They may hold secrets, so
 * nothing prints them.
 */
public final class FormFields {

    /** No fields. */
    public static final FormFields NONE = new FormFields(Map.of());

    private final Map<String, String> fields;

    private FormFields(Map<String, String> fields) {
        this.fields = fields;
    }

    /** {@return these and one more, in the last place, or in the place of the one that has the name} */
    public FormFields with(String name, String value) {
        Map<String, String> more = new LinkedHashMap<>(fields);
        more.put(name, value);
        return new FormFields(more);
    }

    /** {@return them as the body of type {@code application/x-www-form-urlencoded}} */
    public String encoded() {
        return fields.entrySet().stream()
                .map(field -> encoded(field.getKey()) + "=" + encoded(field.getValue()))
                .collect(Collectors.joining("&"));
    }

    /** {@return the address with these behind what its query has} */
    public URI at(URI place) {
        return URI.create(place + (place.getRawQuery() == null ? "?" : "&") + encoded());
    }

    /** {@return a text as it stands in a query or a form} */
    public static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    /** {@return the names alone} */
    @Override
    public String toString() {
        return "form of " + String.join(", ", fields.keySet());
    }
}
