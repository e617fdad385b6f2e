package org.callboard.api.task;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.callboard.api.problem.PortalException;
import org.callboard.api.problem.ProblemKind;

/**
 * The five fields of POSIX crontab (https://pubs.opengroup.org/onlinepubs/9799919799/utilities/crontab.html), and of what
 * others add to it, the steps.
 */
record CronFields(
        SortedSet<Integer> minutes,
        SortedSet<Integer> hours,
        SortedSet<Integer> days,
        SortedSet<Integer> months,
        SortedSet<Integer> weekdays,
        boolean eitherDay) {

    private static final int FIELDS = 5;
    private static final int SUNDAY = 7;

    /** A 29 February may be eight years away. */
    private static final int MOST_DAYS = 8 * 366;

    private static final LocalDate SOME_DAY = LocalDate.of(2000, 1, 1);

    static CronFields of(String expression) {
        String[] fields = expression.split(" ", -1);
        if (fields.length != FIELDS) {
            throw refused(expression, "has " + fields.length + " fields where " + FIELDS + " are wanted");
        }
        SortedSet<Integer> weekdays = values(fields[4], 0, SUNDAY, expression);
        if (weekdays.remove(0)) {
            weekdays.add(SUNDAY);
        }
        return new CronFields(
                values(fields[0], 0, 59, expression),
                values(fields[1], 0, 23, expression),
                values(fields[2], 1, 31, expression),
                values(fields[3], 1, 12, expression),
                weekdays,
                !fields[2].startsWith("*") && !fields[4].startsWith("*"));
    }

    private static SortedSet<Integer> values(String field, int least, int most, String expression) {
        SortedSet<Integer> values = new TreeSet<>();
        for (String part : field.split(",", -1)) {
            if (!part.matches("(\\*|\\d{1,2}(-\\d{1,2})?)(/\\d{1,2})?") || part.matches("\\d+/.*")) {
                throw refused(expression, "has '" + part + "' where a number, a range or a step is wanted");
            }
            String[] halves = part.split("/", -1);
            String[] ends = halves[0].split("-", -1);
            boolean all = halves[0].equals("*");
            int first = all ? least : Integer.parseInt(ends[0]);
            int last = all ? most : Integer.parseInt(ends[ends.length - 1]);
            int step = halves.length == 1 ? 1 : Integer.parseInt(halves[1]);
            if (first < least || last > most || first > last || step == 0) {
                throw refused(expression, "has '" + part + "' where " + least + " to " + most + " are possible");
            }
            for (int value = first; value <= last; value += step) {
                values.add(value);
            }
        }
        return values;
    }

    private static PortalException refused(String expression, String why) {
        return new PortalException(
                ProblemKind.BAD_INPUT,
                "The cron expression '" + expression + "' " + why + ".",
                "Write minute, hour, day of the month, month and day of the week, for example '30 3 * * 1-5'.");
    }

    /** Refuses a 30 February and its like. */
    void requireSomeDay() {
        for (int i = 0; i < MOST_DAYS; i++) {
            if (isOn(SOME_DAY.plusDays(i))) {
                return;
            }
        }
        throw new PortalException(
                ProblemKind.BAD_INPUT,
                "The cron expression names a day that never comes.",
                "Give a day that its month has.");
    }

    private boolean isOn(LocalDate day) {
        boolean inMonth = days.contains(day.getDayOfMonth());
        boolean inWeek = weekdays.contains(day.getDayOfWeek().getValue());
        return months.contains(day.getMonthValue()) && (eitherDay ? inMonth || inWeek : inMonth && inWeek);
    }

    Optional<Instant> next(Instant after, ZoneId zone) {
        LocalDate first = after.atZone(zone).toLocalDate();
        for (int i = 0; i <= MOST_DAYS; i++) {
            LocalDate day = first.plusDays(i);
            Optional<Instant> found = isOn(day) ? next(day, after, zone) : Optional.empty();
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    private Optional<Instant> next(LocalDate day, Instant after, ZoneId zone) {
        for (int hour : hours) {
            for (int minute : minutes) {
                Instant that =
                        ZonedDateTime.of(day, LocalTime.of(hour, minute), zone).toInstant();
                if (that.isAfter(after)) {
                    return Optional.of(that);
                }
            }
        }
        return Optional.empty();
    }
}
