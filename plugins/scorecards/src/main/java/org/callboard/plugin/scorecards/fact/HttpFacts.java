package org.callboard.plugin.scorecards.fact;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.callboard.api.model.Entity;
import org.callboard.api.model.Json;
import org.callboard.api.net.WebAnswer;
import org.callboard.api.net.WebClient;
import org.callboard.api.net.WebRequest;
import org.callboard.api.problem.PortalException;
import org.callboard.plugin.scorecards.standard.FactNames;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Fetches facts from other servers, as far as the operator lists these for the plugin, and keeps them. An address has
 * {@code {kind}}, {@code {namespace}}, {@code {name}} and {@code {annotations.KEY}} of the entity in it. Thread-safe.
 */
@Component(service = HttpFacts.class)
public final class HttpFacts {

    private static final Pattern FIELD = Pattern.compile("\\{([^{}]+)}");
    private static final String ANNOTATIONS = "annotations.";
    private static final Duration PATIENCE = Duration.ofSeconds(4);
    private static final int LONGEST = StoredFacts.LONGEST - 1_024;

    private final WebClient web;
    private final StoredFacts stored;

    /** Asks by this client. */
    @Activate
    public HttpFacts(@Reference WebClient web, @Reference StoredFacts stored) {
        this.web = web;
        this.stored = stored;
    }

    /**
     * Fetches a fact of an entity. One whose address needs what the entity does not have is left alone.
     *
     * @param name with {@code http:} before the address
     * @return whether it could be fetched
     */
    public boolean fetch(Entity entity, String name) {
        Optional<URI> address = address(entity, name.substring(FactNames.HTTP.length()));
        if (address.isEmpty()) {
            return true;
        }
        try {
            WebAnswer answer = web.send(WebRequest.get(address.get()).timeout(PATIENCE));
            stored.put(entity.ref(), name, value(answer), address.get().toString(), Instant.now());
            return true;
        } catch (PortalException unreachable) {
            return false;
        }
    }

    /** The address for an entity; what is filled in can't add to the path. */
    static Optional<URI> address(Entity entity, String template) {
        StringBuilder address = new StringBuilder();
        Matcher fields = FIELD.matcher(template);
        while (fields.find()) {
            Optional<String> value = field(entity, fields.group(1));
            if (value.isEmpty()) {
                return Optional.empty();
            }
            String encoded =
                    URLEncoder.encode(value.get(), StandardCharsets.UTF_8).replace("+", "%20");
            fields.appendReplacement(address, Matcher.quoteReplacement(encoded));
        }
        fields.appendTail(address);
        try {
            return Optional.of(URI.create(address.toString()));
        } catch (IllegalArgumentException none) {
            return Optional.empty();
        }
    }

    private static Optional<String> field(Entity entity, String field) {
        return switch (field) {
            case "kind" -> Optional.of(entity.ref().kind());
            case "namespace" -> Optional.of(entity.ref().namespace());
            case "name" -> Optional.of(entity.ref().name());
            default ->
                field.startsWith(ANNOTATIONS)
                        ? entity.annotation(field.substring(ANNOTATIONS.length()))
                        : Optional.empty();
        };
    }

    /** Status and body; a body that is too long is left out. */
    private static Json value(WebAnswer answer) {
        Json.Builder value = Json.object().put("status", answer.status());
        if (answer.bytes().length > LONGEST) {
            return value.build();
        }
        try {
            return value.put("body", answer.json()).build();
        } catch (PortalException none) {
            return value.put("body", answer.text()).build();
        }
    }
}
