package org.callboard.plugin.docs.markup;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.commonmark.node.Block;
import org.commonmark.node.HtmlBlock;
import org.commonmark.parser.SourceLine;
import org.commonmark.parser.block.AbstractBlockParser;
import org.commonmark.parser.block.BlockContinue;
import org.commonmark.parser.block.ParserState;
import org.jsoup.nodes.Entities;
import org.jspecify.annotations.Nullable;

/** HTML up to the end of its first element. */
final class HtmlParser extends AbstractBlockParser {

    private static final Pattern FENCE = Pattern.compile("([ ]*+)(`{3,}+|~{3,}+)([^`]*+)");

    private final HtmlBlock block = new HtmlBlock();
    private final StringBuilder text = new StringBuilder();
    private final @Nullable HtmlTag tag;
    private final String end;
    private String fence = "";
    private int indent;
    private int depth;
    private boolean isDone;

    /** A comment, or what else ends with a text. */
    HtmlParser(String end) {
        this.end = end;
        tag = null;
    }

    HtmlParser(HtmlTag tag) {
        this.tag = tag;
        end = "";
    }

    @Override
    public Block getBlock() {
        return block;
    }

    @Override
    public BlockContinue tryContinue(ParserState state) {
        return isDone ? BlockContinue.none() : BlockContinue.atIndex(state.getIndex());
    }

    @Override
    public void addLine(SourceLine line) {
        String content = line.getContent().toString();
        if (tag == null) {
            text.append(content).append('\n');
            isDone = content.contains(end);
        } else if (fence.isEmpty() && !FENCE.matcher(content).matches()) {
            text.append(content).append('\n');
            depth += tag.depth(content);
            isDone = depth <= 0 || tag.isSingle();
        } else {
            fence(content);
        }
    }

    /** A line of a fence, which is code within HTML too. */
    private void fence(String content) {
        Matcher found = FENCE.matcher(content);
        if (fence.isEmpty() && found.matches()) {
            indent = found.end(1);
            fence = found.group(2);
            String language = Fence.read(found.group(3)).language();
            text.append("<pre><code class=\"language-")
                    .append(Entities.escape(language))
                    .append("\">");
        } else if (content.strip().equals(fence)) {
            fence = "";
            text.append("</code></pre>\n");
        } else {
            text.append(Entities.escape(outdented(content))).append('\n');
        }
    }

    /** A line of code without the spaces that stand before its fence. */
    private String outdented(String content) {
        int spaces = 0;
        while (spaces < indent && spaces < content.length() && content.charAt(spaces) == ' ') {
            spaces++;
        }
        return content.substring(spaces);
    }

    @Override
    public void closeBlock() {
        if (!fence.isEmpty()) {
            text.append("</code></pre>");
        }
        block.setLiteral(text.toString().stripTrailing());
    }
}
