package org.callboard.plugin.docs.markup;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.commonmark.node.Node;
import org.commonmark.node.Text;
import org.commonmark.parser.SourceLine;
import org.commonmark.parser.block.BlockContinue;
import org.commonmark.parser.block.ParserState;

/** A block of pymdown: its options are indented lines at its begin, its end is as many slashes as it began with. */
final class BlockParser extends ContainerParser<Box> {

    private static final Pattern OPTION = Pattern.compile("([a-z_]++):[ ]*+(.*)");
    private static final Pattern HTML = Pattern.compile("([a-z][a-z0-9]*+)?((?:[.#\\[].*)?)");

    private final String slashes;
    private final String name;
    private final Map<String, String> options = new LinkedHashMap<>();
    private boolean isAtBegin = true;

    /** {@code name} in small letters. */
    BlockParser(String slashes, String name) {
        super(new Box(tag(name), classes(name)));
        this.slashes = slashes;
        this.name = name;
    }

    private static String tag(String name) {
        return name.startsWith("details") ? "details" : name.endsWith("caption") ? "figcaption" : "div";
    }

    private static String classes(String name) {
        if (name.equals("tab")) {
            return TabFactory.TAB;
        }
        if (name.equals("html") || name.equals("define") || name.endsWith("caption")) {
            return "";
        }
        String kind = name.replaceFirst("^details-?", "");
        return kind.equals("admonition") ? kind : ("admonition " + kind).strip();
    }

    /** @param line what is behind the bar: a title for most */
    void argument(SourceLine line) {
        String text = line.getContent().toString();
        if (name.equals("html")) {
            Matcher found = HTML.matcher(text);
            if (found.matches()) {
                AttributeList.attributes(found.group(2)
                                .replace("[", " ")
                                .replace("]", " ")
                                .replace(".", " ."))
                        .ifPresent(getBlock().attributes()::putAll);
            }
        } else if (!text.isBlank() && !tag(name).equals("figcaption")) {
            Node title = name.equals("tab")
                    ? new Box("p", TabFactory.TITLE)
                    : AsideFactory.title(getBlock().is("details"));
            add(title, line);
        }
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

    private boolean needsTitle(String classes) {
        return getBlock().is("details") || classes.startsWith("admonition ");
    }

    private boolean isYes(String option) {
        return options.getOrDefault(option, "").strip().equalsIgnoreCase("true");
    }
}
