package org.callboard.plugin.docs.markup;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.Text;

/** Signs that are written as several characters, ordinal numbers, addresses of e-mail, and abbreviations, within texts. */
final class Symbols {

    private static final int MOST = 1000;
    private static final Map<String, String> SIGNS = signs();
    /** By the names that smartsymbols has for them. */
    private static final Map<String, String> KINDS = kinds();

    private static final Pattern MAIL = Pattern.compile(
            "(?<![-/+@\\w.])[-+\\w](?:[-\\w+]|\\.(?!\\.)){0,63}+@(?:[-\\w]{1,63}\\.){1,5}[a-zA-Z]{2,24}\\b(?![-@])");
    private static final Pattern ORDINAL = Pattern.compile(
            "\\b((?:[1-9]\\d{0,12})?(?:(?<=1)[123](?=th)|1(?=st)|2(?=nd)|3(?=rd)|[04-9](?=th)))" + "(st|nd|rd|th)\\b");

    private Symbols() {}

    private static Map<String, String> signs() {
        Map<String, String> signs = new LinkedHashMap<>(Map.of("(tm)", "™", "(c)", "©", "(r)", "®", "+/-", "±"));
        signs.putAll(Map.of("-->", "→", "<--", "←", "<-->", "↔", "=/=", "≠", "c/o", "℅"));
        signs.putAll(Map.of("1/2", "½", "1/3", "⅓", "2/3", "⅔"));
        signs.putAll(Map.of("1/4", "¼", "3/4", "¾", "1/5", "⅕", "2/5", "⅖", "3/5", "⅗", "4/5", "⅘"));
        signs.putAll(Map.of("1/6", "⅙", "5/6", "⅚", "1/8", "⅛", "3/8", "⅜", "5/8", "⅝", "7/8", "⅞"));
        return signs;
    }

    private static Map<String, String> kinds() {
        Map<String, String> kinds = new LinkedHashMap<>();
        kinds.put("trademark", "\\(tm\\)");
        kinds.put("copyright", "\\(c\\)");
        kinds.put("registered", "\\(r\\)");
        kinds.put("plusminus", "\\+/-");
        kinds.put("arrows", "<-->|(?<!-)-->|<--(?!-)");
        kinds.put("notequal", "=/=");
        kinds.put("care_of", "\\bc/o\\b");
        kinds.put("fractions", "(?<!\\d)(?:1/[2-68]|[23]/[345]|[345]/[568]|7/8)(?!\\d)");
        return kinds;
    }

    private static Pattern pattern(Set<String> kept) {
        return Pattern.compile(KINDS.entrySet().stream()
                .filter(kind -> !kept.contains(kind.getKey()))
                .map(Map.Entry::getValue)
                .reduce("(?!)", (one, other) -> one + "|" + other));
    }

    static void replace(Node document, Dialect dialect) {
        Map<String, String> meanings = new LinkedHashMap<>();
        Walk.all(document, Named.class).forEach(named -> {
            meanings.putIfAbsent(named.name(), named.text());
            named.unlink();
        });
        Set<String> kept = dialect.signs().kept();
        Pattern signs = pattern(kept);
        for (Text text : Texts.of(document)) {
            text.setLiteral(signs.matcher(text.getLiteral())
                    .replaceAll(found -> SIGNS.getOrDefault(found.group(), Matcher.quoteReplacement(found.group()))));
        }
        Texts.replace(document, MAIL, Pattern.compile("@"), false, found -> mail(found.group()));
        mentions(document, dialect);
        if (dialect.python() && !kept.contains("ordinal_numbers")) {
            Texts.replace(document, ORDINAL, Pattern.compile("\\d(?:st|nd|rd|th)"), true, Symbols::ordinal);
        }
        if (!meanings.isEmpty()) {
            Pattern words = words(meanings);
            Texts.replace(document, words, words, true, found -> abbreviation(found.group(), meanings));
        }
    }

    private static void mentions(Node document, Dialect dialect) {
        if (dialect.has(Choice.SOCIAL_NAMES)) {
            SocialNetwork.link(document);
        }
        if (dialect.has(Choice.REFERENCES)) {
            Mentions.link(document, dialect.references());
        }
    }

    private static Node abbreviation(String word, Map<String, String> meanings) {
        return new Span("abbr", "")
                .with("title", meanings.getOrDefault(word, ""))
                .text(word);
    }

    private static Pattern words(Map<String, String> meanings) {
        List<String> longestFirst = meanings.keySet().stream()
                .limit(MOST)
                .sorted((one, other) -> other.length() - one.length())
                .toList();
        return Pattern.compile(
                "\\b(?:" + longestFirst.stream().map(Pattern::quote).collect(Collectors.joining("|")) + ")\\b");
    }

    private static Node mail(String address) {
        Link link = new Link("mailto:" + address, null);
        link.appendChild(new Text(address));
        return link;
    }

    private static Node ordinal(Matcher found) {
        Span number = Span.verbatim(found.group(1));
        number.appendChild(new Span("sup", "").text(found.group(2)));
        return number;
    }
}
