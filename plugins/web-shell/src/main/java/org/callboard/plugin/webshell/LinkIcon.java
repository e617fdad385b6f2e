package org.callboard.plugin.webshell;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.callboard.api.ui.Icon;

/** What people call the icons of links. */
final class LinkIcon {

    /** The names that descriptors have from Backstage, where they are not ours. */
    private static final Map<String, Icon> OTHERS = Map.ofEntries(
            Map.entry("alert", Icon.BELL),
            Map.entry("chat", Icon.MESSAGE),
            Map.entry("dashboard", Icon.GAUGE),
            Map.entry("docs", Icon.BOOK),
            Map.entry("email", Icon.MESSAGE),
            Map.entry("externallink", Icon.GLOBE),
            Map.entry("github", Icon.GIT_BRANCH),
            Map.entry("gitlab", Icon.GIT_BRANCH),
            Map.entry("group", Icon.USERS),
            Map.entry("help", Icon.BOOK),
            Map.entry("scaffolder", Icon.WRENCH),
            Map.entry("techdocs", Icon.BOOK),
            Map.entry("warning", Icon.BELL),
            Map.entry("web", Icon.GLOBE));

    private LinkIcon() {}

    /** {@return the icon that an operator names, as in {@code git-branch}} */
    static Optional<Icon> named(String name) {
        for (Icon icon : Icon.values()) {
            if (nameOf(icon).equals(name)) {
                return Optional.of(icon);
            }
        }
        return Optional.empty();
    }

    /** {@return the icon that a descriptor means, by our names or Backstage's} */
    static Optional<Icon> meant(String name) {
        String plain = name.toLowerCase(Locale.ROOT);
        return named(plain).or(() -> Optional.ofNullable(OTHERS.get(plain)));
    }

    /** {@return all names, for a sentence} */
    static String names() {
        TreeSet<String> names = new TreeSet<>();
        for (Icon icon : Icon.values()) {
            names.add(nameOf(icon));
        }
        return String.join(", ", names);
    }

    private static String nameOf(Icon icon) {
        return icon.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
