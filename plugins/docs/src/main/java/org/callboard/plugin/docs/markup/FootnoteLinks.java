package org.callboard.plugin.docs.markup;

import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.LinkReferenceDefinition;
import org.commonmark.node.Text;
import org.commonmark.parser.InlineParserContext;
import org.commonmark.parser.beta.LinkInfo;
import org.commonmark.parser.beta.LinkProcessor;
import org.commonmark.parser.beta.LinkResult;
import org.commonmark.parser.beta.Position;
import org.commonmark.parser.beta.Scanner;
import org.jspecify.annotations.Nullable;

/**
 * References to footnotes, {@code [^1]}; whether there is such a note shows when the page has been read. Brackets that
 * are followed by others without a definition are a reference by themselves, as in {@code [text][^1]}.
 */
final class FootnoteLinks implements LinkProcessor {

    private static final int LONGEST = 100;

    private final @Nullable LastDefinitions last;

    /** @param last the definitions that hold; null where those of CommonMark do, which are the first */
    FootnoteLinks(@Nullable LastDefinitions last) {
        this.last = last;
    }

    @Override
    public LinkResult process(LinkInfo link, Scanner scanner, InlineParserContext context) {
        boolean mayBe = link.openingBracket().getNext() instanceof Text first
                && first.getLiteral().startsWith("^");
        String text = mayBe ? link.text(scanner) : "";
        if (text.length() < 2 || text.length() > LONGEST || text.charAt(0) != '^' || link.marker() != null) {
            LinkReferenceDefinition other = redefined(link, scanner, context);
            return other == null ? shortcut(link, scanner, context) : result(link, other, scanner.position());
        }
        Span reference = new Span("sup", "").with(NoteFactory.LABEL, text.substring(1));
        return LinkResult.replaceWith(reference, link.afterTextBracket());
    }

    /** The definition that a reference means by itself, where that is another than CommonMark takes. */
    private @Nullable LinkReferenceDefinition redefined(LinkInfo link, Scanner scanner, InlineParserContext context) {
        if (last == null || link.destination() != null) {
            return null;
        }
        String named = link.label();
        String label = named == null || named.isEmpty() ? link.text(scanner) : named;
        LinkReferenceDefinition first = definition(context, label);
        LinkReferenceDefinition found = first == null ? null : last.of(link.openingBracket(), label);
        return found == first ? null : found;
    }

    private static LinkResult shortcut(LinkInfo link, Scanner scanner, InlineParserContext context) {
        if (link.destination() != null) {
            return LinkResult.none();
        }
        String label = link.label();
        Position end = link.afterTextBracket();
        LinkReferenceDefinition found = null;
        if (label != null && !label.isEmpty()) {
            found = definition(context, label) == null ? definition(context, link.text(scanner)) : null;
        } else if (label == null && link.text(scanner).length() > 1) {
            Position before = scanner.position();
            scanner.setPosition(end);
            found = distant(scanner, context);
            end = scanner.position();
            scanner.setPosition(before);
        }
        return found == null ? LinkResult.none() : result(link, found, end);
    }

    /** The definition that brackets name behind a space or the end of a line. */
    private static @Nullable LinkReferenceDefinition distant(Scanner scanner, InlineParserContext context) {
        if ((!scanner.next(' ') && !scanner.next('\n')) || !scanner.next('[')) {
            return null;
        }
        Position begin = scanner.position();
        if (scanner.find(FootnoteLinks::isEnd) < 1 || scanner.peek() != ']') {
            return null;
        }
        String label = scanner.getSource(begin, scanner.position()).getContent();
        scanner.next();
        return scanner.peek() == '(' ? null : definition(context, label);
    }

    private static boolean isEnd(char character) {
        return character == ']' || character == '[' || character == '\n';
    }

    private static LinkResult result(LinkInfo link, LinkReferenceDefinition found, Position end) {
        if (link.marker() == null) {
            return LinkResult.wrapTextIn(new Link(found.getDestination(), found.getTitle()), end);
        }
        return LinkResult.wrapTextIn(new Image(found.getDestination(), found.getTitle()), end)
                .includeMarker();
    }

    private static @Nullable LinkReferenceDefinition definition(InlineParserContext context, String label) {
        return context.getDefinition(LinkReferenceDefinition.class, label);
    }
}
