package org.callboard.plugin.docs.markup;

import java.util.List;

/**
 * What of Markdown a site has chosen.
 *
 * @param python whether blocks are read as Python-Markdown does, which mkdocs uses, and not as GitHub does
 * @param math whether dollars hold formulas
 * @param blocks whether {@code ///} begins a block
 * @param spacedHeadings whether the hashes of a heading need a space behind them
 * @param unicodeIds whether the ids of headings keep letters that are not ASCII
 * @param appended the snippets that are added to each page
 */
public record Dialect(
        boolean python,
        boolean math,
        boolean blocks,
        boolean spacedHeadings,
        boolean unicodeIds,
        List<String> appended) {

    /** What mkdocs reads where its configuration chooses nothing. */
    public static final Dialect MKDOCS = new Dialect(true, false, false, false, false, List.of());

    /** What GitHub reads: for READMEs of repositories without a mkdocs.yml. */
    public static final Dialect GITHUB = new Dialect(false, false, false, true, true, List.of());

    /** Copies the list. */
    public Dialect {
        appended = List.copyOf(appended);
    }
}
