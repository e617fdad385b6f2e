package org.callboard.plugin.docs.markup;

import java.util.ArrayDeque;
import java.util.Deque;
import org.commonmark.node.Code;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.ListBlock;
import org.commonmark.node.ListItem;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.Text;

/** Puts together what blocks could not know of one another while they were read: tabs, definitions, tasks. */
final class Shape {

    private static final int HASH_BANG = 2;

    private Shape() {}

    static void settle(Node document, Dialect dialect) {
        for (Box box : Walk.all(document, Box.class)) {
            if (TabFactory.TAB.equals(box.attributes().get("class"))) {
                tab(box);
            } else if (box.is("dl") && !(box.getFirstChild() instanceof Box)) {
                define(box);
            } else if (box.is("dl")) {
                definition(box);
            }
        }
        Figures.settle(document, dialect.captions());
        Alerts.settle(document);
        Walk.all(document, Span.class).stream()
                .filter(span -> span.tag().equals(InlineSyntax.ADDRESS_TAG) && Texts.isInLink(span))
                .forEach(Shape::dissolve);
        Walk.all(document, FencedCodeBlock.class).forEach(Shape::open);
        Walk.all(document, ListItem.class).forEach(Shape::task);
        Walk.all(document, Code.class).forEach(code -> code(code, dialect));
        Walk.all(document, Paragraph.class).forEach(Shape::contents);
    }

    private static void dissolve(Span span) {
        for (Node child = span.getFirstChild(); child != null; child = span.getFirstChild()) {
            span.insertBefore(child);
        }
        span.unlink();
    }

    private static void tab(Box tab) {
        boolean isFresh = tab.attributes().remove(TabFactory.FRESH) != null;
        Node before = tab.getPrevious();
        if (!isFresh
                && before instanceof Box set
                && TabFactory.SET.equals(set.attributes().get("class"))) {
            set.appendChild(tab);
            return;
        }
        Box set = new Box("div", TabFactory.SET);
        tab.insertBefore(set);
        set.appendChild(tab);
    }

    private static void definition(Box list) {
        Node before = list.getPrevious();
        if (!(list.getFirstChild() instanceof Box first && first.is("dt")) && before instanceof Paragraph terms) {
            terms(terms).forEach(list::prependChild);
            terms.unlink();
        }
        for (Node child = list.getFirstChild(); child != null; child = child.getNext()) {
            if (child.getFirstChild() instanceof Paragraph only && only.getNext() == null) {
                Walk.move(only, child);
                only.unlink();
            }
        }
        if (list.getPrevious() instanceof Box earlier && earlier.is("dl")) {
            Walk.move(list, earlier);
            list.unlink();
        }
    }

    /** Terms out of the lines of a paragraph, the last one first. */
    private static Deque<Box> terms(Paragraph lines) {
        Deque<Box> terms = new ArrayDeque<>();
        terms.push(new Box("dt", ""));
        for (Node child = lines.getFirstChild(); child != null; child = lines.getFirstChild()) {
            if (child instanceof SoftLineBreak || child instanceof HardLineBreak) {
                child.unlink();
                terms.push(new Box("dt", ""));
            } else {
                terms.element().appendChild(child);
            }
        }
        return terms;
    }

    /** The definitions of a block, in which paragraphs are terms, and lists hold what they mean. */
    private static void define(Box list) {
        Node next;
        for (Node child = list.getFirstChild(); child != null; child = next) {
            next = child.getNext();
            if (child instanceof Paragraph) {
                Box term = new Box("dt", "");
                Walk.move(child, term);
                Walk.replace(child, term);
            } else if (child instanceof ListBlock meanings) {
                Walk.all(meanings, ListItem.class).stream()
                        .filter(item -> item.getParent() == meanings)
                        .forEach(item -> meanings.insertBefore(meaning(item, meanings.isTight())));
                meanings.unlink();
            }
        }
    }

    private static Box meaning(Node item, boolean isTight) {
        Box meaning = new Box("dd", "");
        for (Node child = item.getFirstChild(); child != null; child = item.getFirstChild()) {
            if (isTight && child instanceof Paragraph) {
                Walk.move(child, meaning);
                child.unlink();
            } else {
                meaning.appendChild(child);
            }
        }
        return meaning;
    }

    /** A fence at the end that nothing follows is none, but what is left of one: as text it is seen. */
    private static void open(FencedCodeBlock fence) {
        Integer length = fence.getOpeningFenceLength();
        if (fence.getClosingFenceLength() == null
                && length != null
                && (fence.getLiteral() + fence.getInfo()).isBlank()) {
            Paragraph text = new Paragraph();
            text.appendChild(new Text(fence.getFenceCharacter().repeat(length)));
            Walk.replace(fence, text);
        }
    }

    private static void task(ListItem item) {
        if (!(item.getFirstChild() instanceof Paragraph first && first.getFirstChild() instanceof Text text)) {
            return;
        }
        String literal = text.getLiteral();
        boolean isOpen = literal.startsWith("[ ] ");
        if (isOpen || literal.startsWith("[x] ") || literal.startsWith("[X] ")) {
            text.setLiteral(literal.substring("[ ] ".length()));
            text.insertBefore(new Span("span", isOpen ? "task" : "task done")
                    .with("role", "img")
                    .with("aria-label", isOpen ? "open" : "done"));
        }
    }

    private static void code(Code code, Dialect dialect) {
        if (dialect.python() && !code.getLiteral().isBlank()) {
            code.setLiteral(code.getLiteral().strip());
        }
        language(code);
    }

    /** {@code #!java code} names its language. */
    private static void language(Code code) {
        String literal = code.getLiteral();
        int space = literal.indexOf(' ');
        if (literal.startsWith("#!") && space > HASH_BANG && literal.indexOf('/') != HASH_BANG) {
            Span coded = new Span("code", "language-" + literal.substring(HASH_BANG, space));
            Walk.replace(code, coded.text(literal.substring(space + 1).strip()));
        }
    }

    private static void contents(Paragraph paragraph) {
        if (paragraph.getFirstChild() instanceof Text text
                && text.getNext() == null
                && text.getLiteral().equals("[TOC]")) {
            Walk.replace(paragraph, new Box("div", Article.CONTENTS));
        }
    }
}
