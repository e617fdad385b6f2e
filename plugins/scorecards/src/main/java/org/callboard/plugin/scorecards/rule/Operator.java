package org.callboard.plugin.scorecards.rule;

import com.google.re2j.Pattern;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.callboard.api.model.Json;

/**
 * What a rule asks of the values that it finds. Where there are several, one that fits is enough; where there are none, only
 * {@link Absent} and counts can be true.
 */
public sealed interface Operator {

    /** {@return how it went} */
    State ask(List<Json> values, Instant now);

    /** There is something that isn't null, and no empty text. */
    record Present() implements Operator {
        @Override
        public State ask(List<Json> values, Instant now) {
            return state(values.stream().anyMatch(Present::isThere));
        }

        static boolean isThere(Json value) {
            return value != Json.Null.NULL
                    && !(value instanceof Json.Text text && text.value().isBlank());
        }
    }

    /** There is nothing, or only null and empty texts. */
    record Absent() implements Operator {
        @Override
        public State ask(List<Json> values, Instant now) {
            return state(values.stream().noneMatch(Present::isThere));
        }
    }

    /** It is one of these. */
    record OneOf(List<Json> wanted) implements Operator {
        /** Copies what is wanted. */
        public OneOf {
            wanted = List.copyOf(wanted);
        }

        @Override
        public State ask(List<Json> values, Instant now) {
            return state(values.stream().anyMatch(value -> wanted.stream().anyMatch(one -> Likeness.same(value, one))));
        }
    }

    /** A text has a place that fits, as RE2 understands it: in time that grows with the text alone. */
    record Matches(Pattern pattern) implements Operator {

        private static final int LONGEST_PATTERN = 500;
        private static final int LARGEST_PATTERN = 1_000;
        private static final int LONGEST_TEXT = 256 * 1024;

        /**
         * {@return the operator of a pattern}
         *
         * @throws IllegalArgumentException where it is none, or takes too much
         */
        public static Matches of(String pattern) {
            if (pattern.length() > LONGEST_PATTERN || PatternSize.of(pattern) > LARGEST_PATTERN) {
                throw new IllegalArgumentException("it is too long, or repeats too much.");
            }
            return new Matches(Pattern.compile(pattern));
        }

        @Override
        public State ask(List<Json> values, Instant now) {
            return first(
                    values,
                    value -> Readings.text(value)
                            .filter(text -> text.length() <= LONGEST_TEXT)
                            .map(text -> pattern.matcher(text).find()));
        }
    }

    /** A number lies between these. */
    record Between(Optional<BigDecimal> least, Optional<BigDecimal> most) implements Operator {
        @Override
        public State ask(List<Json> values, Instant now) {
            return first(values, value -> Likeness.number(value).map(this::holds));
        }

        private boolean holds(BigDecimal number) {
            return least.filter(bound -> number.compareTo(bound) < 0).isEmpty()
                    && most.filter(bound -> number.compareTo(bound) > 0).isEmpty();
        }
    }

    /** A time is before a certain one. */
    record Before(Instant bound) implements Operator {
        @Override
        public State ask(List<Json> values, Instant now) {
            return first(values, value -> Readings.time(value).map(time -> time.isBefore(bound)));
        }
    }

    /** A time is after a certain one. */
    record After(Instant bound) implements Operator {
        @Override
        public State ask(List<Json> values, Instant now) {
            return first(values, value -> Readings.time(value).map(time -> time.isAfter(bound)));
        }
    }

    /** A time is no longer ago than this. */
    record Within(Duration age) implements Operator {
        @Override
        public State ask(List<Json> values, Instant now) {
            Instant oldest = now.minus(age);
            return first(values, value -> Readings.time(value).map(time -> !time.isBefore(oldest)));
        }
    }

    /** A list has this item, a text this piece, an object this field. */
    record Contains(Json wanted) implements Operator {
        @Override
        public State ask(List<Json> values, Instant now) {
            return first(values, this::holds);
        }

        private Optional<Boolean> holds(Json value) {
            if (value instanceof Json.Arr array) {
                return Optional.of(array.items().stream().anyMatch(item -> Likeness.same(item, wanted)));
            }
            if (value instanceof Json.Obj object && wanted instanceof Json.Text name) {
                return Optional.of(object.get(name.value()) != null);
            }
            return wanted instanceof Json.Text piece
                    ? Readings.text(value).map(text -> text.contains(piece.value()))
                    : Optional.empty();
        }
    }

    /** There are so many: items of one list, fields of one object, or else values. */
    record Count(Between bounds) implements Operator {
        @Override
        public State ask(List<Json> values, Instant now) {
            return bounds.ask(List.of(Json.of(count(values))), now);
        }

        private static long count(List<Json> values) {
            if (values.size() != 1) {
                return values.size();
            }
            Json only = values.get(0);
            if (only instanceof Json.Obj object) {
                return object.fields().size();
            }
            if (only instanceof Json.Arr array) {
                return array.items().size();
            }
            return Present.isThere(only) ? 1 : 0;
        }
    }

    /** What an operator makes of one value; empty where it can't be asked of such a value. */
    interface Test {
        /** {@return whether it holds} */
        Optional<Boolean> holds(Json value);
    }

    private static State state(boolean holds) {
        return holds ? State.PASSED : State.FAILED;
    }

    /** One that holds is enough; one that can't be asked is an error where none does. Null is like nothing. */
    private static State first(List<Json> values, Test test) {
        State state = State.FAILED;
        for (Json value : values) {
            if (value == Json.Null.NULL) {
                continue;
            }
            Optional<Boolean> holds = test.holds(value);
            if (holds.isEmpty()) {
                state = State.ERROR;
            } else if (holds.get()) {
                return State.PASSED;
            }
        }
        return state;
    }
}
