package org.callboard.plugin.webshell;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.callboard.api.model.Entity;
import org.callboard.api.model.Json;
import org.callboard.api.ui.Icon;
import org.callboard.api.ui.Value;

/** The links of an entity: its repository, what the operator's templates make of its fields, and those it names itself. */
final class EntityLinks {

    private static final String SOURCE = "backstage.io/source-location";
    private static final String ORIGIN = "backstage.io/managed-by-location";
    private static final String DESCRIPTOR = "backstage.io/view-url";
    /** Where the hosts of repositories put what is inside one. */
    private static final Pattern INSIDE = Pattern.compile("/(-/)?(blob|tree|raw|src|browse)/.*$");

    private static final LinkPattern MAIL = LinkPattern.parse("mailto:{spec.profile.email}");
    private static final int MOST_LINKS = 50;

    private final List<WebShellConfig.Link> templates;

    EntityLinks(WebShellConfig config) {
        this.templates = config.links();
    }

    /** {@return where its source is; known without any template} */
    static Optional<Value> repository(Entity entity) {
        return location(entity, SOURCE)
                .or(() -> location(entity, ORIGIN).flatMap(uri -> SafeLink.of(withoutInside(uri))))
                .map(uri -> new Value.Link(nameOf(uri), uri, Icon.GIT_BRANCH));
    }

    private static Optional<URI> location(Entity entity, String annotation) {
        return entity.annotation(annotation)
                .filter(text -> text.startsWith("url:http"))
                .flatMap(text -> SafeLink.of(text.substring("url:".length())));
    }

    private static String withoutInside(URI uri) {
        return INSIDE.matcher(uri.toString()).replaceFirst("");
    }

    /** {@return what people call a repository: what of the path is not inside it} */
    private static String nameOf(URI uri) {
        String path = URI.create(withoutInside(uri)).getPath().replaceAll("^/+|/+$|[.]git/?$", "");
        return path.isEmpty() ? uri.getHost() : path;
    }

    /** {@return what the templates make of it, and then its own; what is no link is shown as it was written} */
    List<Value> of(Entity entity) {
        List<Value> links = new ArrayList<>();
        for (WebShellConfig.Link template : templates) {
            made(entity, template).ifPresent(links::add);
        }
        for (Json item : entity.document().array("metadata", "links").items()) {
            if (item instanceof Json.Obj link) {
                links.add(written(link));
            }
        }
        return links.subList(0, Math.min(MOST_LINKS, links.size()));
    }

    /** {@return the page of the file that the entity was read from} */
    static Optional<Value> descriptor(Entity entity) {
        return entity.annotation(DESCRIPTOR)
                .flatMap(SafeLink::of)
                .map(uri -> new Value.Link("Descriptor", uri, Icon.FILE));
    }

    /** {@return how those who answer for an entity are reached: their links and their address} */
    List<Value> waysTo(Entity owner) {
        List<Value> ways = new ArrayList<>();
        of(owner).stream().filter(Value.Link.class::isInstance).forEach(ways::add);
        mail(owner).ifPresent(ways::add);
        return ways;
    }

    /** {@return where a group or a person can be written to} */
    static Optional<Value.Link> mail(Entity entity) {
        return MAIL.of(entity)
                .map(uri -> new Value.Link(
                        entity.document().text("spec", "profile", "email").orElse(""), uri, Icon.MESSAGE));
    }

    private static Optional<Value> made(Entity entity, WebShellConfig.Link template) {
        return Optional.of(template)
                .filter(one -> one.when().holds(entity))
                .flatMap(one -> LinkPattern.parse(one.url()).of(entity))
                .map(uri ->
                        new Value.Link(template.title(), uri, template.drawn().orElse(null)));
    }

    private static Value written(Json.Obj link) {
        String url = link.text("url").orElse("");
        String title = link.text("title").filter(text -> !text.isBlank()).orElse(url);
        Optional<Icon> icon = link.text("icon").flatMap(LinkIcon::meant);
        return SafeLink.of(url)
                .<Value>map(uri -> new Value.Link(title, uri, icon.orElse(null)))
                .orElse(Value.of(title));
    }
}
