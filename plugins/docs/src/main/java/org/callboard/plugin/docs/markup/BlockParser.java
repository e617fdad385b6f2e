package org.callboard.plugin.docs.markup;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.commonmark.node.Text;
import org.commonmark.parser.SourceLine;
import org.commonmark.parser.block.BlockContinue;
import org.commonmark.parser.block.ParserState;

/** A block of pymdown: its options are indented lines at its begin, its end is as many slashes as it began with. */
final class BlockParser extends ContainerParser<Box> {

    private static final Pattern OPTION = Pattern.compile("([a-z_]++):[ ]*+(.*)");
    private static final Pattern HTML = Pattern.compile("([a-zA-Z][a-zA-Z0-9]*+)((?:[.#\\[].*)?)");
    private static final Pattern ATTRIBUTE =
            Pattern.compile("([\\w-]++)[\"']?[ ]*+:[ ]*+(?:\"([^\"]*+)\"|'([^']*+)'|([^,}\"']++))");
    private static final int LONGEST = 1000;
    private static final Set<String> TAGS = Set.of("article", "blockquote", "center", "details", "figure", "section");

    private final String slashes;
    private final String name;
    private final Map<String, String> options = new LinkedHashMap<>();
    private boolean isAtBegin = true;

    /**
     * A block.
     *
     * @param name in small letters
     * @param argument what is behind the bar: the element and its attributes for HTML, a title for most
     */
    BlockParser(String slashes, String name, String argument, Captions captions) {
        super(
                captions.types().containsKey(name)
                        ? Figures.caption(name, argument, captions)
                        : new Box(tag(name, argument), classes(name)));
        this.slashes = slashes;
        this.name = name;
        Matcher html = HTML.matcher(argument);
        if (name.equals("html") && html.matches()) {
            AttributeList.attributes(html.group(2)
                            .replace("[", " ")
                            .replace("]", " ")
                            .replace(".", " .")
                            .strip())
                    .ifPresent(getBlock().attributes()::putAll);
        }
    }

    private static String tag(String name, String argument) {
        if (name.equals("html")) {
            String tag = HTML.matcher(argument).replaceFirst("$1").toLowerCase(Locale.ROOT);
            return TAGS.contains(tag) ? tag : "div";
        }
        if (name.equals("define")) {
            return "dl";
        }
        return name.startsWith("details") ? "details" : "div";
    }

    private static String classes(String name) {
        if (name.equals("tab")) {
            return TabFactory.TAB;
        }
        if (name.equals("html") || name.equals("define")) {
            return "";
        }
        String kind = name.replaceFirst("^details-?", "");
        return kind.equals("admonition") ? kind : ("admonition " + kind).strip();
    }

    /** @param line what is behind the bar */
    void title(SourceLine line) {
        if (getBlock().is("figcaption") || name.equals("html") || name.equals("define")) {
            return;
        }
        add(
                name.equals("tab")
                        ? new Box("p", TabFactory.TITLE)
                        : AsideFactory.title(getBlock().is("details")),
                line);
    }

    @Override
    public BlockContinue tryContinue(ParserState state) {
        String line = Lines.text(state).stripTrailing();
        if (line.equals(slashes)) {
            return BlockContinue.finished();
        }
        Matcher option = isAtBegin && Lines.isIndented(state) ? OPTION.matcher(line) : null;
        isAtBegin = option != null && option.matches();
        if (isAtBegin && option != null) {
            options.put(option.group(1), option.group(2));
            return BlockContinue.atIndex(Lines.end(state));
        }
        return BlockContinue.atIndex(state.getIndex());
    }

    @Override
    public void closeBlock() {
        attributes(options.getOrDefault("attrs", ""));
        String type = options.getOrDefault("type", "").strip();
        if (!type.isEmpty() && type.matches("[\\w-]+")) {
            getBlock().attributes().merge("class", type, (before, added) -> before + " " + added);
        }
        if (isYes("open")) {
            getBlock().with("open", "");
        }
        if (isYes("new") && name.equals("tab")) {
            getBlock().with(TabFactory.FRESH, "");
        }
        String classes = getBlock().attributes().getOrDefault("class", "");
        if (!(getBlock().getFirstChild() instanceof Box first && holds(first)) && needsTitle(classes)) {
            Box title = AsideFactory.title(getBlock().is("details"));
            title.appendChild(new Text(AsideFactory.name(classes.replaceFirst("^admonition ?", ""))));
            getBlock().prependChild(title);
        }
    }

    private void attributes(String braced) {
        Matcher found = ATTRIBUTE.matcher(braced.length() > LONGEST || name.equals("tab") ? "" : braced);
        while (found.find()) {
            String value = Stream.of(2, 3, 4)
                    .map(found::group)
                    .filter(Objects::nonNull)
                    .findFirst()
                    .orElse("");
            boolean isClass = found.group(1).equals("class");
            getBlock()
                    .attributes()
                    .merge(found.group(1), value.strip(), (before, added) -> isClass ? before + " " + added : added);
        }
    }

    private boolean needsTitle(String classes) {
        return name.startsWith("details") || classes.startsWith("admonition ");
    }

    private boolean isYes(String option) {
        return options.getOrDefault(option, "").strip().equalsIgnoreCase("true");
    }
}
