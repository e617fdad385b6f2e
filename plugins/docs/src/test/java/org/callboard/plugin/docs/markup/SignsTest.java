package org.callboard.plugin.docs.markup;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a site has shown in other signs than usual, as the original shows it. */
class SignsTest {

    private static final String HASH = "0123456789abcdef0123456789abcdef01234567";
    private static final References MINE = new References(CodeHost.GITHUB, "me", "mine", false);

    private static Element body(String source, Dialect dialect) throws TooComplexException {
        return new Markdown(dialect, name -> Optional.empty()).render(source).body();
    }

    private static String html(String source, Dialect dialect) throws TooComplexException {
        Document document = new Document("");
        document.outputSettings().prettyPrint(false);
        document.appendChild(body(source, dialect));
        return document.child(0).html().strip();
    }

    private static Dialect signs(Signs signs, Choice... choices) {
        return new Dialect(true, Set.of(choices), References.NONE, List.of(), signs, Captions.USUAL);
    }

    private static Element link(String source) throws TooComplexException {
        Dialect shortened = new Dialect(true, Set.of(Choice.SHORT_ADDRESSES), MINE, List.of());
        return body(source, shortened).select("a").get(0);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ' ',
            value = {
                "github.com/me/mine/issues/1 #1 'GitHub Issue: me/mine #1'",
                "github.com/me/x/pull/2 x!2 'GitHub Pull Request: me/x #2'",
                "github.com/you/x/discussions/3/ you/x?3 'GitHub Discussion: you/x #3'",
                "github.com/you/x/commit/" + HASH + " you/x@0123456 'GitHub Commit: you/x@0123456'",
                "github.com/me/mine/compare/" + HASH + "..." + HASH
                        + " 0123456...0123456 'GitHub Compare: me/mine@0123456...0123456'",
                "github.com/you @you 'GitHub User: you'",
                "github.com/you/x/ you/x 'GitHub Repository: you/x'",
                "gitlab.com/a/b/issues/7 a/b#7 'GitLab Issue: a/b #7'",
                "gitlab.com/a/b/-/merge_requests/8 a/b!8 'GitLab Pull Request: a/b #8'",
                "bitbucket.org/a/b/pull-requests/9/title/diff a/b!9 'Bitbucket Pull Request: a/b #9'",
                "bitbucket.org/a/b/commits/commit/" + HASH + " a/b@0123456 'Bitbucket Commit: a/b@0123456'",
                "bitbucket.org/a/b/branches/commits/" + HASH + ".." + HASH
                        + "#diff a/b@0123456...0123456 'Bitbucket Compare: a/b@0123456...0123456'",
            })
    void shortensAddresses(String address, String text, String title) throws TooComplexException {
        for (String form : List.of("%s", "<%s>", "[%s](%<s)", "see %s, or")) {
            Element link = link(String.format(form, "https://" + address));
            assertEquals("https://" + address, link.attr("href"), form);
            assertEquals(text, link.text(), form);
            assertEquals(title, link.attr("title"), form);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://github.com/you/x/tree/main", "https://github.com/sponsors",
                        "https://example.com/you/x/issues/1",
                "https://github.com/me/mine/issues/1#comment", "http://github.com/me/mine", "https://github.com/"
            })
    void leavesOtherAddresses(String address) throws TooComplexException {
        assertEquals(address, link(address).text());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ' ',
            value = {
                "https://x.com/Jane_1 @Jane_1 'X User: Jane_1'",
                "https://www.twitter.com/jane/ @jane 'Twitter User: jane'",
                "https://x.com/jane/status/1 https://x.com/jane/status/1 ''",
                "https://x.com/home https://x.com/home ''",
                "https://github.com/you https://github.com/you ''"
            })
    void shortensAddressesOfPeopleAtSocialNetworks(String address, String text, String title)
            throws TooComplexException {
        Dialect social = new Dialect(true, Set.of(Choice.SHORT_SOCIAL_ADDRESSES), MINE, List.of());
        Element link = body("See " + address + ", or", social).select("a").get(0);
        assertEquals(address, link.attr("href"));
        assertEquals(text, link.text());
        assertEquals(title, link.attr("title"));
    }

    @Test
    void linksNamesOfPeopleAtSocialNetworks() throws TooComplexException {
        Dialect social = new Dialect(true, Set.of(Choice.SOCIAL_NAMES, Choice.REFERENCES), MINE, List.of());
        Element body = body("@x:jane, @twitter:joe_2, @github:you, a@x:b, \\@x:jim", social);
        assertEquals("@jane, @joe_2, @you, a@x:b, @x:jim", body.text());
        assertEquals(
                List.of("https://x.com/jane", "https://twitter.com/joe_2", "https://github.com/you"),
                body.select("a").eachAttr("href"));
        assertEquals(
                List.of("X User: jane", "Twitter User: joe_2", "GitHub User: you"),
                body.select("a").eachAttr("title"));
    }

