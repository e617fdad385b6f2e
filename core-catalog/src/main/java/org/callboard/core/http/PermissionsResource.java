package org.callboard.core.http;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.callboard.api.model.Json;
import org.callboard.api.plugins.Plugins;
import org.callboard.api.problem.PortalException;
import org.callboard.api.problem.ProblemKind;
import org.callboard.api.security.Permission;
import org.callboard.core.entity.JsonCodec;
import org.callboard.core.http.PermissionQuestion.Texts;
import org.callboard.core.policy.Identity;
import org.callboard.core.policy.Policy;
import org.callboard.core.policy.PolicyAuthority;
import org.callboard.core.policy.PolicyReader;
import org.callboard.core.policy.PolicyReading;
import org.callboard.core.policy.PolicyTrial;
import org.callboard.core.session.PortalCaller;

/**
 * {@code /api/permissions}: what the caller may do; {@code /explain}: which rule decides; {@code /policy}: the rules
 * that are in force; {@code /who}: who may do something; {@code /try}: what another policy would change.
 */
final class PermissionsResource implements CoreResource {

    private static final String PREFIX = "/api/permissions";
    private static final String EXPLAIN = PREFIX + "/explain";
    private static final String POLICY = PREFIX + "/policy";
    private static final String WHO = PREFIX + "/who";
    private static final String TRY = PREFIX + "/try";
    private static final int MOST_PEOPLE = 1_000;
    private static final int MOST_DIFFERENCES = 500;
    private static final int MOST_QUESTIONS = 100;

    private final PolicyAuthority authority;
    private final KnownPermissions known;
    private final PermissionQuestion.Ground ground;
    private final JsonCodec codec = new JsonCodec();

    PermissionsResource(PolicyAuthority authority, KnownPermissions known, Plugins plugins) {
        this.authority = authority;
        this.known = known;
        this.ground = new PermissionQuestion.Ground(authority, plugins);
    }

    @Override
    public String prefix() {
        return PREFIX;
    }

    @Override
    public void handle(Exchange exchange) throws IOException {
        exchange.response().setHeader("Cache-Control", "no-store");
        require(exchange, exchange.path().equals(TRY) ? "POST" : "GET");
        exchange.json(200, answer(exchange));
    }

    private Json.Obj answer(Exchange exchange) throws IOException {
        return switch (exchange.path()) {
            case PREFIX -> held(exchange.signedIn());
            case EXPLAIN -> explain(exchange);
            case POLICY -> policy(exchange);
            case WHO -> who(exchange);
            case TRY -> {
                PortalCaller caller = exchange.allowed(Permission.POLICY_READ);
                yield tried(caller, codec.read(exchange.request().getInputStream()));
            }
            default ->
                throw new PortalException(
                        ProblemKind.NOT_FOUND,
                        "There is nothing at " + exchange.path() + ".",
                        "There are " + String.join(", ", PREFIX, EXPLAIN, POLICY, WHO, TRY) + ".");
        };
    }

    private static void require(Exchange exchange, String method) {
        if (!exchange.is(method)) {
            throw exchange.methodNotAllowed(method);
        }
    }

    private Json.Obj held(PortalCaller caller) {
        Json.Builder held = Json.object()
                .put("caller", caller.getName())
                .put("may", known.heldBy(caller))
                .put("declared", known.declared());
        if (caller.may(new Permission(Permission.POLICY_READ))) {
            Policy policy = authority.policy().get();
            PolicyReading last = authority.policy().last();
            held.put(
                    "policy",
                    Json.object()
                            .put("name", policy.name())
                            .put("digest", policy.digest())
                            .put("rules", policy.rules().size())
                            .put("unknown", unknown(policy))
                            .put("problems", PolicyJson.problems(last.problems()))
                            .build());
        }
        return held.build();
    }

    private Json unknown(Policy policy) {
        return Json.ofTexts(List.copyOf(policy.unknown(known.ofPlugins())));
    }

    /** The rules in force, and what is wrong with those that are not. */
    private Json.Obj policy(Exchange exchange) {
        PortalCaller unused = exchange.allowed(Permission.POLICY_READ);
        Policy policy = authority.policy().get();
        return Json.object()
                .put("name", policy.name())
                .put("digest", policy.digest())
                .put("text", policy.text())
                .put("rules", PolicyJson.rules(policy))
                .put("unknown", unknown(policy))
                .put("problems", PolicyJson.problems(authority.policy().last().problems()))
                .put("permissions", described())
                .build();
    }

