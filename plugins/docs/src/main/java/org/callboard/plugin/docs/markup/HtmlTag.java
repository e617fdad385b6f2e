package org.callboard.plugin.docs.markup;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The HTML tag that a line begins with, and how many of its kind a line opens and closes. */
final class HtmlTag {

    private static final Set<String> BLOCKS =
            Set.of(("address article aside blockquote body canvas center colgroup dd details"
                            + " div dl dt fieldset figcaption figure footer form group h1 h2 h3 h4 h5 h6 header hgroup hr html"
                            + " iframe legend li main math menu nav noscript object ol output p pre progress script section"
                            + " style summary svg table tbody td template textarea tfoot th thead tr ul video")
                    .split(" ", -1));
    private static final Set<String> SINGLE = Set.of("hr", "col", "br", "img", "input");
    private static final Pattern TAG =
            Pattern.compile("<(/?)([a-zA-Z][a-zA-Z0-9-]{0,30})((?:\\s[^<>]*+)?)>", Pattern.DOTALL);
    private static final Pattern MARKDOWN = Pattern.compile("\\bmarkdown(?:=[\"']?(1|block|span|)[\"']?)?(?=[\\s/]|$)");

    private final String name;
    private final String rest;
    private final int end;

    private HtmlTag(String name, String rest, int end) {
        this.name = name;
        this.rest = rest;
        this.end = end;
    }

    /** The tag; null where the line does not begin with one of a block. */
    static @Nullable HtmlTag read(String line) {
        Matcher found = TAG.matcher(line);
        if (!found.lookingAt() || !BLOCKS.contains(name(found))) {
            return null;
        }
        return new HtmlTag(name(found), found.group(1) + found.group(3), found.end());
    }

    private static String name(Matcher found) {
        return found.group(2).toLowerCase(Locale.ROOT);
    }

    String name() {
        return name;
    }

    int end() {
        return end;
    }

    boolean isMarkdown() {
        return !rest.startsWith("/") && !isSingle() && MARKDOWN.matcher(rest).find();
    }

    boolean isSingle() {
        return SINGLE.contains(name);
    }

    /** Its attributes, but for that which says there is Markdown within. */
    Box box() {
        Box box = new Box(name, "");
        AttributeList.attributes(rest.strip())
                .ifPresent(found -> found.forEach((key, value) -> {
                    if (!key.equals("markdown")) {
                        box.with(key.toLowerCase(Locale.ROOT), value);
                    }
                }));
        return box;
    }

    /** How many elements of its name a line opens more than it closes. */
    int depth(String line) {
        int depth = 0;
        Matcher found = TAG.matcher(line);
        while (found.find()) {
            if (name(found).equals(name) && !found.group(3).endsWith("/")) {
                depth += found.group(1).isEmpty() ? 1 : -1;
            }
        }
        return depth;
    }

    /** Where the last closing tag of its name begins in a line; -1 where there is none. */
    int close(String line) {
        return line.toLowerCase(Locale.ROOT).lastIndexOf("</" + name);
    }
}
