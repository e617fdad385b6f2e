package org.callboard.plugin.docs.markup;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Function;
import org.commonmark.node.Block;
import org.commonmark.node.BlockQuote;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.Heading;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.IndentedCodeBlock;
import org.commonmark.node.ListBlock;
import org.commonmark.node.Node;
import org.commonmark.node.ThematicBreak;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** Reads Markdown as mkdocs does, and makes HTML of it that can do no harm. Thread-safe. */
public final class Markdown {

    private static final int DEEPEST = 50;

    /** What both dialects read alike. */
    private static final Set<Class<? extends Block>> SHARED =
            Set.of(BlockQuote.class, FencedCodeBlock.class, IndentedCodeBlock.class, ThematicBreak.class);

    private static final Set<Class<? extends Block>> CORE = core();

    private final Dialect dialect;
    private final Function<String, Optional<String>> snippets;

    /** @param snippets the text of a file that a page names to include it */
    public Markdown(Dialect dialect, Function<String, Optional<String>> snippets) {
        this.dialect = dialect;
        this.snippets = snippets;
    }

    private static Set<Class<? extends Block>> core() {
        Set<Class<? extends Block>> core = new HashSet<>(SHARED);
        core.addAll(Set.of(Heading.class, HtmlBlock.class, ListBlock.class));
        return Set.copyOf(core);
    }

    private static Parser parser(Dialect dialect) {
        Parser.Builder parser = Parser.builder()
                .maxOpenBlockParsers(DEEPEST)
                .maxInlineNesting(DEEPEST)
                .enabledBlockTypes(dialect.python() ? SHARED : CORE);
        if (dialect.python()) {
            parser.customBlockParserFactory(new HeadingFactory(dialect.has(Choice.SPACED_HEADINGS)))
                    .customBlockParserFactory(new ListFactory(dialect))
                    .customBlockParserFactory(new HtmlFactory())
                    .customBlockParserFactory(new DiagramFactory());
        }
        blocks(parser, dialect);
        InlineSyntax.add(parser, dialect);
        if (dialect.has(Choice.PROGRESS)) {
            parser.linkProcessor(new ProgressBars());
        }
        return parser.linkProcessor(new FootnoteLinks(dialect.python() ? new LastDefinitions() : null))
                .customDelimiterProcessor(new Delimiters('~', "sub", "del"))
                .customDelimiterProcessor(new Delimiters('^', "sup", "ins"))
                .customDelimiterProcessor(new Delimiters('=', "", "mark"))
                .build();
    }

    private static void blocks(Parser.Builder parser, Dialect dialect) {
        parser.customBlockParserFactory(new TableFactory())
                .customBlockParserFactory(new AsideFactory())
                .customBlockParserFactory(new TabFactory())
                .customBlockParserFactory(new DefinitionFactory())
                .customBlockParserFactory(new NoteFactory());
        if (dialect.has(Choice.MATH)) {
            parser.customBlockParserFactory(new MathFactory());
        }
        if (dialect.has(Choice.BLOCKS)) {
            parser.customBlockParserFactory(new BlockFactory(dialect.captions()));
        }
    }

    /**
     * Makes the HTML of a page.
     *
     * @throws TooComplexException where it would take too long
     */
    public Article render(String source) throws TooComplexException {
        FrontMatter front = FrontMatter.read(source.replace("\r\n", "\n").replace('\r', '\n'));
        StringBuilder appended = new StringBuilder(front.rest());
        dialect.appended()
                .forEach(file -> appended.append("\n\n--8<-- \"").append(file).append("\"\n"));
        String text = new Snippets(snippets).fill(appended.toString());
        Complexity.check(text);
        text = Changes.settle(text, dialect);
        text = dialect.python() ? DiagramFactory.marked(Tabs.expand(text)) : text;
        text = dialect.has(Choice.FANCY_LISTS) ? Numbering.marked(text) : text;
        String own = "data-own-" + Long.toHexString(ThreadLocalRandom.current().nextLong());
        String html = DiagramFactory.unmarked(Numbering.unmarked(html(text, own)));
        Document parsed = Jsoup.parseBodyFragment(html);
        Element body = Sanitiser.clean(parsed.body(), own);
        HeadingIds.give(body, dialect);
        return new Article(body, front.title());
    }

    private String html(String text, String own) throws TooComplexException {
        Node document = parser(dialect).parse(text);
        Shape.settle(document, dialect);
        Footnotes.place(document, own);
        AttributeLists lists = new AttributeLists(document);
        ShortAddresses.shorten(document, dialect);
        Symbols.replace(document, dialect);
        Typography.set(document, dialect);
        HtmlRenderer renderer = HtmlRenderer.builder()
                .nodeRendererFactory(context -> new PageWriter(context, lists, dialect))
                .attributeProviderFactory(context -> new OwnAttributes(lists, own))
                .build();
        BoundedText html = new BoundedText();
        try {
            renderer.render(document, html);
        } catch (BoundedText.TooLongException tooLong) {
            throw new TooComplexException(tooLong.reason());
        }
        return html.toString();
    }
}
