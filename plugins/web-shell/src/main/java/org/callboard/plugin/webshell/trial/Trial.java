package org.callboard.plugin.webshell.trial;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLEncoder;
import java.time.Duration;
import java.util.Base64;
import org.callboard.api.model.Json;
import org.callboard.api.net.WebRequest;
import org.callboard.api.problem.PortalException;
import org.callboard.api.problem.ProblemKind;
import org.callboard.plugin.webshell.definition.Definition;
import org.callboard.plugin.webshell.definition.Definition.Call;
import org.callboard.plugin.webshell.definition.Definition.Input;
import org.callboard.plugin.webshell.definition.Definition.Place;

/**
 * One call of an operation: where it goes is the definition's to say, what is filled in the reader's. What was filled in may be
 * secret, so no message quotes it.
 *
 * @param values what was filled in, by the keys of the inputs
 * @param body empty for none
 */
public record Trial(Definition.Server server, Call call, Json.Obj values, String body) {

    /** Within the time that a plugin has for a request. */
    private static final Duration PATIENCE = Duration.ofSeconds(4);

    private static final int LONGEST_VALUE = 8_000;
    private static final String BASIC = "Basic ";

    /** {@return what is tried, without anything that was filled in} */
    public String subject() {
        return call.method() + " " + base() + call.path();
    }

    /**
     * {@return what is sent}
     *
     * @throws PortalException BAD_INPUT where no request can be made of it
     */
    public WebRequest request() {
        WebRequest request = begun(address()).timeout(PATIENCE);
        for (Input input : call.inputs()) {
            String value = value(input);
            if (input.place() == Place.HEADER && !value.isEmpty()) {
                request = header(request, input, value);
            }
        }
        return call.type().isEmpty() || body.isEmpty() ? request : request.text(body, call.type());
    }

    private WebRequest begun(URI address) {
        return switch (call.method()) {
            case "POST" -> WebRequest.post(address);
            case "PUT" -> WebRequest.put(address);
            case "PATCH" -> WebRequest.patch(address);
            case "DELETE" -> WebRequest.delete(address);
            default -> WebRequest.get(address);
        };
    }

    private URI address() {
        String path = call.path();
        StringBuilder query = new StringBuilder();
        for (Input input : call.inputs()) {
            String value = value(input);
            if (input.place() == Place.PATH) {
                path = path.replace("{" + input.name() + "}", step(input, value));
            } else if (input.place() == Place.QUERY && !value.isEmpty()) {
                query.append(query.isEmpty() ? '?' : '&')
                        .append(encoded(input.name()))
                        .append('=')
                        .append(encoded(value));
            }
        }
        requireWhole();
        try {
            return new URI(base() + path + query);
        } catch (URISyntaxException malformed) {
            throw bad(
                    "The path " + call.path() + " can't be asked for.",
                    "Have the owner of the definition declare every parameter of the path.");
        }
    }

    private String base() {
        return server.address().replaceFirst("/$", "");
    }

    private void requireWhole() {
        if (!base().matches("https?://[^/?#@{}\\s]+(/[^?#{}\\s]*)?")) {
            throw bad(
                    "The server '" + server.address() + "' can't be asked: it is no address that begins with http:// or"
                            + " https:// and has neither user, query nor braces.",
                    "Have the owner of the definition write it in full.");
        }
    }

    private String value(Input input) {
        String value = values.text(input.key()).orElse("");
        if (value.isEmpty() && input.required()) {
            throw bad("'" + input.name() + "' is empty.", "Fill it in: the definition says that it is required.");
        }
        if (value.length() > LONGEST_VALUE) {
            throw bad("'" + input.name() + "' is too long.", "Send " + LONGEST_VALUE + " characters at most.");
        }
        return value;
    }

    private static String step(Input input, String value) {
        if (value.equals(".") || value.equals("..")) {
            throw bad("'" + input.name() + "' would lead elsewhere.", "Fill in something other than dots.");
        }
        return encoded(value);
    }

    private static WebRequest header(WebRequest request, Input input, String value) {
        boolean isBasic = input.prefix().equals(BASIC);
        String sent = isBasic ? Base64.getEncoder().encodeToString(value.getBytes(UTF_8)) : value;
        try {
            return request.header(input.name(), input.prefix() + sent);
        } catch (IllegalArgumentException refused) {
            throw bad(
                    "The header '" + input.name() + "' can't be sent so.",
                    "Use letters, digits and signs of ASCII; what a client sets by itself can't be set.");
        }
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, UTF_8).replace("+", "%20");
    }

    private static PortalException bad(String message, String hint) {
        return new PortalException(ProblemKind.BAD_INPUT, message, hint);
    }
}
