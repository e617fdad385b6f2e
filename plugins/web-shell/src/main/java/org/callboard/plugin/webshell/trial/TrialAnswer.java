package org.callboard.plugin.webshell.trial;

import java.util.Locale;
import java.util.regex.Pattern;
import org.callboard.api.model.Json;
import org.callboard.api.net.WebAnswer;
import org.callboard.api.problem.PortalException;

/** What came of a trial, as the page reads it: text to look at, never anything that a browser would follow. */
public final class TrialAnswer {

    private static final int LONGEST_TEXT = 200_000;
    private static final int LONGEST_HEADER = 2_000;
    private static final int MOST_HEADERS = 100;
    private static final Pattern TEXT = Pattern.compile(
            "text/.*|.*[/+](json|xml|yaml|x-yaml|javascript|graphql|problem|x-www-form-urlencoded)\\b.*");

    private TrialAnswer() {}

    /** {@return an answer, and how long it took} */
    public static Json.Obj of(WebAnswer answer, long millis) {
        String type = answer.header("Content-Type").orElse("").toLowerCase(Locale.ROOT);
        int size = answer.bytes().length;
        Json.Builder json = Json.object()
                .put("status", answer.status())
                .put("millis", millis)
                .put("size", size)
                .put("headers", headers(answer))
                .put("type", type);
        if (size > 0 && TEXT.matcher(type).matches()) {
            String text = answer.text();
            json.put("text", text.substring(0, Math.min(LONGEST_TEXT, text.length())))
                    .put("whole", text.length() <= LONGEST_TEXT ? Json.Bool.TRUE : Json.Bool.FALSE);
        }
        return json.build();
    }

    /** {@return that there was no answer, and why} */
    public static Json.Obj none(PortalException failure) {
        return Json.object()
                .put(
                        "failure",
                        Json.object()
                                .put("message", failure.message())
                                .put("hint", failure.hint())
                                .build())
                .build();
    }

    private static Json.Arr headers(WebAnswer answer) {
        return new Json.Arr(answer.headerNames().stream()
                .flatMap(name -> answer.headers(name).stream()
                        .<Json>map(value -> Json.object()
                                .put("name", name)
                                .put("value", value.substring(0, Math.min(LONGEST_HEADER, value.length())))
                                .build()))
                .limit(MOST_HEADERS)
                .toList());
    }
}
