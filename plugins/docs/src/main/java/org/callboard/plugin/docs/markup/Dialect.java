package org.callboard.plugin.docs.markup;

import java.util.List;
import java.util.Set;

/**
 * What of Markdown a site has chosen.
 *
 * @param python whether blocks are read as Python-Markdown does, which mkdocs uses, and not as GitHub does
 * @param choices what is read beyond what is for every site
 * @param references what short references mean
 * @param appended the snippets that are added to each page
 * @param signs what stands for symbols and keys
 * @param captions how blocks that are captions are numbered
 */
public record Dialect(
        boolean python,
        Set<Choice> choices,
        References references,
        List<String> appended,
        Signs signs,
        Captions captions) {

    /** What mkdocs reads where its configuration chooses nothing. */
    public static final Dialect MKDOCS = new Dialect(true, Set.of(), References.NONE, List.of());

    /** What GitHub reads: for READMEs of repositories without a mkdocs.yml. */
    public static final Dialect GITHUB = new Dialect(
            false, Set.of(Choice.SPACED_HEADINGS, Choice.UNICODE_IDS, Choice.SPACED_IDS), References.NONE, List.of());

    /** Copies the choices and the list. */
    public Dialect {
        choices = Set.copyOf(choices);
        appended = List.copyOf(appended);
    }

    /** One with the usual signs and captions. */
    public Dialect(boolean python, Set<Choice> choices, References references, List<String> appended) {
        this(python, choices, references, appended, Signs.USUAL, Captions.USUAL);
    }

    boolean has(Choice choice) {
        return choices.contains(choice);
    }
}