    @Test
    void leavesWhatTheSiteSaysIsNobody() throws TooComplexException {
        References excluding = new References(
                CodeHost.GITHUB, "me", "mine", false, Map.of("github", Set.of("robot"), "x", Set.of("acme")));
        Dialect dialect =
                new Dialect(true, Set.of(Choice.SHORT_ADDRESSES, Choice.SHORT_SOCIAL_ADDRESSES), excluding, List.of());
        assertEquals(
                List.of(
                        "https://github.com/Robot",
                        "@settings",
                        "https://gitlab.com/help",
                        "https://x.com/acme",
                        "@home"),
                body(
                                "https://github.com/Robot https://github.com/settings https://gitlab.com/help"
                                        + " https://x.com/acme https://x.com/home",
                                dialect)
                        .select("a")
                        .eachText());
    }

    @Test
    void leavesAddressesThatAreNotShownAndThoseOfSitesThatDoNotAsk() throws TooComplexException {
        assertEquals("text", link("[text](https://github.com/me/mine/issues/5)").text());
        assertEquals(
                "https://github.com/you",
                body("https://github.com/you", Dialect.MKDOCS).select("a").text());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '§',
            value = {
                "\"a\" --- b's... 'x' \"'q' r\" “typed” — <<g>>|„a“ – b‘s..! ‚x‘ „‚q‘ r“ “typed” — «g»",
                "\"*a*\" 1--2|„<em>a</em>“ 1–2",
                "\"a\"--\"b\" — \"c\"|„a“–„b“ — „c“",
            })
    void printsTheQuotesThatTheSiteHas(String source, String expected) throws TooComplexException {
        Map<String, String> print = Map.of(
                "left-double-quote", "„",
                "right-double-quote", "“",
                "left-single-quote", "‚",
                "right-single-quote", "‘",
                "mdash", "–",
                "ellipsis", "..!");
        Dialect german = signs(
                new Signs(Map.of(), "+", print, Set.of()),
                Choice.QUOTES,
                Choice.DASHES,
                Choice.ELLIPSES,
                Choice.ANGLED_QUOTES);
        assertEquals("<p>" + expected + "</p>", html(source, german));
    }

    @Test
    void leavesTheSymbolsThatTheSiteHasTurnedOff() throws TooComplexException {
        Signs some = new Signs(Map.of(), "+", Map.of(), Set.of("arrows", "fractions", "ordinal_numbers", "copyright"));
        String source = "a --> b <-- c <--> d 1/2 1st (c) (tm) (r) +/- =/= c/o";
        assertEquals(
                "a --> b <-- c <--> d 1/2 1st (c) ™ ® ± ≠ ℅",
                body(source, signs(some)).text());
        assertEquals(
                "a → b ← c ↔ d ½ 1st © ™ ® ± ≠ ℅", body(source, Dialect.MKDOCS).text());
        assertEquals(1, body(source, Dialect.MKDOCS).select("sup").size());
    }

    @Test
    void namesKeysAsTheSiteDoes() throws TooComplexException {
        Map<String, String> names = Map.of("any-key", "Any", "page-up", "PgUp!", "control", "Steuerung");
        Dialect own = signs(new Signs(names, "", Map.of(), Set.of()), Choice.CAMEL_CASE_KEYS, Choice.STRICT_KEYS);
        assertEquals(
                "<p><kbd class=\"keys\"><kbd>PgUp!</kbd><kbd>Any</kbd><kbd>Any</kbd></kbd>"
                        + " <kbd class=\"keys\"><kbd>Steuerung</kbd><kbd>x</kbd></kbd>"
                        + " <kbd class=\"keys\"><kbd>PgUp!</kbd></kbd> ++nokey++"
                        + " <kbd class=\"keys\"><kbd>Up</kbd></kbd></p>",
                html("++PageUp+AnyKey+any-key++ ++ctrl+\"x\"++ ++pg-up++ ++nokey++ ++ArrowUp++", own));
        assertEquals(
                "<p><span class=\"keys\"><kbd>Ctrl</kbd>+<kbd>Page Up</kbd></span> ++ArrowUp++</p>",
                html("++ctrl+page-up++ ++ArrowUp++", Dialect.MKDOCS));
    }

    @Test
    void carriesChangesOutOrUndoesThem() throws TooComplexException {
        String source =
                "a {++b **c**++}{--d--} {==e==}{>>f<<} {~~g~>h~~} `{++i++}`\n\n{++\n\nnew\n\n++}x\n\n```\n{++j++}\n```";
        assertEquals(
                "<p>a b <strong>c</strong> e h <code>{++i++}</code></p>\n<p>new</p>\n<p>x</p>\n<pre><code>{++j++}\n</code></pre>",
                html(source, signs(Signs.USUAL, Choice.CHANGES_ACCEPTED)));
        assertEquals(
                "<p>a d e g <code>{++i++}</code></p>\n<p>x</p>\n<pre><code>{++j++}\n</code></pre>",
                html(source, signs(Signs.USUAL, Choice.CHANGES_REJECTED)));
    }
}
