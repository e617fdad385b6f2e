package org.callboard.core.read;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.callboard.api.model.Json;
import org.callboard.api.problem.Problem;
import org.callboard.api.problem.SourcePosition;
import org.callboard.core.entity.TemplateText;
import org.callboard.core.entity.Texts;
import org.callboard.core.read.DocumentSplitter.Piece;
import org.callboard.core.read.ParsedDocument.Broken;
import org.callboard.core.read.ParsedDocument.Empty;
import org.callboard.core.read.ParsedDocument.Parsed;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.parser.ParserImpl;
import org.snakeyaml.engine.v2.scanner.StreamReader;

/** Reads the documents of a YAML or JSON file. Whatever the bytes are, the answer is documents and problems. Thread-safe. */
public final class DocumentParser {

    private static final Node NOTHING = new Node(Json.Null.NULL, Place.item(1, 1, List.of()), 0);
    private static final String LEAVE_OUT = "Leave it out of the location by a narrower pattern, or split it.";

    private final ReadLimits limits;
    private final LoadSettings settings;

    /** Makes a parser that keeps to the limits. */
    public DocumentParser(ReadLimits limits) {
        this.limits = limits;
        this.settings = LoadSettings.builder()
                .setCodePointLimit(Integer.MAX_VALUE)
                .setParseComments(false)
                .build();
    }

    /**
     * {@return the documents of a file, in order}
     *
     * @param target the file's name, for positions; one that ends in {@code .json} is read as JSON
     */
    public List<ParsedDocument> parse(byte[] bytes, String target) {
        try {
            String text = text(bytes, target);
            return isJson(target) ? parseJson(text, target) : parseYaml(text, target);
        } catch (UnreadableException e) {
            return List.of(new Broken(0, e.problem()));
        }
    }

    /** {@return a document in JSON that nobody wrote line by line} */
    public ParsedDocument placeless(byte[] bytes, String target) {
        SourcePosition whole = SourcePosition.ofFile(target);
        try {
            Json value = json(bytes, target).value();
            if (value instanceof Json.Obj tree) {
                return new Parsed(0, tree, new Positions(target, tree, Place.item(0, 0, List.of())));
            }
            throw new UnreadableException("not-an-object", "It is no object.", "Give a JSON object.");
        } catch (UnreadableException e) {
            return new Broken(
                    0,
                    new Problem(
                            e.problem().level(),
                            e.problem().code(),
                            null,
                            whole,
                            e.problem().reason(),
                            e.problem().fix()));
        }
    }

    /** {@return the text of a file that is strictly UTF-8, without its byte order mark} */
    public String text(byte[] bytes, String target) throws UnreadableException {
        if (bytes.length > limits.fileBytes()) {
            throw tooLarge(target, limits);
        }
        return Utf8.decode(bytes, target);
    }

    /** {@return the one value of a JSON file} */
    public Json jsonValue(byte[] bytes, String target) throws UnreadableException {
        return json(bytes, target).value();
    }

    /** {@return the one value of a YAML file} */
    public Json yamlValue(byte[] bytes, String target) throws UnreadableException {
        return yaml(bytes, target).value();
    }

    /** {@return the one value of a file, which is read as JSON where its name ends in {@code .json}, as YAML otherwise} */
    public ParsedValue value(byte[] bytes, String target) throws UnreadableException {
        Node node = isJson(target) ? json(bytes, target) : yaml(bytes, target);
        return new ParsedValue(node.value(), new Positions(target, node.value(), node.place()));
    }

    /** {@return the text of a file as a value} */
    public ParsedValue textValue(byte[] bytes, String target) throws UnreadableException {
        Json text = Json.of(text(bytes, target));
        return new ParsedValue(text, new Positions(target, text, NOTHING.place()));
    }

    private Node json(byte[] bytes, String target) throws UnreadableException {
        return JsonTree.read(text(bytes, target), limits, target).orElse(NOTHING);
    }