    private Json described() {
        Json.Builder described = Json.object();
        known.names().forEach(name -> described.put(name, known.described(name)));
        return described.build();
    }

    private Json.Obj explain(Exchange exchange) {
        PortalCaller caller = exchange.signedIn();
        Texts texts = texts(exchange);
        if (texts.text("permission").isPresent()) {
            return answer(caller, ground.ask(caller, texts));
        }
        PermissionQuestion question = ground.ask(caller, texts, Permission.PORTAL_USE);
        return Json.object()
                .put("caller", question.who().name())
                .put("on", question.on())
                .put("groups", Json.ofTexts(List.copyOf(authority.groups(question.who()))))
                .put(
                        "answers",
                        new Json.Arr(known.names().stream()
                                .<Json>map(name -> answer(caller, question.of(name)))
                                .toList()))
                .build();
    }

    private static Texts texts(Exchange exchange) {
        return name -> Optional.ofNullable(exchange.request().getParameter(name));
    }

    private Json.Obj answer(PortalCaller caller, PermissionQuestion question) {
        boolean isOwn = question.who().equals(caller.identity());
        return isOwn && !caller.covers(question.permission(), question.plugins())
                ? question.outOfScope()
                : question.answer(isOwn ? caller.rights() : authority.of(question.who()));
    }

    /** Those people of the catalog who may. */
    private Json.Obj who(Exchange exchange) {
        PortalCaller caller = exchange.allowed(Permission.POLICY_READ);
        PermissionQuestion question = ground.ask(caller, texts(exchange));
        List<String> people = authority.directory().people(MOST_PEOPLE);
        List<Json> able = new ArrayList<>();
        for (String person : people) {
            Identity who = new Identity(person, person);
            Json.Obj answer = question.of(who).answer(authority.of(who));
            if (!answer.text("extent").equals(Optional.of("none"))) {
                able.add(answer);
            }
        }
        return Json.object()
                .put("permission", question.permission())
                .put("on", question.on())
                .put("asked", people.size())
                .put("people", new Json.Arr(able))
                .build();
    }

    private Json.Obj tried(PortalCaller caller, Json body) {
        if (!(body instanceof Json.Obj wish) || wish.text("policy").isEmpty()) {
            throw PermissionQuestion.bad("This holds no policy.", "Send {\"policy\": \"rules: ...\"}.");
        }
        PolicyReading reading =
                PolicyReader.read(wish.text("policy").orElseThrow().getBytes(StandardCharsets.UTF_8), "policy");
        Json.Builder answer =
                Json.object().put("digest", reading.digest()).put("problems", PolicyJson.problems(reading.problems()));
        Policy other = reading.policy();
        if (other != null) {
            answer.put("unknown", unknown(other));
            answer.put("answers", answers(caller, other, wish.array("questions")));
            answer.put("differences", differences(other));
        }
        return answer.build();
    }

    private Json answers(PortalCaller caller, Policy other, Json.Arr questions) {
        if (questions.items().size() > MOST_QUESTIONS) {
            throw PermissionQuestion.bad(
                    "These are more than " + MOST_QUESTIONS + " questions.", "Ask fewer at a time.");
        }
        List<Json> answers = new ArrayList<>();
        for (Json item : questions.items()) {
            Texts texts = name -> item instanceof Json.Obj object ? object.text(name) : Optional.empty();
            PermissionQuestion question = ground.ask(caller, texts);
            answers.add(Json.object()
                    .put("before", question.answer(authority.of(question.who())))
                    .put("after", question.answer(authority.under(other, question.who())))
                    .build());
        }
        return new Json.Arr(answers);
    }

    private Json differences(Policy other) {
        Set<String> permissions = new TreeSet<>(known.names());
        return new Json.Arr(new PolicyTrial(authority, other)
                .differences(authority.directory().people(MOST_PEOPLE), permissions, MOST_DIFFERENCES).stream()
                        .<Json>map(difference -> Json.object()
                                .put("caller", difference.caller())
                                .put("permission", difference.permission())
                                .put("before", KnownPermissions.word(difference.before()))
                                .put("after", KnownPermissions.word(difference.after()))
                                .build())
                        .toList());
    }
}
