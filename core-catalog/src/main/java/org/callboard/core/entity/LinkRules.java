package org.callboard.core.entity;

import java.util.List;
import java.util.Optional;
import org.callboard.api.ingest.Field.Shape;
import org.callboard.api.model.Json;

/** The rules of one of {@code metadata.links}. */
final class LinkRules {

    private final Findings findings;
    private final Shapes shapes;

    LinkRules(Findings findings, Shapes shapes) {
        this.findings = findings;
        this.shapes = shapes;
    }

    void check(Json value, List<String> path) {
        if (!shapes.check(value, Shape.OBJECT, path) || !(value instanceof Json.Obj link)) {
            return;
        }
        if (link.get("url") == null) {
            findings.missing(
                    Shapes.step(path, "url"),
                    String.join(".", path) + ".url is missing: every link has one.",
                    "Add the url, or take the link out.");
        }
        link.fields().forEach((key, field) -> checkField(key, field, Shapes.step(path, key)));
    }

    private void checkField(String key, Json value, List<String> path) {
        switch (key) {
            case "url" -> checkUrl(value, path);
            case "icon", "title" -> checkVisible(value, path);
            case "type" -> shapes.check(value, Shape.TEXT, path);
            default -> {}
        }
    }

    private void checkUrl(Json value, List<String> path) {
        if (!shapes.check(value, Shape.TEXT, path) || !(value instanceof Json.Text url)) {
            return;
        }
        Optional<String> scheme = WebAddress.scheme(url.value());
        if (scheme.isEmpty()) {
            findings.error(
                    "bad-format",
                    path,
                    value,
                    EnvelopeRules.breach(path, "a URL that stands alone", url.value()),
                    "Write it in full, for example https://example.com/page.");
        } else if (!WebAddress.isSafe(scheme.get())) {
            findings.warning(
                    "link-scheme",
                    path,
                    "The link " + Texts.quote(url.value()) + " is shown as text only: '" + scheme.get()
                            + "' is none of http, https and mailto.",
                    "Link to a page by https, or take the link out.");
        }
    }

    /** Blanks alone are no text that anybody could read. */
    private void checkVisible(Json value, List<String> path) {
        if (shapes.check(value, Shape.TEXT, path)
                && value instanceof Json.Text text
                && text.value().chars().allMatch(LinkRules::isBlank)) {
            findings.error(
                    "bad-format",
                    path,
                    value,
                    EnvelopeRules.breach(path, "a text with more than blanks", text.value()),
                    "Write a text, or take the line out.");
        }
    }

    private static boolean isBlank(int c) {
        return c == '\uFEFF' || Character.isSpaceChar(c) || (c >= '\t' && c <= '\r');
    }
}
