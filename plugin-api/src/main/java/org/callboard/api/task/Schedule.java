package org.callboard.api.task;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.TextStyle;
import java.util.Locale;
import java.util.Optional;
import org.callboard.api.problem.PortalException;
import org.callboard.api.problem.ProblemKind;

/**
 * When something is done. Times of the clock are those of the zone: one that a change to summer time leaves out comes as
 * much later as the clock was put on, and one that comes twice counts the first time.
 */
public sealed interface Schedule {

    /** {@return the first moment after this one at which it is to be done; none where it is done on demand only} */
    Optional<Instant> next(Instant after);

    /** {@return it in words, for example {@code daily at 03:00, Europe/Zurich}} */
    String words();

    /** {@return every so often, and soon after a revision has come to serve; some seconds are added at random} */
    static Schedule every(Duration period) {
        return new Every(period);
    }

    /** {@return once a day} */
    static Schedule daily(LocalTime time, ZoneId zone) {
        return new Daily(time, zone);
    }

    /** {@return once a week} */
    static Schedule weekly(DayOfWeek day, LocalTime time, ZoneId zone) {
        return new Weekly(day, time, zone);
    }

    /**
     * {@return whenever an expression of five fields says so} The fields are minute, hour, day of the month, month and day of
     * the week (0 and 7 are Sunday), as in POSIX crontab: {@code *}, a number, a range {@code a-b}, a step {@code *}{@code /n}
     * or {@code a-b/n}, or several with commas between. Where both days are restricted, either suffices.
     */
    static Schedule cron(String expression, ZoneId zone) {
        return new Cron(expression, zone);
    }

    /** {@return only when somebody asks} */
    static Schedule onDemand() {
        return new OnDemand();
    }

    /**
     * Again and again.
     *
     * @param period from a second to a year
     */
    record Every(Duration period) implements Schedule {

        private static final Duration SHORTEST = Duration.ofSeconds(1);
        private static final Duration LONGEST = Duration.ofDays(366);

        /** Refuses what is too short or too long. */
        public Every {
            if (period.compareTo(SHORTEST) < 0 || period.compareTo(LONGEST) > 0) {
                throw new PortalException(
                        ProblemKind.BAD_INPUT,
                        "A task can't be done every " + period + ".",
                        "Give a period of one second to a year.");
            }
        }

        @Override
        public Optional<Instant> next(Instant after) {
            return Optional.of(after.plus(period));
        }

        @Override
        public String words() {
            return "every " + period.toString().substring("PT".length()).toLowerCase(Locale.ROOT);
        }
    }

    /** Once a day. */
    record Daily(LocalTime time, ZoneId zone) implements Schedule {

        @Override
        public Optional<Instant> next(Instant after) {
            LocalDate day = after.atZone(zone).toLocalDate();
            Instant that = ZonedDateTime.of(day, time, zone).toInstant();
            return Optional.of(
                    that.isAfter(after)
                            ? that
                            : ZonedDateTime.of(day.plusDays(1), time, zone).toInstant());
        }

        @Override
        public String words() {
            return "daily at " + time + ", " + zone;
        }
    }

    /** Once a week. */
    record Weekly(DayOfWeek day, LocalTime time, ZoneId zone) implements Schedule {

        private static final int WEEK = 7;

        @Override
        public Optional<Instant> next(Instant after) {
            LocalDate today = after.atZone(zone).toLocalDate();
            int days = Math.floorMod(day.getValue() - today.getDayOfWeek().getValue(), WEEK);
            Instant that = ZonedDateTime.of(today.plusDays(days), time, zone).toInstant();
            return Optional.of(
                    that.isAfter(after)
                            ? that
                            : ZonedDateTime.of(today.plusDays(days + WEEK), time, zone)
                                    .toInstant());
        }

        @Override
        public String words() {
            return day.getDisplayName(TextStyle.FULL, Locale.ENGLISH) + "s at " + time + ", " + zone;
        }
    }

    /**
     * Whenever an expression says so.
     *
     * @param expression five fields with single spaces between
     */
    record Cron(String expression, ZoneId zone) implements Schedule {

        /** Refuses what is no expression, and what never comes. */
        public Cron {
            expression = expression.strip().replaceAll("\\s+", " ");
            CronFields.of(expression).requireSomeDay();
        }

        @Override
        public Optional<Instant> next(Instant after) {
            return CronFields.of(expression).next(after, zone);
        }

        @Override
        public String words() {
            return "cron " + expression + ", " + zone;
        }
    }

    /** Only when somebody asks. */
    record OnDemand() implements Schedule {

        @Override
        public Optional<Instant> next(Instant after) {
            return Optional.empty();
        }

        @Override
        public String words() {
            return "on demand";
        }
    }
}
