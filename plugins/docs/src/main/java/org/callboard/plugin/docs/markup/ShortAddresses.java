package org.callboard.plugin.docs.markup;

import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.Text;
import org.jspecify.annotations.Nullable;

/** Addresses of code hosts and social networks that are shown as they are become short, as magiclink does where it is told to. */
final class ShortAddresses {

    private static final String HASH = "[\\da-f]{40}";
    private static final String COMMIT = "(?<hash>" + HASH + ")|";
    private static final String FROM = "(?<from>" + HASH + ")";
    private static final String TO = "(?<to>" + HASH + ")";
    private static final Map<CodeHost, Pattern> HOSTS = new EnumMap<>(Map.of(
            CodeHost.GITHUB,
            pattern(
                    CodeHost.GITHUB,
                    "(?<kind>issues|pull|discussions)/(?<number>\\d{1,9})/?|commit/" + COMMIT + "compare/" + FROM
                            + "\\.{3}" + TO),
            CodeHost.GITLAB,
            pattern(
                    CodeHost.GITLAB,
                    "(?:-/)?(?:(?<kind>issues|merge_requests)/(?<number>\\d{1,9})/?|commit/" + COMMIT + "compare/"
                            + FROM + "\\.{3}" + TO + ")"),
            CodeHost.BITBUCKET,
            pattern(
                    CodeHost.BITBUCKET,
                    "(?<kind>issues|pull-requests)/(?<number>\\d{1,9})(?:/[^/]+(?:/diff)?)?/?|commits/(?:commit/)?"
                            + COMMIT + "branches/(?:commits|compare)/" + FROM + "(?:\\.{2}|%0d)" + TO + "#diff")));

    /** What is no name of anybody, though it stands where these do. */
    private static final Map<CodeHost, Set<String>> PLACES = new EnumMap<>(Map.of(
            CodeHost.GITHUB,
            Set.of("marketeplace", "marketplace", "notifications", "issues", "pull", "sponsors", "settings", "support"),
            CodeHost.GITLAB,
            Set.of("dashboard", "-", "explore", "help", "projects"),
            CodeHost.BITBUCKET,
            Set.of("dashboard", "account", "plans", "support", "repo")));

    private final Dialect dialect;
    private final References references;

    private ShortAddresses(Dialect dialect) {
        this.dialect = dialect;
        this.references = dialect.references();
    }

    /** What is shown, and what is said of it. */
    record Shown(String text, String title) {}

    private static Pattern pattern(CodeHost host, String inRepository) {
        String site = Pattern.quote(host.address().substring("https://".length()));
        return Pattern.compile(
                "https://(?:www\\.)?" + site + "/(?<user>" + host.user() + ")(?:/(?<repository>[^/]+)(?:/(?:"
                        + inRepository + "))?)?/?",
                Pattern.CASE_INSENSITIVE);
    }

    /** Shortens what links of a page show, where that is their own address. */
    static void shorten(Node document, Dialect dialect) {
        if (!dialect.has(Choice.SHORT_ADDRESSES) && !dialect.has(Choice.SHORT_SOCIAL_ADDRESSES)) {
            return;
        }
        ShortAddresses addresses = new ShortAddresses(dialect);
        Walk.all(document, Link.class).stream()
                .filter(link -> link.getTitle() == null && link.getDestination().equals(text(link)))
                .forEach(addresses::shorten);
        Walk.all(document, Span.class).stream()
                .filter(span -> span.tag().equals(InlineSyntax.ADDRESS_TAG))
                .forEach(addresses::shorten);
    }

    private static String text(Node link) {
        StringBuilder text = new StringBuilder();
        for (Node child = link.getFirstChild(); child != null; child = child.getNext()) {
            if (!(child instanceof Text piece)) {
                return "";
            }
            text.append(piece.getLiteral());
        }
        return text.toString();
    }

    private void shorten(Link link) {
        Shown found = read(link.getDestination());
        if (found != null) {
            link.setTitle(found.title());
            show(link, found.text());
        }
    }

    private void shorten(Span link) {
        Shown found = text(link).equals(link.attributes().get("href")) ? read(text(link)) : null;
        if (found != null) {
            link.with("title", found.title());
            show(link, found.text());
        }
    }

    private static void show(Node link, String text) {
        while (link.getFirstChild() != null) {
            link.getFirstChild().unlink();
        }
        link.appendChild(Span.verbatim(text));
    }

    private @Nullable Shown read(String address) {
        Shown person = dialect.has(Choice.SHORT_SOCIAL_ADDRESSES)
                ? SocialNetwork.shown(address, references).orElse(null)
                : null;
        return person == null && dialect.has(Choice.SHORT_ADDRESSES) ? hosted(address) : person;
    }

    private @Nullable Shown hosted(String address) {
        return Stream.of(CodeHost.values())
                .map(host -> {
                    Matcher found = Objects.requireNonNull(HOSTS.get(host)).matcher(address);
                    return found.matches() ? read(host, found) : null;
                })
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    private Set<String> excluded(CodeHost host) {
        return references
                .excluded()
                .getOrDefault(host.name().toLowerCase(Locale.ROOT), PLACES.getOrDefault(host, Set.of()));
    }

    private @Nullable Shown read(CodeHost host, Matcher found) {
        String user = found.group("user");
        if (excluded(host).contains(user.toLowerCase(Locale.ROOT))) {
            return null;
        }
        if (found.group("repository") == null) {
            return new Shown("@" + user, host.title() + " User: " + user);
        }
        Repository place = new Repository(host, user, found.group("repository"), references);
        if (found.group("number") != null) {
            String number = found.group("number");
            char sign = switch (found.group("kind").toLowerCase(Locale.ROOT)) {
                case "issues" -> '#';
                case "discussions" -> '?';
                default -> '!';
            };
            return new Shown(place.numbered(sign, number), place.numberedTitle(sign, number));
        }
        String from = found.group("hash") != null ? found.group("hash") : found.group("from");
        return from == null
                ? new Shown(place.fullName(), host.title() + " Repository: " + place.fullName())
                : new Shown(place.hashed(from, found.group("to")), place.hashedTitle(from, found.group("to")));
    }
}
