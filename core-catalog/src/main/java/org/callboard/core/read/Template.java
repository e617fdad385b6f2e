package org.callboard.core.read;

import org.callboard.api.problem.Problem;
import org.callboard.api.problem.SourcePosition;
import org.callboard.core.entity.Findings;
import org.callboard.core.entity.TemplateText;
import org.callboard.core.read.DocumentSplitter.Piece;

/**
 * Tells a template of a descriptor from a descriptor with a mistake. Both may hold expressions, so what decides is whether
 * the document could be read if it were not for them.
 */
final class Template {

    private final Piece piece;
    private final TemplateText expressions;
    private final String word;
    private boolean control;

    /**
     * Looks at a document that can't be read.
     *
     * @param word what can stand wherever a value can
     */
    Template(Piece piece, String word) {
        this.piece = piece;
        this.expressions = new TemplateText(piece.text());
        this.word = word;
    }

    /** {@return whether there is any expression} */
    boolean holdsExpressions() {
        return expressions.find(0) >= 0;
    }

    /**
     * {@return whether expressions steer which lines there will be, so that nobody can say how the document will read}
     * Templates of the scaffolder itself never do: their expressions are values.
     */
    boolean steersLines() {
        return control && !piece.text().contains("kind: Template");
    }

    /** {@return the document with a word for each expression that is a value, and nothing for one that steers} */
    Piece withoutExpressions() {
        String text = piece.text();
        StringBuilder plain = new StringBuilder(text.length());
        int from = 0;
        int count = 0;
        for (int open = expressions.find(0); open >= 0; open = expressions.find(from)) {
            int end = expressions.end(open);
            int start = expressions.start(open);
            plain.append(text, from, start);
            if (start == open && (text.charAt(open + 1) == '%' || isAlone(text, open, end))) {
                control = true;
            } else {
                plain.append(word).append(count++);
            }
            from = end;
        }
        return new Piece(plain.append(text, from, text.length()).toString(), piece.firstLine());
    }

    private static boolean isAlone(String text, int open, int end) {
        int before = open - 1;
        while (before >= 0 && text.charAt(before) == ' ') {
            before--;
        }
        int after = end;
        while (after < text.length() && (text.charAt(after) == ' ' || text.charAt(after) == '\r')) {
            after++;
        }
        return (before < 0 || text.charAt(before) == '\n') && (after == text.length() || text.charAt(after) == '\n');
    }

    /** {@return the problem that it is a template, at the expression on the line where reading failed, or else the first} */
    Problem problem(SourcePosition failure) {
        String text = piece.text();
        int open = expressions.find(lineStart(failure.line()));
        int lineEnd = open < 0 ? -1 : text.indexOf('\n', lineStart(failure.line()));
        int shown = open >= 0 && (lineEnd < 0 || open < lineEnd) ? open : expressions.find(0);
        SourcePosition place = position(expressions.start(shown), failure.target());
        return Findings.templateProblem(place, expressions.expression(shown));
    }

    private int lineStart(int line) {
        int at = 0;
        for (int i = piece.firstLine(); i < line; i++) {
            int end = piece.text().indexOf('\n', at);
            if (end < 0) {
                return at;
            }
            at = end + 1;
        }
        return at;
    }

    private SourcePosition position(int offset, String target) {
        int line = piece.firstLine();
        int start = 0;
        for (int end = piece.text().indexOf('\n');
                end >= 0 && end < offset;
                end = piece.text().indexOf('\n', end + 1)) {
            line++;
            start = end + 1;
        }
        return new SourcePosition(target, line, offset - start + 1);
    }
}
