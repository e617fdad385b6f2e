package org.callboard.core.hook;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.callboard.api.model.Json;
import org.callboard.core.web.RepositoryAddress;

/** Which repository a code host tells of: each says it in its own way. */
final class PushedRepository {

    private static final List<List<String>> ADDRESSES = List.of(
            // GitHub, Gitea, Forgejo
            List.of("repository", "html_url"),
            // GitLab
            List.of("project", "web_url"),
            // Bitbucket Cloud
            List.of("repository", "links", "html", "href"),
            List.of("repository", "clone_url"),
            List.of("project", "git_http_url"));

    private PushedRepository() {}

    /** {@return it; empty where none is told of} */
    static Optional<RepositoryAddress> in(Json told) {
        Json.Obj object = told instanceof Json.Obj fields ? fields : Json.Obj.EMPTY;
        Stream<String> plain = ADDRESSES.stream().flatMap(path -> object.text(path.toArray(String[]::new)).stream());
        return Stream.concat(plain, ofBitbucketServer(object))
                .flatMap(address -> RepositoryAddress.parse(address).stream())
                .findFirst();
    }

    private static Stream<String> ofBitbucketServer(Json.Obj object) {
        return object.array("repository", "links", "self").items().stream()
                .flatMap(link -> link instanceof Json.Obj page ? page.text("href").stream() : Stream.empty());
    }
}
