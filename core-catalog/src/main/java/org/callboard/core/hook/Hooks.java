package org.callboard.core.hook;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.function.ToIntFunction;
import java.util.regex.Pattern;
import org.callboard.api.problem.PortalException;
import org.callboard.api.problem.ProblemKind;
import org.callboard.core.entity.JsonCodec;
import org.callboard.core.web.RepositoryAddress;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Has what the portal reads of a repository be asked for as soon as its code host tells that something was pushed. Thread-safe. */
public final class Hooks {

    private static final Logger LOG = LoggerFactory.getLogger(Hooks.class);

    private static final List<String> EVENTS =
            List.of("X-GitHub-Event", "X-Gitea-Event", "X-Forgejo-Event", "X-Gitlab-Event", "X-Event-Key");
    private static final Pattern GREETING = Pattern.compile("ping|diagnostics:ping");
    private static final Pattern PUSH = Pattern.compile("(?i).*(push|refs_changed|create|delete|system hook).*");

    private final Supplier<List<Hook>> hooks;
    private final ToIntFunction<RepositoryAddress> ask;
    private final JsonCodec codec = new JsonCodec();

    /**
     * Takes in what comes for these hooks.
     *
     * @param hooks those that there are now
     * @param ask has what is read of a repository be asked for, and says how much that is
     */
    public Hooks(Supplier<List<Hook>> hooks, ToIntFunction<RepositoryAddress> ask) {
        this.hooks = hooks;
        this.ask = ask;
    }

    /**
     * What came of it.
     *
     * @param asked how many pages and archives are asked for
     * @param message the same in a sentence
     */
    public record Taken(int asked, String message) {}

    /** {@return whether it comes from who knows the secret of the hook}; a name that there is not takes as long to find out */
    public boolean isGenuine(Delivery delivery) {
        Optional<Hook> known = hooks.get().stream()
                .filter(hook -> hook.name().equals(delivery.hook()))
                .findFirst();
        boolean isRight = HookSignature.isRight(known.map(Hook::secret).orElse("nobody's"), delivery);
        return known.isPresent() && isRight;
    }

    /**
     * Takes in what is genuine.
     *
     * @throws PortalException where it does not say what it should
     */
    public Taken take(Delivery delivery) {
        String event = EVENTS.stream()
                .flatMap(header -> delivery.header(header).stream())
                .findFirst()
                .orElse("push");
        Taken taken = GREETING.matcher(event).matches()
                ? new Taken(0, "The hook is set up.")
                : PUSH.matcher(event).matches()
                        ? pushed(delivery)
                        : new Taken(0, "It tells of no push, and is passed over.");
        LOG.info("Hook '{}': {}", delivery.hook(), taken.message());
        return taken;
    }

    private Taken pushed(Delivery delivery) {
        String type = delivery.header("Content-Type").orElse("application/json");
        if (!type.startsWith("application/json")) {
            throw new PortalException(
                    ProblemKind.UNSUPPORTED_MEDIA_TYPE,
                    "The hook '" + delivery.hook() + "' takes JSON alone.",
                    "Set its content type to application/json at the code host.");
        }
        RepositoryAddress repository = PushedRepository.in(codec.decodeForeign(delivery.body()))
                .orElseThrow(() -> new PortalException(
                        ProblemKind.BAD_INPUT,
                        "What came for the hook '" + delivery.hook() + "' names no repository.",
                        "Have GitHub, GitLab, Gitea, Forgejo or Bitbucket send its own message of a push."));
        int asked = ask.applyAsInt(repository);
        return new Taken(asked, words(asked, repository));
    }

    private static String words(int asked, RepositoryAddress repository) {
        return switch (asked) {
            case 0 -> "Nothing is read of " + repository + ".";
            case 1 -> "What is read of " + repository + " is asked for.";
            default -> asked + " pages and archives of " + repository + " are asked for.";
        };
    }
}
