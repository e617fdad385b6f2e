package org.callboard.plugin.docs.markup;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.commonmark.node.BlockQuote;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.Text;

/** Quotes with {@code [!NOTE]} on their first line, which GitHub shows as asides, and so does TechDocs. */
final class Alerts {

    private static final Pattern FIRST =
            Pattern.compile("\\[!(note|tip|important|warning|caution)\\]", Pattern.CASE_INSENSITIVE);

    private Alerts() {}

    static void settle(Node document) {
        Walk.all(document, BlockQuote.class).forEach(Alerts::settle);
    }

    private static void settle(BlockQuote quote) {
        if (!(quote.getFirstChild() instanceof Paragraph first && first.getFirstChild() instanceof Text text)) {
            return;
        }
        Matcher found = FIRST.matcher(text.getLiteral());
        Node behind = text.getNext();
        boolean isAlone = behind == null && first.getNext() != null;
        if (!found.matches() || !(isAlone || behind instanceof SoftLineBreak || behind instanceof HardLineBreak)) {
            return;
        }
        text.unlink();
        if (behind == null) {
            first.unlink();
        } else {
            behind.unlink();
        }
        Box aside = aside(found.group(1).toLowerCase(Locale.ROOT));
        Walk.move(quote, aside);
        Walk.replace(quote, aside);
    }

    private static Box aside(String kind) {
        Box aside = AsideFactory.box(
                false,
                switch (kind) {
                    case "important" -> "warning";
                    case "caution" -> "danger";
                    default -> kind;
                });
        Box title = AsideFactory.title(false);
        title.appendChild(new Text(AsideFactory.name(kind)));
        aside.appendChild(title);
        return aside;
    }
}
