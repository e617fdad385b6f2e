package org.callboard.plugin.docs.markup;

import org.commonmark.node.Node;
import org.commonmark.node.Text;
import org.commonmark.parser.delimiter.DelimiterProcessor;
import org.commonmark.parser.delimiter.DelimiterRun;

/** Signs around text: {@code ~sub~}, {@code ~~deleted~~}, {@code ^sup^}, {@code ^^inserted^^}, {@code ==marked==}. */
final class Delimiters implements DelimiterProcessor {

    private final char sign;
    private final String once;
    private final String twice;

    /** @param once the tag where the sign stands once; empty where it must not */
    Delimiters(char sign, String once, String twice) {
        this.sign = sign;
        this.once = once;
        this.twice = twice;
    }

    @Override
    public char getOpeningCharacter() {
        return sign;
    }

    @Override
    public char getClosingCharacter() {
        return sign;
    }

    @Override
    public int getMinLength() {
        return once.isEmpty() ? 2 : 1;
    }

    @Override
    public int process(DelimiterRun opening, DelimiterRun closing) {
        int length = opening.length() >= 2 && closing.length() >= 2 ? 2 : 1;
        if (opening.length() != closing.length() && opening.length() < 3 && closing.length() < 3) {
            return 0;
        }
        Text opener = opening.getOpener();
        if (length == 1 && (once.isEmpty() || hasSpace(opener, closing.getCloser()))) {
            return 0;
        }
        Span span = new Span(length == 2 ? twice : once, "");
        Node child = opener.getNext();
        while (child != null && child != closing.getCloser()) {
            Node next = child.getNext();
            span.appendChild(child);
            child = next;
        }
        opener.insertAfter(span);
        return length;
    }

    private static boolean hasSpace(Text opener, Text closer) {
        for (Node node = opener.getNext(); node != null && node != closer; node = node.getNext()) {
            if (!(node instanceof Text text) || text.getLiteral().indexOf(' ') >= 0) {
                return true;
            }
        }
        return false;
    }
}