    private Node yaml(byte[] bytes, String target) throws UnreadableException {
        List<Piece> pieces = DocumentSplitter.split(text(bytes, target));
        if (pieces.size() > 1) {
            throw new UnreadableException(
                    "yaml-syntax",
                    new SourcePosition(target, pieces.get(1).firstLine(), 1),
                    "The file holds " + pieces.size() + " documents where one is wanted.",
                    "Split it.");
        }
        return pieces.isEmpty() ? NOTHING : yaml(pieces.get(0), target);
    }

    static UnreadableException tooLarge(String target, ReadLimits limits) {
        return new UnreadableException(
                "file-too-large",
                SourcePosition.ofFile(target),
                "The file is longer than " + limits.fileBytes() + " bytes; none of it was read.",
                LEAVE_OUT);
    }

    private static boolean isJson(String target) {
        return target.toLowerCase(Locale.ROOT).endsWith(".json");
    }

    private List<ParsedDocument> parseJson(String text, String target) {
        Piece piece = new Piece(text, 1);
        try {
            Optional<Node> node = JsonTree.read(text, limits, target);
            return node.isPresent() ? List.of(document(0, node.get(), target)) : List.of();
        } catch (UnreadableException e) {
            return List.of(broken(0, e, piece, target));
        }
    }

    private List<ParsedDocument> parseYaml(String text, String target) throws UnreadableException {
        List<Piece> pieces = DocumentSplitter.split(text);
        if (pieces.size() > limits.documents()) {
            throw new UnreadableException(
                    "too-many-documents",
                    new SourcePosition(target, pieces.get(limits.documents()).firstLine(), 1),
                    "The file has " + pieces.size() + " documents; at most " + limits.documents()
                            + " are read, so none was.",
                    LEAVE_OUT);
        }
        List<ParsedDocument> documents = new ArrayList<>(pieces.size());
        for (Piece piece : pieces) {
            documents.add(parseYaml(documents.size(), piece, target));
        }
        return documents;
    }

    private ParsedDocument parseYaml(int index, Piece piece, String target) {
        try {
            return document(index, yaml(piece, target), target);
        } catch (UnreadableException e) {
            return broken(index, e, piece, target);
        }
    }

    private Node yaml(Piece piece, String target) throws UnreadableException {
        try {
            StreamReader reader = new StreamReader(settings, piece.text());
            return new YamlTree(new ParserImpl(settings, reader), limits, target, piece.firstLine()).read();
        } catch (YamlEngineException e) {
            throw YamlSyntax.explain(e, piece, target);
        } catch (RuntimeException | StackOverflowError e) {
            // a fault of the library's must not stop the documents behind this one
            throw new UnreadableException(
                    "yaml-syntax",
                    new SourcePosition(target, piece.firstLine(), 1),
                    "The YAML of this document can't be read.",
                    "Write it in a simpler way.");
        }
    }

    private static ParsedDocument document(int index, Node node, String target) throws UnreadableException {
        if (node.value() instanceof Json.Obj tree) {
            return new Parsed(index, tree, new Positions(target, tree, node.place()));
        }
        if (node.value() == Json.Null.NULL) {
            return new Empty(index);
        }
        throw new UnreadableException(
                "not-an-object",
                new SourcePosition(target, node.place().line(), node.place().column()),
                "The document must be an object, but is " + Texts.describe(node.value()) + ".",
                "Write fields 'key: value', starting with apiVersion, kind and metadata.");
    }

    private ParsedDocument broken(int index, UnreadableException failure, Piece piece, String target) {
        Template template = new Template(piece, isJson(target) ? "1" : "x");
        boolean isTemplate = template.holdsExpressions() && isTemplate(template, failure, target);
        return new Broken(index, isTemplate ? template.problem(failure.problem().position()) : failure.problem());
    }

    private boolean isTemplate(Template template, UnreadableException failure, String target) {
        Piece plain = template.withoutExpressions();
        if (failure.problem().code().equals("not-an-object")) {
            return TemplateText.first(failure.problem().reason()).isPresent();
        }
        try {
            if (isJson(target)) {
                JsonTree.read(plain.text(), limits, target);
            } else {
                yaml(plain, target);
            }
            return true;
        } catch (UnreadableException e) {
            return template.steersLines();
        }
    }
}
