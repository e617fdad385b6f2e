package org.callboard.plugin.scorecards.standard;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.callboard.plugin.scorecards.rule.Rule;
import org.callboard.plugin.scorecards.standard.Check.Effort;
import org.callboard.plugin.scorecards.standard.Check.Severity;

/** Reads checks. */
final class CheckReader {

    static final int MOST = 100;
    private static final List<String> FIELDS = List.of(
            "id", "title", "description", "severity", "effort", "owner", "rule", "message", "fix", "link", "maxAge");
    private static final Map<String, Severity> SEVERITIES =
            Map.of("low", Severity.LOW, "medium", Severity.MEDIUM, "high", Severity.HIGH);
    private static final Map<String, Effort> EFFORTS =
            Map.of("small", Effort.SMALL, "medium", Effort.MEDIUM, "large", Effort.LARGE);

    private final Ids ids = new Ids("check");
    private final String owner;

    /**
     * Reads those of a standard.
     *
     * @param owner who answers for checks that name nobody
     */
    CheckReader(String owner) {
        this.owner = owner;
    }

    List<Check> read(Piece list) {
        List<Check> checks = new ArrayList<>();
        list.items(MOST).forEach(item -> checks.add(check(item)));
        if (checks.isEmpty()) {
            list.flaw("The standard has no checks.", "Write at least one below spec.checks.");
        }
        return checks;
    }

    private Check check(Piece item) {
        item.only(FIELDS);
        String id = ids.read(item);
        String title = item.get("title").text(id);
        return new Check(
                id,
                title,
                item.get("description").text(""),
                item.get("severity").word(SEVERITIES, Severity.MEDIUM),
                item.get("effort").word(EFFORTS, Effort.MEDIUM),
                StandardReader.reference(item.get("owner").text(owner)),
                rule(id, item.get("rule")),
                item.get("message").text(title + ": not so."),
                item.get("fix").text(""),
                item.get("link")
                        .read(CheckReader::link, "Write an address that begins with https://.")
                        .orElse(null),
                RuleReader.duration(item.get("maxAge")).orElse(null));
    }

    private static Rule rule(String check, Piece rule) {
        if (rule.isThere()) {
            return new RuleReader().read(rule);
        }
        rule.flaw("The check '" + check + "' has no rule.", "Write what has to be so.");
        return new Rule.All(List.of());
    }

    private static Optional<String> link(String text) {
        String scheme = URI.create(text).getScheme();
        boolean isOfThePortal = text.startsWith("/") && !text.startsWith("//");
        return "https".equals(scheme) || "http".equals(scheme) || isOfThePortal ? Optional.of(text) : Optional.empty();
    }
}
