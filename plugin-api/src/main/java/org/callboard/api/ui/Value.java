package org.callboard.api.ui;

import java.math.BigDecimal;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import org.callboard.api.model.EntityRef;
import org.jspecify.annotations.Nullable;

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

    /**
     * A link; only http, https and mailto are followed, others are shown as text.
     *
     * @param icon stands before its label, or null
     */
    record Link(String label, URI href, @Nullable Icon icon) implements Value {
        /** A link without an icon. */
        public Link(String label, URI href) {
            this(label, href, null);
        }
    }

    /**
     * A link to a page of the portal.
     *
     * @param path from the portal's root, for example {@code /example-cost/regions/eu}
     */
    record PageLink(String label, String path) implements Value {}

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

    /** {@return an amount of money} */
    static Value money(BigDecimal amount, String currency) {
        return new Money(amount, currency);
    }

    /** {@return a link to a page of the portal} */
    static Value page(String label, String path) {
        return new PageLink(label, path);
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
