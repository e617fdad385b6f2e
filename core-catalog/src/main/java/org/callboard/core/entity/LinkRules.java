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
            case "icon" -> checkIcon(value, path);
            case "title", "type" -> shapes.check(value, Shape.TEXT, path);
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

    private void checkIcon(Json value, List<String> path) {
        if (shapes.check(value, Shape.TEXT, path) && value instanceof Json.Text icon && !Grammar.isName(icon.value())) {
            findings.error(
                    "bad-format",
                    path,
                    value,
                    EnvelopeRules.breach(
                            path,
                            "sequences of [a-zA-Z0-9] separated by any of [-_.], at most 63 characters in total",
                            icon.value()),
                    "Write the name of an icon, for example dashboard, or take the line out.");
        }
    }
}
