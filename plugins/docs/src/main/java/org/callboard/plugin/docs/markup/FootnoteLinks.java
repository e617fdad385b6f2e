package org.callboard.plugin.docs.markup;

import org.commonmark.node.Text;
import org.commonmark.parser.InlineParserContext;
import org.commonmark.parser.beta.LinkInfo;
import org.commonmark.parser.beta.LinkProcessor;
import org.commonmark.parser.beta.LinkResult;
import org.commonmark.parser.beta.Scanner;

/** References to footnotes, {@code [^1]}; whether there is such a note shows when the page has been read. */
final class FootnoteLinks implements LinkProcessor {

    private static final int LONGEST = 100;

    @Override
    public LinkResult process(LinkInfo link, Scanner scanner, InlineParserContext context) {
        boolean mayBe = link.openingBracket().getNext() instanceof Text first
                && first.getLiteral().startsWith("^");
        String text = mayBe ? link.text(scanner) : "";
        if (text.length() < 2 || text.length() > LONGEST || text.charAt(0) != '^' || link.marker() != null) {
            return LinkResult.none();
        }
        Span reference = new Span("sup", "").with(NoteFactory.LABEL, text.substring(1));
        return LinkResult.replaceWith(reference, link.afterTextBracket());
    }
}
