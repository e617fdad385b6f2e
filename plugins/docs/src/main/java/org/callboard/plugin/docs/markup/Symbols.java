package org.callboard.plugin.docs.markup;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.Text;
import org.jspecify.annotations.Nullable;

/** Signs that are written as several characters, addresses of e-mail, and abbreviations, within texts. */
final class Symbols {

    private static final int MOST = 1000;
    private static final Map<String, String> SIGNS = signs();
    private static final Pattern SIGN = Pattern.compile("\\((?:tm|c|r)\\)|\\+/-|<?-->|<--|<==>|==>|<==|=/=|\\bc/o\\b"
            + "|(?<!\\d)(?:1/[2-68]|[23]/[345]|[345]/[568]|7/8)(?!\\d)");
    private static final Pattern MAIL = Pattern.compile(
            "(?<![-/+@\\w.])[-+\\w](?:[-\\w+]|\\.(?!\\.)){0,63}+@(?:[-\\w]{1,63}\\.){1,5}[a-zA-Z]{2,24}\\b(?![-@])");

    private Symbols() {}

    private static Map<String, String> signs() {
        Map<String, String> signs = new LinkedHashMap<>(Map.of("(tm)", "™", "(c)", "©", "(r)", "®", "+/-", "±"));
        signs.putAll(Map.of("-->", "→", "<--", "←", "<-->", "↔", "=/=", "≠", "c/o", "℅"));
        signs.putAll(Map.of("==>", "⇒", "<==", "⇐", "<==>", "⇔", "1/2", "½", "1/3", "⅓", "2/3", "⅔"));
        signs.putAll(Map.of("1/4", "¼", "3/4", "¾", "1/5", "⅕", "2/5", "⅖", "3/5", "⅗", "4/5", "⅘"));
        signs.putAll(Map.of("1/6", "⅙", "5/6", "⅚", "1/8", "⅛", "3/8", "⅜", "5/8", "⅝", "7/8", "⅞"));
        return signs;
    }

    static void replace(Node document) {
        Map<String, String> meanings = new LinkedHashMap<>();
        Walk.all(document, Named.class).forEach(named -> {
            meanings.putIfAbsent(named.name(), named.text());
            named.unlink();
        });
        Pattern words = words(meanings);
        for (Text text : Walk.all(document, Text.class)) {
            text.setLiteral(SIGN.matcher(text.getLiteral())
                    .replaceAll(found -> SIGNS.getOrDefault(found.group(), Matcher.quoteReplacement(found.group()))));
            boolean isInLink = text.getParent() instanceof Link;
            if (words != null) {
                cut(
                        text,
                        words,
                        found -> new Span("abbr", "")
                                .with("title", meanings.getOrDefault(found, ""))
                                .text(found));
            } else if (!isInLink && text.getLiteral().indexOf('@') > 0) {
                cut(text, MAIL, Symbols::mail);
            }
        }
    }

    private static @Nullable Pattern words(Map<String, String> meanings) {
        if (meanings.isEmpty()) {
            return null;
        }
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

    private static void cut(Text text, Pattern pattern, Function<String, Node> maker) {
        String literal = text.getLiteral();
        Matcher found = pattern.matcher(literal);
        int end = 0;
        while (found.find()) {
            if (found.start() > end) {
                text.insertBefore(new Text(literal.substring(end, found.start())));
            }
            text.insertBefore(maker.apply(found.group()));
            end = found.end();
        }
        text.setLiteral(literal.substring(end));
    }
}
