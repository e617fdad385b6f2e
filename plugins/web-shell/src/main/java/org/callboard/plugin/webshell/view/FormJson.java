package org.callboard.plugin.webshell.view;

import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.callboard.api.model.Json;
import org.callboard.api.ui.Form;
import org.callboard.api.ui.Input;
import org.jspecify.annotations.Nullable;

/** Forms as the page reads them; what a secret holds is not among it. */
final class FormJson {

    private static final int MOST_INPUTS = 50;
    private static final int MOST_OPTIONS = 1_000;

    private FormJson() {}

    static Json of(Form form) {
        check(form);
        return ViewJson.kind("form")
                .put("id", form.id())
                .put("title", ViewJson.unlessEmpty(form.title()))
                .put("inputs", ViewJson.array(form.inputs(), FormJson::input))
                .put("send", form.send())
                .put("confirm", ViewJson.unlessEmpty(form.confirm()))
                .build();
    }

    private static void check(Form form) {
        Limits.atMost(MOST_INPUTS, form.inputs(), "inputs in the form '" + form.id() + "'");
        Set<String> names = new HashSet<>();
        for (Input input : form.inputs()) {
            if (!names.add(Limits.name(input.name(), "input"))) {
                throw new FaultyViewException(
                        "the form '" + form.id() + "' has more than one input '" + input.name() + "'",
                        "Give each a name of its own.");
            }
            Limits.atMost(MOST_OPTIONS, input.options(), "options for the input '" + input.name() + "'");
            checkPattern(input);
        }
    }

    private static void checkPattern(Input input) {
        try {
            Pattern.compile(input.pattern());
        } catch (PatternSyntaxException wrong) {
            throw new FaultyViewException(
                    "the pattern of the input '" + input.name() + "' is no regular expression: "
                            + wrong.getDescription(),
                    "Correct " + input.pattern());
        }
    }

    private static Json input(Input input) {
        boolean isRequired = input.need() == Input.Need.REQUIRED;
        List<String> initial = input.kind() == Input.Kind.SECRET ? List.of() : input.initial();
        return Json.object()
                .put("name", input.name())
                .put("label", input.label())
                .put("kind", input.kind().name().toLowerCase(Locale.ROOT))
                .put("required", isRequired ? Json.Bool.TRUE : Json.Bool.FALSE)
                .put("help", ViewJson.unlessEmpty(input.help()))
                .put("initial", Json.ofTexts(initial))
                .put("pattern", ViewJson.unlessEmpty(input.pattern()))
                .put("min", number(input.min()))
                .put("max", number(input.max()))
                .put("options", ViewJson.array(input.options(), FormJson::option))
                .build();
    }

    private static @Nullable Json number(@Nullable BigDecimal bound) {
        return bound == null ? null : new Json.Num(bound);
    }

    private static Json option(Input.Option option) {
        return Json.object()
                .put("value", option.value())
                .put("label", option.label())
                .build();
    }
}
