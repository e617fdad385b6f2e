package org.callboard.plugin.docs.markup;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jsoup.nodes.Element;

/** The elements, attributes and classes a page may have, and the addresses that links may lead to. */
final class AllowList {

    private static final Set<String> ELEMENTS =
            words("a abbr article b bdi bdo blockquote br caption center cite code col"
                    + " colgroup dd del details dfn div dl dt em figcaption figure h1 h2 h3 h4 h5 h6 hr i img ins kbd li mark"
                    + " ol p pre progress q rp rt ruby s samp section small span strike strong sub summary sup table tbody td tfoot th"
                    + " thead time tr tt u ul var wbr");
    private static final Set<String> REMOVED = words("applet audio base button canvas embed frame frameset head iframe"
            + " input link math meta noembed noframes noscript object option plaintext script select source style svg"
            + " template textarea title track video xmp");
    private static final Set<String> ANYWHERE =
            words("title lang dir align role aria-label data-title data-lines data-start data-icon data-engine");
    private static final Map<String, Set<String>> ATTRIBUTES = Map.of(
            "img", words("src alt width height"),
            "a", words("href"),
            "td", words("colspan rowspan headers"),
            "th", words("colspan rowspan headers scope abbr"),
            "col", words("span"),
            "ol", words("start reversed type"),
            "li", words("value"),
            "progress", words("max value"),
            "details", words("open"),
            "time", words("datetime"));
    private static final Set<String> CLASSES = words(
            "admonition admonition-title annotate caption-prefix cards center comment critic"
                    + " done emoji footnote footnote-backref footnote-ref graphviz grid headerlink icon inline end keys left lg math"
                    + " md-button md-button--primary mermaid middle new plantuml progress right settings tabbed-block tabbed-set tabbed-title"
                    + " task toc twemoji abstract attention bug caution danger error example fail failure faq hint help"
                    + " important info missing note question quote cite seealso success summary tip tldr todo warning check");
    private static final Pattern LANGUAGE = Pattern.compile("language-[\\w+#.-]{1,40}");
    private static final Pattern NUMBER = Pattern.compile("-?\\d{1,5}%?");
    private static final Set<String> NUMBERS = words("width height colspan rowspan span start value max");
    private static final Set<String> ROLES = words("img");

    private AllowList() {}

    private static Set<String> words(String words) {
        return Arrays.stream(words.split(" ", -1)).collect(Collectors.toUnmodifiableSet());
    }

    static boolean has(String element) {
        return ELEMENTS.contains(element);
    }

    /** Whether an element goes with all that is in it. */
    static boolean removes(Element element) {
        return REMOVED.contains(element.normalName())
                || !element.tag().namespace().equals("http://www.w3.org/1999/xhtml");
    }

    static boolean has(String element, String attribute, String value) {
        if (!ANYWHERE.contains(attribute)
                && !ATTRIBUTES.getOrDefault(element, Set.of()).contains(attribute)) {
            return false;
        }
        return attribute.equals("role")
                ? ROLES.contains(value)
                : !NUMBERS.contains(attribute) || NUMBER.matcher(value).matches();
    }

    /** The classes of an element that are known here. */
    static String classes(String value) {
        if (value.isEmpty()) {
            return value;
        }
        return Arrays.stream(value.split("\\s+", -1))
                .filter(name -> CLASSES.contains(name) || LANGUAGE.matcher(name).matches())
                .distinct()
                .collect(Collectors.joining(" "));
    }

    /** Whether a link may lead to an address: relative, or of the web, or of e-mail. */
    static boolean isSafe(String address) {
        String lower = address.toLowerCase(Locale.ROOT);
        if (address.chars().anyMatch(character -> character < ' ' || character == '\\') || lower.startsWith("//")) {
            return false;
        }
        return isOfWeb(lower) || lower.startsWith("mailto:") || isRelative(lower);
    }

    static boolean isOfWeb(String address) {
        return address.regionMatches(true, 0, "https://", 0, "https://".length())
                || address.regionMatches(true, 0, "http://", 0, "http://".length());
    }

    private static boolean isRelative(String address) {
        int colon = address.indexOf(':');
        int end = colon;
        for (char sign : new char[] {'/', '?', '#'}) {
            int at = address.indexOf(sign);
            end = at >= 0 && at < end ? at : end;
        }
        return colon < 0 || end < colon;
    }
}
