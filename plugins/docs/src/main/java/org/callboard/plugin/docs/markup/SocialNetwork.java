package org.callboard.plugin.docs.markup;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.Text;

/** A social network whose people pages name, as magiclink has them. */
enum SocialNetwork {
    TWITTER("Twitter", "https://twitter.com/"),
    X("X", "https://x.com/");

    private static final String PERSON = "\\w{1,15}";
    private static final Pattern NAME = Pattern.compile("(?<![a-zA-Z])@(?<at>twitter|x):(?<user>" + PERSON + ")\\b");
    private static final Pattern MAY_BE = Pattern.compile("@");
    private static final Pattern ADDRESS = Pattern.compile(
            "https://(?:www\\.)?(?<at>twitter|x)\\.com/(?<user>" + PERSON + ")/?", Pattern.CASE_INSENSITIVE);
    /** What is no name of anybody, though it stands where these do. */
    private static final Set<String> PLACES = Set.of("i", "messages", "bookmarks", "home");

    private final String title;
    private final String address;

    SocialNetwork(String title, String address) {
        this.title = title;
        this.address = address;
    }

    private static SocialNetwork at(Matcher found) {
        return valueOf(found.group("at").toUpperCase(Locale.ROOT));
    }

    private String titleOf(String person) {
        return title + " User: " + person;
    }

    /** Links the names of people that name their network. */
    static void link(Node document) {
        Texts.replace(document, NAME, MAY_BE, false, found -> at(found).link(found.group("user")));
    }

    private Node link(String person) {
        Link link = new Link(address + person, titleOf(person));
        link.appendChild(new Text("@" + person));
        return link;
    }

    /** What is shown in place of an address; empty where it is not one of a person. */
    static Optional<ShortAddresses.Shown> shown(String address, References references) {
        Matcher found = ADDRESS.matcher(address);
        if (!found.matches()) {
            return Optional.empty();
        }
        SocialNetwork network = at(found);
        String person = found.group("user");
        Set<String> excluded =
                references.excluded().getOrDefault(found.group("at").toLowerCase(Locale.ROOT), PLACES);
        return excluded.contains(person.toLowerCase(Locale.ROOT))
                ? Optional.empty()
                : Optional.of(new ShortAddresses.Shown("@" + person, network.titleOf(person)));
    }
}
