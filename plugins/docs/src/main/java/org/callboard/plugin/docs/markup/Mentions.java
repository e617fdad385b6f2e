package org.callboard.plugin.docs.markup;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.Text;
import org.jspecify.annotations.Nullable;

/**
 * Short references, as magiclink has them: {@code @user}, {@code @user/repository}, {@code #1}, {@code !2}, {@code repository#1},
 * {@code user/repository@hash}, {@code hash...hash}, all of which may name their host, {@code @gitlab:user}.
 */
final class Mentions {

    private static final String HOSTS = "github|gitlab|bitbucket";
    private static final String REPOSITORY = "[-.\\w]{0,99}[a-zA-Z\\d]";
    private static final String NUMBER = "[#!?][1-9]\\d{0,8}";
    private static final String HASH = "[a-f\\d]{40}";
    private static final Pattern MAY_BE = Pattern.compile("[@#!?]|" + HASH);

    private final CodeHost host;
    private final References references;
    private final Pattern pattern;

    private Mentions(CodeHost host, References references) {
        this.host = host;
        this.references = references;
        pattern = Pattern.compile("(?<![a-zA-Z])@(?:(?<at>" + HOSTS + "):)?(?<name>" + host.user() + ")\\b(?:/(?<its>"
                + REPOSITORY + ")\\b)?|(?<![@/])\\b(?:(?:(?<of>" + HOSTS + "):)?(?<user>" + host.user()
                + ")/)?\\b(?<repository>" + REPOSITORY + ")(?:(?<number>" + NUMBER + ")|@(?<hash>" + HASH
                + ")(?:\\.{3}(?<to>" + HASH + "))?)\\b|(?<![a-zA-Z])(?<own>" + NUMBER + ")\\b|(?<![@/])\\b(?<commit>"
                + HASH + ")(?:\\.{3}(?<until>" + HASH + "))?\\b");
    }

    /** Links what texts refer to in short. */
    static void link(Node document, References references) {
        Mentions mentions = new Mentions(references.host(), references);
        Texts.replace(document, mentions.pattern, MAY_BE, false, mentions::link);
    }

    private @Nullable Node link(Matcher found) {
        if (found.group("name") != null) {
            return named(found);
        }
        boolean isOwn = found.group("repository") == null;
        String owner = found.group("user") == null ? references.owner() : found.group("user");
        String repository = isOwn ? references.repository() : found.group("repository");
        if (owner.isEmpty() || repository.isEmpty()) {
            return null;
        }
        Repository place = new Repository(host(found.group("of")), owner, repository, references);
        String number = found.group(isOwn ? "own" : "number");
        return number != null
                ? numbered(place, number)
                : hashed(place, found.group(isOwn ? "commit" : "hash"), found.group(isOwn ? "until" : "to"));
    }

    private CodeHost host(@Nullable String name) {
        return Optional.ofNullable(name).flatMap(CodeHost::of).orElse(host);
    }

    private Node named(Matcher found) {
        CodeHost at = host(found.group("at"));
        String name = found.group("name");
        String repository = found.group("its");
        return repository == null
                ? link(at.address() + "/" + name, at.title() + " User: " + name, "@" + name)
                : link(
                        at.address() + "/" + name + "/" + repository,
                        at.title() + " Repository: " + name + "/" + repository,
                        name + "/" + repository);
    }

    private static @Nullable Node numbered(Repository place, String text) {
        char sign = text.charAt(0);
        String number = text.substring(1);
        String path = place.host().numbered(sign);
        return path.isEmpty()
                ? null
                : link(
                        place.address() + path + number,
                        place.numberedTitle(sign, number),
                        place.numbered(sign, number));
    }

    private static Node hashed(Repository place, String from, @Nullable String to) {
        CodeHost host = place.host();
        return link(
                place.address() + (to == null ? host.commit(from) : host.comparison(from, to)),
                place.hashedTitle(from, to),
                place.hashed(from, to));
    }

    private static Node link(String address, String title, String text) {
        Link link = new Link(address, title);
        link.appendChild(new Text(text));
        return link;
    }
}
