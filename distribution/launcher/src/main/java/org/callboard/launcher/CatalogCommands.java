package org.callboard.launcher;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.PrintStream;
import java.io.StringWriter;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.Locale;
import org.callboard.launcher.Options.UsageException;
import org.callboard.launcher.PortalClient.Answer;

/** {@code callboard catalog}, as far as it needs a portal. */
final class CatalogCommands {

    private static final String CATALOG = "/api/catalog";
    private static final String SHOWN = "kind,metadata.namespace,metadata.name,metadata.title,spec.type,spec.owner";

    private static final String SEARCHED =
            "&fullTextFilterFields=metadata.name,metadata.title,metadata.description&fullTextFilterTerm=";

    private final PortalClient portal;
    private final PrintStream out;

    CatalogCommands(PortalClient portal, PrintStream out) {
        this.portal = portal;
        this.out = out;
    }

    void run(Words words) throws CommandException, UsageException {
        switch (words.command()) {
            case "catalog query" -> query(words.taking("--filter", "--text", "--limit"));
            case "catalog register" -> register(words.taking());
            default -> throw new UsageException("There is no command '" + words.command() + "'.");
        }
    }

    private void query(Words words) throws CommandException, UsageException {
        words.none();
        StringBuilder query = new StringBuilder(CATALOG + "/entities/by-query?orderField=metadata.name,asc&limit=");
        query.append(words.number("--limit", "50"));
        for (String filter : words.all("--filter")) {
            query.append("&filter=").append(PortalClient.encoded(filter));
        }
        words.value("--text").ifPresent(text -> query.append(SEARCHED).append(PortalClient.encoded(text)));
        if (words.has("--json")) {
            out.println(portal.get(query.toString()).body());
        } else {
            print(portal.get(query + "&fields=" + SHOWN).json());
        }
    }

    private void print(Tree page) {
        List<Tree> entities = page.items("items");
        Table table = new Table().row("ENTITY", "TYPE", "OWNER", "TITLE");
        entities.forEach(entity -> table.row(
                ref(entity),
                entity.text("spec", "type"),
                entity.text("spec", "owner"),
                entity.text("metadata", "title")));
        table.print(out);
        String total = page.text("totalItems");
        if (!total.equals(Integer.toString(entities.size()))) {
            out.println(entities.size() + " of " + total + "; --limit shows more.");
        }
    }

    private static String ref(Tree entity) {
        String namespace = entity.text("metadata", "namespace");
        return entity.text("kind").toLowerCase(Locale.ROOT) + ":" + (namespace.isEmpty() ? "default" : namespace) + "/"
                + entity.text("metadata", "name");
    }

    private void register(Words words) throws CommandException, UsageException {
        String target = words.one("URL");
        Answer answer =
                portal.post(CATALOG + "/locations", "application/json", BodyPublishers.ofString(location(target)));
        if (words.has("--json")) {
            out.println(answer.body());
            return;
        }
        Tree registered = answer.json();
        out.println("Registered " + registered.text("location", "target") + " as " + registered.text("location", "id")
                + ".");
        registered.items("entities").forEach(entity -> out.println("  " + ref(entity)));
    }

    private static String location(String target) {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = new JsonFactory().createGenerator(text)) {
            json.writeStartObject();
            json.writeStringField("type", "url");
            json.writeStringField("target", target);
            json.writeEndObject();
        } catch (IOException impossible) {
            throw new IllegalStateException(impossible);
        }
        return text.toString();
    }
}
