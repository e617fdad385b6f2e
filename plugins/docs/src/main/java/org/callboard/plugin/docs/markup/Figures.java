package org.callboard.plugin.docs.markup;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.commonmark.node.Text;
import org.jspecify.annotations.Nullable;

/** Captions and what they are of become figures, which are numbered: each type by itself, figures within figures by levels. */
final class Figures {

    /** What the names of attributes begin with that no writer gives and nobody is shown. */
    private static final String OWN = "\0";

    private static final String TYPE = OWN + "type";
    private static final String NUMBER = OWN + "number";
    private static final String LEVEL = OWN + "level";
    private static final String WITHIN = OWN + "within";
    private static final String ABOVE = OWN + "above";
    private static final int DEEPEST = 9;
    private static final Pattern ARGUMENT =
            Pattern.compile("([<>]?)[ ]*+(?:(\\^?)([1-9]\\d{0,4}(?:\\.[1-9]\\d{0,4}){0,9}))?");

    private final Captions captions;
    private final Map<String, List<Integer>> counters = new HashMap<>();

    private Figures(Captions captions) {
        this.captions = captions;
    }

    /** A caption. {@code argument} says above or below by an angle bracket, and its number, or its level behind a circumflex. */
    static Box caption(String type, String argument, Captions captions) {
        Box caption = new Box("figcaption", "").with(TYPE, type);
        Matcher found = ARGUMENT.matcher(argument.strip());
        boolean isAbove = captions.isPrepended();
        if (found.matches()) {
            isAbove = found.group(1).isEmpty() ? isAbove : found.group(1).equals("<");
            if (found.group(3) != null) {
                caption.with(found.group(2).isEmpty() ? NUMBER : LEVEL, found.group(3));
            }
        }
        return isAbove ? caption.with(ABOVE, "") : caption;
    }

    static void settle(Node document, Captions captions) {
        List<Box> all = Walk.all(document, Box.class).stream()
                .filter(box -> box.attributes().containsKey(TYPE))
                .toList();
        all.forEach(Figures::place);
        Figures figures = new Figures(captions);
        List<Box> known = Walk.all(document, Box.class).stream()
                .filter(box -> box.is("figure"))
                .toList();
        known.forEach(figures::number);
        known.forEach(figure -> figure.attributes().keySet().removeIf(name -> name.startsWith(OWN)));
    }

    /** Into the figure before it, or into one around what is before it. Its attributes are the figure's. */
    private static void place(Box caption) {
        Node before = caption.getPrevious();
        Box figure = new Box("figure", "");
        if (before instanceof Box known && known.is("figure") && captionOf(known) == null) {
            figure = known;
        } else {
            caption.insertBefore(figure);
            int within = depth(before);
            if (before != null && within < DEEPEST) {
                figure.with(WITHIN, String.valueOf(within + 1)).appendChild(before);
            }
        }
        if (caption.attributes().containsKey(ABOVE)) {
            figure.prependChild(caption);
        } else {
            figure.appendChild(caption);
        }
        figure.attributes().putAll(caption.attributes());
        caption.attributes().clear();
    }

    /** How deep figures are one within the other. */
    private static int depth(@Nullable Node node) {
        return node instanceof Box box ? Integer.parseInt(box.attributes().getOrDefault(WITHIN, "0")) : 0;
    }

    private static @Nullable Box captionOf(Node figure) {
        for (Node child = figure.getFirstChild(); child != null; child = child.getNext()) {
            if (child instanceof Box box && box.is("figcaption")) {
                return box;
            }
        }
        return null;
    }

    private void number(Box figure) {
        String type = figure.attributes().getOrDefault(TYPE, "");
        String prefix = captions.types().getOrDefault(type, "");
        if (prefix.isEmpty()) {
            return;
        }
        String number = figure.attributes().get(NUMBER);
        if (captions.isAutomatic()) {
            int depth = depth(figure, type);
            if (captions.deepest() == 0 || depth < captions.deepest()) {
                label(figure, prefix, count(figure, type, depth, number));
            }
        } else if (number != null) {
            label(figure, prefix, number);
        } else if (figure.attributes().containsKey(LEVEL)) {
            label(figure, prefix, String.join(".", Collections.nCopies(level(figure) + 1, "1")));
        }
    }

    /** How many figures of the type it is within, or is said to be within. */
    private static int depth(Box figure, String type) {
        int depth = level(figure);
        for (Node parent = figure.getParent(); parent != null; parent = parent.getParent()) {
            if (parent instanceof Box outer && type.equals(outer.attributes().get(TYPE))) {
                depth += level(outer) + 1;
                if (outer.attributes().containsKey(LEVEL)) {
                    figure.with(LEVEL, String.valueOf(depth + 1));
                }
            }
        }
        return Math.min(DEEPEST, depth);
    }

    private static int level(Box figure) {
        String level = figure.attributes().get(LEVEL);
        return level == null ? 0 : Math.min(DEEPEST, Integer.parseInt(level.split("\\.", 2)[0]));
    }

    private String count(Box figure, String type, int depth, @Nullable String said) {
        List<Integer> counter = counters.computeIfAbsent(type, name -> new ArrayList<>(List.of(0)));
        List<Integer> number = said == null ? List.of() : numbers(said);
        int level = number.isEmpty() ? depth : number.size() - 1;
        if (!number.isEmpty()) {
            figure.with(LEVEL, String.valueOf(level - depth));
        }
        while (counter.size() > level + 1) {
            counter.remove(counter.size() - 1);
        }
        int known = counter.size();
        if (known == level + 1) {
            counter.set(level, counter.get(level) + 1);
        } else {
            counter.addAll(Collections.nCopies(level + 1 - known, 1));
        }
        if (!number.isEmpty() && isUpTo(counter, number)) {
            counter.clear();
            counter.addAll(number);
        }
        return counter.stream().map(String::valueOf).collect(Collectors.joining("."));
    }

    private static List<Integer> numbers(String said) {
        return Arrays.stream(said.split("\\.", -1)).map(Integer::valueOf).toList();
    }

    private static boolean isUpTo(List<Integer> counter, List<Integer> number) {
        for (int at = 0; at < number.size(); at++) {
            if (counter.get(at) > number.get(at)) {
                return false;
            }
        }
        return true;
    }

    private static void label(Box figure, String prefix, String number) {
        figure.attributes().putIfAbsent("id", "__" + figure.attributes().get(TYPE) + "_" + number.replace('.', '_'));
        Box caption = captionOf(figure);
        if (caption == null) {
            return;
        }
        if (!(caption.getFirstChild() instanceof Paragraph)) {
            caption.prependChild(new Paragraph());
        }
        Node first = caption.getFirstChild();
        if (first.getFirstChild() != null) {
            first.prependChild(new Text(" "));
        }
        first.prependChild(new Span("span", "caption-prefix").text(prefix.replace("{}", number)));
    }
}
