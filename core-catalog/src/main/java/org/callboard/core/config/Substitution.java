package org.callboard.core.config;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.callboard.core.config.SecretSource.Fetched;
import org.jspecify.annotations.Nullable;

/**
 * Puts values in place of a dollar sign with a variable, a variable with a default, a file or a secret that a plugin fetches
 * in braces; two dollar signs are one.
 */
final class Substitution {

    private static final Pattern EXPRESSION = Pattern.compile("\\$?\\$\\{([^}]*)}");
    private static final String FILE = "file:";

    private final Function<String, @Nullable String> environment;
    private final Path folder;
    private final @Nullable SecretSource secrets;
    private final Set<String> hidden = new HashSet<>();

    /**
     * Takes variables from the environment and files relative to the folder of the configuration.
     *
     * @param secrets null where none is to be had: of the portal's own settings, which are read before any plugin starts
     */
    Substitution(Function<String, @Nullable String> environment, Path folder, @Nullable SecretSource secrets) {
        this.environment = environment;
        this.folder = folder;
        this.secrets = secrets;
    }

    String apply(String text, String where) {
        try {
            return apply(text);
        } catch (ConfigException missing) {
            throw new ConfigException(where + ": " + missing.getMessage());
        }
    }

    /** {@return the text with values put in} What can't be had is refused in a sentence. */
    String apply(String text) {
        Matcher matcher = EXPRESSION.matcher(text);
        StringBuilder result = new StringBuilder();
        while (matcher.find()) {
            String value = matcher.group().startsWith("$$") ? matcher.group().substring(1) : value(matcher.group(1));
            matcher.appendReplacement(result, Matcher.quoteReplacement(value));
        }
        return matcher.appendTail(result).toString();
    }

    /** {@return the files whose content a text is to hold} */
    Set<Path> files(String text) {
        Set<Path> files = new HashSet<>();
        for (String expression : expressions(text)) {
            if (expression.startsWith(FILE)) {
                files.add(folder.resolve(expression.substring(FILE.length())).toAbsolutePath());
            }
        }
        return files;
    }

    /** {@return the secrets that a text is to hold} */
    List<SecretReference> references(String text) {
        return expressions(text).stream()
                .filter(expression -> !expression.startsWith(FILE))
                .flatMap(expression -> SecretReference.of(expression).stream())
                .toList();
    }

    private static List<String> expressions(String text) {
        List<String> expressions = new ArrayList<>();
        Matcher matcher = EXPRESSION.matcher(text);
        while (matcher.find()) {
            if (!matcher.group().startsWith("$$")) {
                expressions.add(matcher.group(1));
            }
        }
        return expressions;
    }

    /** {@return what has come out of files and plugins so far, which nobody is to see} */
    Set<String> hidden() {
        return hidden;
    }

    /** {@return why a secret is no longer good, or null where it is} */
    @Nullable String trouble(SecretReference reference) {
        return secrets == null ? null : secrets.find(reference).trouble();
    }

    private String value(String expression) {
        if (expression.startsWith(FILE)) {
            return hiding(file(expression.substring(FILE.length())));
        }
        SecretReference reference = SecretReference.of(expression).orElse(null);
        return reference == null ? variable(expression) : hiding(secret(reference));
    }

    private String hiding(String value) {
        hidden.add(value);
        return value;
    }

    private String variable(String expression) {
        int fallback = expression.indexOf(":-");
        String name = fallback < 0 ? expression : expression.substring(0, fallback);
        String value = environment.apply(name);
        if (value != null) {
            return value;
        }
        if (fallback < 0) {
            throw new ConfigException(
                    "the environment has no variable " + name + "; set it, or write ${" + name + ":-default}.");
        }
        return expression.substring(fallback + 2);
    }

    private String file(String name) {
        try {
            return Files.readString(folder.resolve(name)).strip();
        } catch (IOException failure) {
            throw new ConfigException("the file " + name + " can't be read.");
        }
    }

    private String secret(SecretReference reference) {
        if (secrets == null) {
            throw new ConfigException(
                    "${" + reference + "} would be fetched by a plugin, and plugins start after this is"
                            + " read; only settings below plugins.config can have it. Write ${NAME} or ${file:path} here.");
        }
        Fetched fetched = secrets.find(reference);
        String value = fetched.value();
        if (value == null) {
            throw new ConfigException(
                    "the secret " + reference + " is not there: " + String.valueOf(fetched.trouble()) + ".");
        }
        return value;
    }
}
