package org.callboard.plugin.docs.site;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.callboard.plugin.docs.markup.Signs;
import org.jsoup.parser.Parser;

/** What {@code mkdocs.yml} says of signs: what keys are called, what typography puts, which symbols are left. */
final class SignOptions {

    private static final int MOST = 500;
    private static final int LONGEST = 100;

    private final Map<String, Tree> extensions;

    /** @param extensions with their options, by their names */
    SignOptions(Map<String, Tree> extensions) {
        this.extensions = extensions;
    }

    Signs signs() {
        Tree keys = options("pymdownx.keys");
        return new Signs(
                texts(keys.get("key_map")),
                keys.get("separator").text().map(SignOptions::plain).orElse(Signs.USUAL.separator()),
                texts(options("smarty").get("substitutions")),
                kept());
    }

    private Set<String> kept() {
        return options("pymdownx.smartsymbols").fields().entrySet().stream()
                .filter(option -> option.getValue().text().orElse("").equalsIgnoreCase("false"))
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }

    private Tree options(String extension) {
        return extensions.getOrDefault(extension, Tree.none());
    }

    private static Map<String, String> texts(Tree map) {
        Map<String, String> texts = new LinkedHashMap<>();
        map.fields().forEach((name, value) -> {
            if (texts.size() < MOST) {
                value.text().ifPresent(text -> texts.put(name, plain(text)));
            }
        });
        return texts;
    }

    /** Python-Markdown takes them for HTML, so that most are written as character references. */
    private static String plain(String text) {
        String plain = Parser.unescapeEntities(text, true).replaceAll("\\p{Cntrl}", " ");
        return plain.length() > LONGEST ? plain.substring(0, LONGEST) : plain;
    }
}
