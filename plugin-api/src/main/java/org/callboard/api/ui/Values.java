package org.callboard.api.ui;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.callboard.api.model.EntityRef;

/**
 * What was put into a form, checked against what its inputs demand. An input that was left empty has no value.
 *
 * @param texts what was put in, by the names of the inputs, as text; secrets too
 */
public record Values(Map<String, List<String>> texts) {

    /** Copies the texts. */
    public Values {
        Map<String, List<String>> copy = new LinkedHashMap<>();
        texts.forEach((name, values) -> copy.put(name, List.copyOf(values)));
        texts = java.util.Collections.unmodifiableMap(copy);
    }

    /** {@return the text, trimmed; empty where there is none} */
    public String text(String name) {
        return texts(name).stream().findFirst().orElse("");
    }

    /** {@return all that was chosen} */
    public List<String> texts(String name) {
        return texts.getOrDefault(name, List.of());
    }

    /** {@return the number, if there is one} */
    public Optional<BigDecimal> number(String name) {
        return texts(name).stream().findFirst().map(BigDecimal::new);
    }

    /** {@return whether yes was chosen} */
    public boolean isChecked(String name) {
        return text(name).equals("true");
    }

    /** {@return the day, if there is one} */
    public Optional<LocalDate> date(String name) {
        return texts(name).stream().findFirst().map(LocalDate::parse);
    }

    /** {@return the entity referred to, if there is a reference} */
    public Optional<EntityRef> entity(String name) {
        return texts(name).stream().findFirst().map(EntityRef::parse);
    }

    /** Hides what was put in: it may hold secrets. */
    @Override
    public String toString() {
        return "Values" + texts.keySet();
    }
}
