package org.callboard.plugin.webshell.view;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.regex.Pattern;
import org.callboard.api.model.EntityRef;
import org.callboard.api.problem.PortalException;
import org.callboard.api.ui.Input;
import org.jspecify.annotations.Nullable;

/** Says what is wrong with what was put into an input. */
final class InputCheck {

    private static final int LONGEST = 100_000;
    private static final Pattern NUMBER = Pattern.compile("-?[0-9]{1,30}(\\.[0-9]{1,30})?");
    private static final Pattern DAY = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}");

    private InputCheck() {}

    /**
     * {@return what is wrong, or null where nothing is}
     *
     * @param values what was put in, without what is empty
     */
    static @Nullable String fault(Input input, List<String> values) {
        if (values.isEmpty()) {
            return input.need() == Input.Need.REQUIRED ? "This is needed." : null;
        }
        if (values.size() > 1 && input.kind() != Input.Kind.CHOICES) {
            return "There can be one value only.";
        }
        if (values.stream().anyMatch(value -> value.length() > LONGEST)) {
            return "This is longer than " + LONGEST + " characters.";
        }
        return ofKind(input, values, values.get(0));
    }

    private static @Nullable String ofKind(Input input, List<String> values, String first) {
        return switch (input.kind()) {
            case TEXT, SECRET -> hasControls(first, "") ? "This must be one line of text." : text(input, first);
            case LINES ->
                hasControls(first, "\n\t") ? "This holds characters that can't be shown." : text(input, first);
            case NUMBER -> number(input, first);
            case CHECK -> check(input, first);
            case CHOICE, CHOICES -> choices(input, values);
            case DATE -> day(first);
            case ENTITY -> entity(input, first);
        };
    }

    private static boolean hasControls(String value, String except) {
        return value.chars().anyMatch(character -> Character.isISOControl(character) && except.indexOf(character) < 0);
    }

    private static @Nullable String text(Input input, String value) {
        long length = value.codePointCount(0, value.length());
        String bounds = bounds(input, BigDecimal.valueOf(length), " characters long");
        return bounds != null || PatternMatch.matches(input.pattern(), value)
                ? bounds
                : "This is not written as it has to be.";
    }

    private static @Nullable String number(Input input, String value) {
        return NUMBER.matcher(value).matches()
                ? bounds(input, new BigDecimal(value), "")
                : "This must be a number, such as 12 or 3.5.";
    }

    private static @Nullable String bounds(Input input, BigDecimal figure, String unit) {
        BigDecimal min = input.min();
        BigDecimal max = input.max();
        if (min != null && figure.compareTo(min) < 0) {
            return "This must be at least " + min.toPlainString() + unit + ".";
        }
        return max != null && figure.compareTo(max) > 0
                ? "This must be at most " + max.toPlainString() + unit + "."
                : null;
    }

    private static @Nullable String check(Input input, String value) {
        if (!value.equals("true") && !value.equals("false")) {
            return "This must be true or false.";
        }
        return value.equals("false") && input.need() == Input.Need.REQUIRED ? "This is needed." : null;
    }

    private static @Nullable String choices(Input input, List<String> values) {
        for (String value : values) {
            if (input.options().stream().noneMatch(option -> option.value().equals(value))) {
                return "'" + value + "' can't be chosen.";
            }
        }
        return new HashSet<>(values).size() < values.size() ? "Nothing can be chosen twice." : null;
    }

    private static @Nullable String day(String value) {
        try {
            return DAY.matcher(value).matches() && LocalDate.parse(value).getYear() > 0 ? null : noDay();
        } catch (DateTimeException none) {
            return noDay();
        }
    }

    private static String noDay() {
        return "This must be a day, such as 2026-03-31.";
    }

    private static @Nullable String entity(Input input, String value) {
        try {
            String kind = EntityRef.parse(value).kind();
            boolean isOfKind = input.options().isEmpty()
                    || input.options().stream()
                            .anyMatch(option -> option.value().equalsIgnoreCase(kind));
            return isOfKind ? null : "This must not be of the kind '" + kind + "'.";
        } catch (PortalException none) {
            return "This must be a reference, such as component:default/ledger.";
        }
    }
}
