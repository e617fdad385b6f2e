package org.callboard.launcher;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.PrintStream;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Instant;
import java.util.List;
import org.callboard.launcher.Options.UsageException;
import org.callboard.launcher.PortalClient.Answer;

/** {@code callboard token}: the tokens of machines. */
final class TokenCommands {

    private static final String TOKENS = "/api/tokens";

    private final PortalClient portal;
    private final PrintStream out;
    private final PrintStream errors;

    TokenCommands(PortalClient portal, PrintStream out, PrintStream errors) {
        this.portal = portal;
        this.out = out;
        this.errors = errors;
    }

    void run(Words words) throws CommandException, UsageException {
        switch (words.command()) {
            case "token create" -> create(words.taking("--permission", "--plugin", "--expires", "--owner"));
            case "token list" -> list(words.taking());
            case "token revoke" -> revoke(words.taking());
            default -> throw new UsageException("There is no command '" + words.command() + "'.");
        }
    }

    /** The token alone is printed to where a script reads it. */
    private void create(Words words) throws CommandException, UsageException {
        String wish = wish(words);
        Answer answer = portal.post(TOKENS, "application/json", BodyPublishers.ofString(wish));
        if (words.has("--json")) {
            out.println(answer.body());
            return;
        }
        Tree token = answer.json();
        out.println(token.text("token"));
        errors.println("It is shown this once, and good until " + token.text("expires") + ".");
    }

    private static String wish(Words words) throws UsageException {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = new JsonFactory().createGenerator(text)) {
            json.writeStartObject();
            json.writeStringField("name", words.one("NAME"));
            names(json, "permissions", words.all("--permission"));
            names(json, "plugins", words.all("--plugin"));
            if (words.value("--expires").isPresent()) {
                json.writeStringField("expires", words.value("--expires").get());
            }
            if (words.value("--owner").isPresent()) {
                json.writeStringField("owner", words.value("--owner").get());
            }
            json.writeEndObject();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return text.toString();
    }

    private static void names(JsonGenerator json, String field, List<String> names) throws IOException {
        if (!names.isEmpty()) {
            String[] all = names.toArray(String[]::new);
            json.writeFieldName(field);
            json.writeArray(all, 0, all.length);
        }
    }

    private void list(Words words) throws CommandException, UsageException {
        words.none();
        Answer answer = portal.get(TOKENS);
        if (words.has("--json")) {
            out.println(answer.body());
            return;
        }
        Table table = new Table().row("NAME", "OWNER", "STATE", "EXPIRES", "LAST USED", "MAY", "PLUGINS");
        for (Tree token : answer.json().items()) {
            table.row(
                    token.text("name"),
                    token.text("owner"),
                    state(token),
                    PluginPage.moment(token.text("expires")),
                    token.text("lastUsed").isEmpty() ? "never" : PluginPage.moment(token.text("lastUsed")),
                    allOr(token, "permissions"),
                    allOr(token, "plugins"));
        }
        table.print(out);
    }

    private static String allOr(Tree token, String field) {
        return token.at(field).isEmpty() ? "all" : token.at(field).words();
    }

    private static String state(Tree token) {
        if (!token.at("revoked").isEmpty()) {
            return "REVOKED";
        }
        return Instant.parse(token.text("expires")).isAfter(Instant.now()) ? "GOOD" : "EXPIRED";
    }

    private void revoke(Words words) throws CommandException, UsageException {
        String name = words.one("NAME");
        Answer answer = portal.delete(TOKENS + "/" + PortalClient.encoded(name));
        if (!words.has("--json")) {
            out.println("The token " + name + " is revoked.");
        } else if (!answer.body().isEmpty()) {
            out.println(answer.body());
        }
    }
}
