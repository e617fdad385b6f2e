package org.callboard.api.ui;

import java.math.BigDecimal;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import org.callboard.api.model.EntityRef;

/** A typed value; the page formats it in the reader's language and time zone. */
public sealed interface Value {

    /** A text, shown as it is. */
    record Text(String text) implements Value {}

    /** A number with a unit, which may be empty. */
    record Quantity(BigDecimal amount, String unit) implements Value {}

    /** An amount of money in a currency of ISO 4217. */
    record Money(BigDecimal amount, String currency) implements Value {}

    /** A number of bytes. */
    record Bytes(long count) implements Value {}

    /** A part of a whole; 1 is all of it. */
    record Percent(double fraction) implements Value {}

    /** A length of time. */
    record Length(Duration duration) implements Value {}

    /** A moment, shown as the time since or until then. */
    record Moment(Instant instant) implements Value {}

    /** An entity, shown as a link to its page. */
    record Ref(EntityRef ref) implements Value {}

    /** A link; only http, https and mailto are followed, others are shown as text. */
    record Link(String label, URI href) implements Value {}

    /** A short label. */
    record Tag(String label) implements Value {}

    /** A status with a word of its own. */
    record State(Status status, String label) implements Value {}

    /** {@return a text} */
    static Value of(String text) {
        return new Text(text);
    }

    /** {@return a whole number} */
    static Value of(long number) {
        return new Quantity(BigDecimal.valueOf(number), "");
    }

    /** {@return a moment} */
    static Value of(Instant instant) {
        return new Moment(instant);
    }

    /** {@return a link to an entity} */
    static Value of(EntityRef ref) {
        return new Ref(ref);
    }
}
