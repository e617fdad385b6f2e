package org.callboard.plugin.docs.markup;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.commonmark.node.Node;
import org.commonmark.node.Text;
import org.commonmark.parser.InlineParserContext;
import org.commonmark.parser.beta.LinkInfo;
import org.commonmark.parser.beta.LinkProcessor;
import org.commonmark.parser.beta.LinkResult;
import org.commonmark.parser.beta.Scanner;

/** Bars of progress, {@code [==30% "Label"]} and {@code [=3/10]}. */
final class ProgressBars implements LinkProcessor {

    private static final double WHOLE = 100;
    private static final Pattern BAR =
            Pattern.compile("=++\\s*+(?:(100(?:\\.0{1,9})?|[1-9]?\\d(?:\\.\\d{1,9})?)%|(\\d{1,9}(?:\\.\\d{1,9})?)\\s*+/"
                    + "\\s*+(\\d{1,9}(?:\\.\\d{1,9})?))(?:\\s++(?:\"([^\"]*+)\"|'([^']*+)'))?\\s*+");

    @Override
    public LinkResult process(LinkInfo link, Scanner scanner, InlineParserContext context) {
        boolean mayBe = link.marker() == null
                && link.destination() == null
                && link.openingBracket().getNext() instanceof Text first
                && first.getLiteral().startsWith("=");
        Matcher found = BAR.matcher(mayBe ? link.text(scanner) : "");
        return found.matches() ? LinkResult.replaceWith(bar(found), link.afterTextBracket()) : LinkResult.none();
    }

    private static Node bar(Matcher found) {
        String label = found.group(4) != null ? found.group(4) : found.group(5) != null ? found.group(5) : "";
        Span bar = new Span("span", "progress");
        bar.appendChild(new Span("progress", "")
                .with("max", "100")
                .with("value", Long.toString(percent(found)))
                .with("aria-label", label.isEmpty() ? "Progress" : label));
        bar.appendChild(new Text(label));
        return bar;
    }

    private static long percent(Matcher found) {
        if (found.group(1) != null) {
            return Math.round(Double.parseDouble(found.group(1)));
        }
        double whole = Double.parseDouble(found.group(3));
        return whole == 0 ? 0 : Math.round(Math.min(WHOLE, Double.parseDouble(found.group(2)) / whole * WHOLE));
    }
}
