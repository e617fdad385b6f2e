package org.callboard.core.config;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Puts values in place of a dollar sign with a variable, a variable with a default, or a file in braces; two dollar signs are one. */
final class Substitution {

    private static final Pattern EXPRESSION = Pattern.compile("\\$?\\$\\{([^}]*)}");

    private final Function<String, @Nullable String> environment;
    private final Path folder;

    /** Takes variables from the environment and files relative to the folder of the configuration. */
    Substitution(Function<String, @Nullable String> environment, Path folder) {
        this.environment = environment;
        this.folder = folder;
    }

    String apply(String text, String where) {
        Matcher matcher = EXPRESSION.matcher(text);
        StringBuilder result = new StringBuilder();
        while (matcher.find()) {
            String value =
                    matcher.group().startsWith("$$") ? matcher.group().substring(1) : value(matcher.group(1), where);
            matcher.appendReplacement(result, Matcher.quoteReplacement(value));
        }
        return matcher.appendTail(result).toString();
    }

    private String value(String expression, String where) {
        if (expression.startsWith("file:")) {
            return file(expression.substring(5), where);
        }
        int fallback = expression.indexOf(":-");
        String name = fallback < 0 ? expression : expression.substring(0, fallback);
        String value = environment.apply(name);
        if (value != null) {
            return value;
        }
        if (fallback < 0) {
            throw new ConfigException(where + ": the environment has no variable " + name + "; set it, or write ${"
                    + name + ":-default}.");
        }
        return expression.substring(fallback + 2);
    }

    private String file(String name, String where) {
        try {
            return Files.readString(folder.resolve(name)).strip();
        } catch (IOException failure) {
            throw new ConfigException(where + ": the file " + name + " can't be read.");
        }
    }
}
