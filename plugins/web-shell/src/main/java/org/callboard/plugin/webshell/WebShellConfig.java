package org.callboard.plugin.webshell;

import java.util.List;
import java.util.Optional;
import org.callboard.api.config.PluginConfiguration;
import org.callboard.api.config.Setting;
import org.callboard.api.model.Entity;
import org.callboard.api.model.EntityRef;
import org.callboard.api.ui.Icon;

/**
 * What an operator sets for the web page; nothing of it has to be.
 *
 * @param links what turns the fields of entities into links on their pages
 * @param contact whom readers ask for rights
 */
@PluginConfiguration
public record WebShellConfig(
        @Setting(value = "The links that entities get from their annotations and fields", fallback = "")
        List<Link> links,

        @Setting("The group or user whom readers ask for rights that they lack: group:default/platform")
        Optional<EntityRef> contact) {

    /** Nothing set. */
    static final WebShellConfig NONE = new WebShellConfig(List.of(), Optional.empty());

    /** Copies the links. */
    public WebShellConfig {
        links = List.copyOf(links);
    }

    /**
     * A link that every entity with what it needs gets.
     *
     * @param title what people read
     * @param icon the name of an icon, lower case; empty for none
     * @param url with fields in braces, see {@link LinkPattern}
     * @param when which entities get it
     */
    public record Link(
            @Setting("What people read") String title,

            @Setting(value = "The icon beside it, for example message", fallback = "")
            String icon,

            @Setting("Its address, with fields in braces: https://ci.example.com/{annotations.example.com/job}")
            String url,

            @Setting("Which entities get it; all where nothing is said")
            When when) {

        /** Refuses what gives no link, so that nobody looks for it in vain. */
        public Link {
            if (title.isBlank()) {
                throw new IllegalArgumentException("title must not be empty.");
            }
            if (!icon.isEmpty() && LinkIcon.named(icon).isEmpty()) {
                throw new IllegalArgumentException("icon '" + icon + "' is none of " + LinkIcon.names() + ".");
            }
            LinkPattern.parse(url);
        }

        Optional<Icon> drawn() {
            return LinkIcon.named(icon);
        }
    }

    /**
     * Which entities are meant; all where nothing is said.
     *
     * @param kinds one of these, without regard to case
     * @param types one of these, without regard to case
     * @param annotations all of these
     */
    public record When(
            @Setting(value = "Only entities of these kinds", fallback = "")
            List<String> kinds,

            @Setting(value = "Only entities whose spec.type is one of these", fallback = "")
            List<String> types,

            @Setting(value = "Only entities that have all of these annotations", fallback = "")
            List<String> annotations) {

        static final When ALWAYS = new When(List.of(), List.of(), List.of());

        /** Copies them. */
        public When {
            kinds = List.copyOf(kinds);
            types = List.copyOf(types);
            annotations = List.copyOf(annotations);
        }

        boolean holds(Entity entity) {
            return (kinds.isEmpty() || kinds.stream().anyMatch(entity.kind()::equalsIgnoreCase))
                    && (types.isEmpty()
                            || types.stream().anyMatch(entity.spec("type").orElse("")::equalsIgnoreCase))
                    && annotations.stream()
                            .allMatch(key -> entity.annotation(key).isPresent());
        }
    }
}
