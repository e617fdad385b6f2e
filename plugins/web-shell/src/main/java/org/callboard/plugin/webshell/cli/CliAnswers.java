package org.callboard.plugin.webshell.cli;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Supplier;
import org.callboard.api.cli.CliAnswer;
import org.callboard.api.cli.CliAnswer.Data;
import org.callboard.api.cli.CliAnswer.Rows;
import org.callboard.api.cli.CliAnswer.Text;
import org.callboard.api.extension.ExtensionHandle;
import org.callboard.api.model.Json;
import org.callboard.api.model.JsonFormat;
import org.callboard.plugin.webshell.view.FaultyViewException;

/** Answers of commands as the terminal reads them: {@code {"exitCode","text"?,"table"?:[[cell]]}}. */
public final class CliAnswers {

    private static final int LONGEST = 1_000_000;
    private static final int HIGHEST_CODE = 125;

    private CliAnswers() {}

    /** {@return what a call gives; what is wrong with the command names its plugin} */
    public static <T> T named(ExtensionHandle<?> handle, Supplier<T> call) {
        try {
            return call.get();
        } catch (FaultyViewException faulty) {
            throw faulty.of(handle);
        }
    }

    /**
     * {@return the answer as JSON}
     *
     * @throws org.callboard.api.problem.PortalException naming the plugin, where it breaks a rule of the plugin API
     */
    public static Json.Obj json(ExtensionHandle<?> handle, CliAnswer answer, JsonFormat format) throws IOException {
        Json.Builder json = Json.object().put("exitCode", answer.exitCode());
        if (answer.output() instanceof Rows rows) {
            json.put("table", table(rows));
        } else if (answer.output() instanceof Data data) {
            json.put("text", text(data.json(), format));
        } else if (answer.output() instanceof Text text) {
            json.put("text", text.text());
        }
        Json.Obj built = json.build();
        String wrong = wrong(answer, built, format);
        if (!wrong.isEmpty()) {
            throw new FaultyViewException(wrong, "Answer with less, and with a code from 0 to 125.").of(handle);
        }
        return built;
    }

    private static String wrong(CliAnswer answer, Json.Obj built, JsonFormat format) throws IOException {
        if (answer.exitCode() < 0 || answer.exitCode() > HIGHEST_CODE) {
            return "its exit code is " + answer.exitCode();
        }
        if (answer.output() instanceof Rows rows
                && rows.rows().stream()
                        .anyMatch(row -> row.size() != rows.heads().size())) {
            return "a row of its table has not as many cells as there are heads";
        }
        return text(built, format).length() > LONGEST ? "its answer has more than " + LONGEST + " characters" : "";
    }

    private static Json table(Rows rows) {
        List<Json> lines = new java.util.ArrayList<>(List.of(Json.ofTexts(rows.heads())));
        rows.rows().forEach(row -> lines.add(Json.ofTexts(row)));
        return new Json.Arr(lines);
    }

    private static String text(Json json, JsonFormat format) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        format.write(json, out);
        return out.toString(StandardCharsets.UTF_8);
    }
}
