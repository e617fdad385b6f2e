package org.callboard.core.read;

import java.util.List;
import java.util.Optional;
import org.callboard.api.problem.SourcePosition;
import org.callboard.core.entity.Texts;
import org.callboard.core.read.DocumentSplitter.Piece;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.ReaderException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.scanner.StreamReader;

/** Says what the YAML library's complaints mean, and what to do. */
final class YamlSyntax {

    private enum Blame {
        /** The mistake is where the library stopped. */
        WHERE_IT_STOPPED,
        /** The mistake is where the part began that the library could not finish. */
        WHERE_IT_BEGAN
    }

    private record Advice(String complaint, Blame blame, String code, String reason, String fix) {}

    private static final String SYNTAX = "yaml-syntax";
    private static final String NO_YAML = "This is no YAML: ";
    private static final String MEND = "Correct the text at this place; quotes round the value often help.";

    private static final List<Advice> KNOWN = List.of(
            new Advice(
                    "(TAB)",
                    Blame.WHERE_IT_STOPPED,
                    "tab-indent",
                    "A tab stands where only blanks may indent.",
                    "Replace the tab by blanks."),
            new Advice(
                    "mapping values are not allowed",
                    Blame.WHERE_IT_STOPPED,
                    SYNTAX,
                    "This ':' starts a value where none can be.",
                    "Put the text in quotes if the colon belongs to it; otherwise correct the indentation."),
            new Advice(
                    "could not find expected ':'",
                    Blame.WHERE_IT_BEGAN,
                    SYNTAX,
                    "This line is neither 'key: value' nor part of the text before it.",
                    "Add the missing ':', or indent the line so that it belongs to the text before it."),
            new Advice(
                    "expected <block end>",
                    Blame.WHERE_IT_STOPPED,
                    SYNTAX,
                    "This does not fit to the lines before it: the indentation differs, or a quoted text ended too early.",
                    "Indent it as far as its neighbours, or put the whole value in one pair of quotes."),
            new Advice(
                    "unexpected end of stream",
                    Blame.WHERE_IT_BEGAN,
                    SYNTAX,
                    "The text in quotes that starts here never ends.",
                    "Add the closing quote."),
            new Advice(
                    "unexpected document separator",
                    Blame.WHERE_IT_BEGAN,
                    SYNTAX,
                    "The text in quotes that starts here does not end before the next '---'.",
                    "Add the closing quote."),
            new Advice(
                    "cannot start any token",
                    Blame.WHERE_IT_STOPPED,
                    SYNTAX,
                    "A value can't start with this character.",
                    "Put the value in quotes."),
            new Advice(
                    "sequence entries are not allowed",
                    Blame.WHERE_IT_STOPPED,
                    SYNTAX,
                    "A list item '- ' can't stand here.",
                    "Put the list on lines of its own below its key, or the text in quotes."),
            new Advice(
                    "expected ',' or '}'",
                    Blame.WHERE_IT_STOPPED,
                    SYNTAX,
                    "The object in braces before this is not closed.",
                    "Add ',' or '}', or put a text that starts with '{' in quotes."),
            new Advice(
                    "expected ',' or ']'",
                    Blame.WHERE_IT_STOPPED,
                    SYNTAX,
                    "The list in brackets before this is not closed.",
                    "Add ',' or ']', or put a text that starts with '[' in quotes."),
            new Advice(
                    "found unknown escape character",
                    Blame.WHERE_IT_STOPPED,
                    SYNTAX,
                    "This backslash in a text in double quotes starts no escape that YAML knows.",
                    "Write two backslashes, or use single quotes."),
            new Advice(
                    "unexpected character found",
                    Blame.WHERE_IT_STOPPED,
                    SYNTAX,
                    "A '*' or '&' at the start of a value needs a name behind it.",
                    "Put the value in quotes."),
            new Advice(
                    "expected the node content",
                    Blame.WHERE_IT_STOPPED,
                    SYNTAX,
                    "A value is missing here, or it starts with a sign that YAML keeps for itself.",
                    "Write the value, or put it in quotes."),
            new Advice(
                    "undefined tag handle",
                    Blame.WHERE_IT_STOPPED,
                    "custom-tag",
                    "This YAML tag is not taken here: only plain types are.",
                    "Take the tag out, or put the value in quotes."));

    private YamlSyntax() {}

    static UnreadableException explain(YamlEngineException e, Piece piece, String target) {
        if (e instanceof MarkedYamlEngineException marked) {
            return explainMarked(marked, piece, target);
        }
        if (e instanceof ReaderException) {
            return unprintable(piece, target);
        }
        return new UnreadableException(
                SYNTAX,
                new SourcePosition(target, piece.firstLine(), 0),
                NO_YAML + firstLine(String.valueOf(e.getMessage())) + ".",
                MEND);
    }

    private static UnreadableException explainMarked(MarkedYamlEngineException e, Piece piece, String target) {
        String complaint = Optional.ofNullable(e.getProblem()).orElse("");
        Advice advice = KNOWN.stream()
                .filter(known -> complaint.contains(known.complaint()))
                .findFirst()
                .orElseGet(() -> new Advice(
                        complaint, Blame.WHERE_IT_STOPPED, SYNTAX, NO_YAML + firstLine(complaint) + ".", MEND));
        return new UnreadableException(
                advice.code(), place(e, advice.blame(), piece, target), advice.reason(), advice.fix());
    }

    private static SourcePosition place(MarkedYamlEngineException e, Blame blame, Piece piece, String target) {
        Optional<Mark> mark = blame == Blame.WHERE_IT_BEGAN
                ? e.getContextMark().or(e::getProblemMark)
                : e.getProblemMark().or(e::getContextMark);
        return mark.map(at -> new SourcePosition(target, piece.firstLine() + at.getLine(), at.getColumn() + 1))
                .orElseGet(() -> new SourcePosition(target, piece.firstLine(), 0));
    }

    private static UnreadableException unprintable(Piece piece, String target) {
        int line = piece.firstLine();
        int column = 1;
        String text = piece.text();
        for (int at = 0; at < text.length(); at += Character.charCount(text.codePointAt(at))) {
            int character = text.codePointAt(at);
            if (!StreamReader.isPrintable(character)) {
                return new UnreadableException(
                        "bad-character",
                        new SourcePosition(target, line, column),
                        "The character " + Texts.quote(Character.toString(character)) + " is not allowed in YAML.",
                        "Take it out, or write it as an escape in double quotes.");
            }
            column = character == '\n' ? 1 : column + 1;
            line += character == '\n' ? 1 : 0;
        }
        return new UnreadableException(
                "bad-character",
                new SourcePosition(target, piece.firstLine(), 0),
                "A character in this document is not allowed in YAML.",
                "Take it out, or write it as an escape in double quotes.");
    }

    private static String firstLine(String text) {
        int end = text.indexOf('\n');
        return end < 0 ? text : text.substring(0, end);
    }
}
