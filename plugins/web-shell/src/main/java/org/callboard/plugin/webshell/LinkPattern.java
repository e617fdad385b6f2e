package org.callboard.plugin.webshell;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URI;
import java.net.URLEncoder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.callboard.api.model.Entity;

/**
 * An address with fields of entities in it. A field is {@code {name}}, {@code {namespace}}, {@code {kind}}, {@code
 * {spec.FIELD}} or {@code {annotations.KEY}} and stands for its value, encoded so that it is one step of a path or one
 * value of a query; with a plus before its name the value may have several steps. A pattern that is a field and nothing
 * else takes a whole http or https address. The host is never a field's to choose.
 */
final class LinkPattern {

    private static final Pattern PART = Pattern.compile("[{]([+]?)([^{}]*)[}]|([^{}]+)|[{}]");
    private static final Pattern FIELD =
            Pattern.compile("name|namespace|kind|spec([.][A-Za-z0-9_-]+)+|annotations[.][A-Za-z0-9_./-]+");
    private static final Pattern FIXED_START = Pattern.compile("mailto:|https?://[^/?#]+[/?#]");
    private static final int LONGEST_VALUE = 1_000;

    private final List<Part> parts;

    /** A piece of the address: text, or a field's name. */
    private record Part(String text, Sort sort) {}

    private enum Sort {
        TEXT,
        STEP,
        STEPS
    }

    private LinkPattern(List<Part> parts) {
        this.parts = parts;
    }

    /**
     * Reads a pattern.
     *
     * @throws IllegalArgumentException with a sentence about {@code url} where no link can come of it
     */
    static LinkPattern parse(String text) {
        List<Part> parts = new ArrayList<>();
        Matcher matcher = PART.matcher(text);
        while (matcher.find()) {
            parts.add(part(matcher));
        }
        LinkPattern pattern = new LinkPattern(List.copyOf(parts));
        if (!pattern.isWhole()) {
            pattern.refuseOpenStart();
        }
        return pattern;
    }

    private static Part part(Matcher matcher) {
        String text = matcher.group(3);
        if (text != null) {
            return new Part(text, Sort.TEXT);
        }
        String field = matcher.group(2);
        if (field == null) {
            throw new IllegalArgumentException("url has a brace without its other half.");
        }
        if (!FIELD.matcher(field).matches()) {
            throw new IllegalArgumentException("url has {" + field
                    + "}, and fields are {name}, {namespace}, {kind}, {spec.FIELD} and {annotations.KEY}.");
        }
        return new Part(field, matcher.group(1).isEmpty() ? Sort.STEP : Sort.STEPS);
    }

    private void refuseOpenStart() {
        String first = parts.isEmpty() ? "" : parts.get(0).text();
        boolean isFixed = !parts.isEmpty() && parts.get(0).sort() == Sort.TEXT;
        boolean hasStart = parts.size() == 1 || FIXED_START.matcher(first).lookingAt();
        String tried = parts.stream()
                .map(part -> part.sort() == Sort.TEXT ? part.text() : "x")
                .collect(Collectors.joining());
        if (!isFixed || !hasStart || SafeLink.of(tried).isEmpty()) {
            throw new IllegalArgumentException(
                    "url must be one field alone, or start with https://HOST/, http://HOST/ or"
                            + " mailto: and have its fields behind that.");
        }
    }

    /** {@return the entity's link; none where it lacks a value, or a value gives no link} */
    Optional<URI> of(Entity entity) {
        StringBuilder address = new StringBuilder();
        for (Part part : parts) {
            Optional<String> text = part.sort() == Sort.TEXT ? Optional.of(part.text()) : filled(part, entity);
            if (text.isEmpty()) {
                return Optional.empty();
            }
            address.append(text.get());
        }
        return SafeLink.of(address.toString())
                .filter(uri -> !isWhole() || !"mailto".equalsIgnoreCase(uri.getScheme()))
                .filter(LinkPattern::staysInPlace);
    }

    private boolean isWhole() {
        return parts.size() == 1 && parts.get(0).sort() != Sort.TEXT;
    }

    private Optional<String> filled(Part part, Entity entity) {
        Optional<String> value = value(part.text(), entity)
                .filter(text -> !text.isBlank() && text.length() <= LONGEST_VALUE)
                .filter(text -> text.chars().noneMatch(Character::isISOControl));
        if (isWhole()) {
            return value;
        }
        return part.sort() == Sort.STEP ? value.map(LinkPattern::encoded) : value.flatMap(LinkPattern::steps);
    }

    private static Optional<String> value(String field, Entity entity) {
        if (field.startsWith("annotations.")) {
            return entity.annotation(field.substring("annotations.".length()));
        }
        return switch (field) {
            case "name" -> entity.document().text("metadata", "name");
            case "namespace" -> Optional.of(entity.ref().namespace());
            case "kind" -> Optional.of(entity.ref().kind());
            default -> entity.document().text(field.split("[.]"));
        };
    }

    private static Optional<String> steps(String value) {
        String[] steps = value.split("/", -1);
        boolean isWhole = Arrays.stream(steps).noneMatch(String::isBlank);
        return isWhole
                ? Optional.of(Arrays.stream(steps).map(LinkPattern::encoded).collect(Collectors.joining("/")))
                : Optional.empty();
    }

    /** An at sign is a letter of its own in a path, a query and a mail address. */
    private static String encoded(String value) {
        return URLEncoder.encode(value, UTF_8)
                .replace("+", "%20")
                .replace("*", "%2A")
                .replace("%40", "@");
    }

    /** A step of dots would lead out of the place that the operator wrote. */
    private static boolean staysInPlace(URI uri) {
        String path = Optional.ofNullable(uri.getRawPath()).orElse("");
        return Arrays.stream(path.split("/")).noneMatch(step -> step.equals(".") || step.equals(".."));
    }
}
