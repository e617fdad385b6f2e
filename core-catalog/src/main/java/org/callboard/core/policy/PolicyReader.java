package org.callboard.core.policy;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.callboard.api.model.EntityRef;
import org.callboard.api.model.Json;
import org.callboard.api.problem.PortalException;
import org.callboard.api.problem.Problem;
import org.callboard.api.problem.SourcePosition;
import org.callboard.core.entity.Sha256;
import org.callboard.core.entity.Texts;
import org.callboard.core.read.DocumentParser;
import org.callboard.core.read.ParsedDocument;
import org.callboard.core.read.ParsedDocument.Broken;
import org.callboard.core.read.ParsedDocument.Parsed;
import org.callboard.core.read.ReadLimits;
import org.jspecify.annotations.Nullable;

/** Reads a policy; {@code docs/permissions.md} says what may stand in one and what it means. */
public final class PolicyReader {

    private static final int MOST_RULES = 1_000;
    private static final String SUBJECTS =
            "Write everyone, group:default/payments or user:default/mara, or a list of these.";
    private static final String PERMISSIONS = "Write the name of a role or a permission, or a list of these.";

    private final Findings findings;
    private final Json.Obj tree;
    private final Map<String, Set<String>> roles = new LinkedHashMap<>();

    private PolicyReader(Parsed document) {
        this.findings = new Findings(document);
        this.tree = document.tree();
    }

    /**
     * {@return the policy that a text is, or what is wrong with it}
     *
     * @param name what the problems call it
     */
    public static PolicyReading read(byte[] text, String name) {
        String digest = "sha256:" + Sha256.hex(text);
        List<ParsedDocument> documents = new DocumentParser(ReadLimits.DEFAULT)
                .parse(text, name).stream()
                        .filter(document -> !(document instanceof ParsedDocument.Empty))
                        .toList();
        if (documents.size() != 1) {
            Problem number = Findings.problem(
                    SourcePosition.ofFile(name),
                    "A policy is one document, and here are " + documents.size() + ".",
                    "Write the roles and the rules below 'roles:' and 'rules:'.");
            return new PolicyReading(null, digest, List.of(number));
        }
        if (!(documents.get(0) instanceof Parsed parsed)) {
            return new PolicyReading(null, digest, List.of(((Broken) documents.get(0)).problem()));
        }
        PolicyReader reader = new PolicyReader(parsed);
        List<Rule> rules = reader.rules();
        List<Problem> problems = reader.findings.problems();
        Policy policy = new Policy(name, digest, new String(text, StandardCharsets.UTF_8), rules);
        return new PolicyReading(problems.isEmpty() ? policy : null, digest, problems);
    }

    private List<Rule> rules() {
        findings.checkKeys(List.of(), tree, List.of("roles", "rules"));
        readRoles();
        Json section = tree.get("rules");
        if (!(section instanceof Json.Arr array) || array.items().size() > MOST_RULES) {
            findings.add(
                    section == null ? List.of() : List.of("rules"),
                    "A policy has a list of rules, " + MOST_RULES + " at the most.",
                    "Write '- allow: portal.use' and 'to: everyone' below 'rules:'.");
            return List.of();
        }
        List<Rule> rules = new ArrayList<>();
        for (int index = 0; index < array.items().size(); index++) {
            List<String> path = List.of("rules", Integer.toString(index));
            rules.add(
                    rule(path, findings.object(path, array.items().get(index), "Write '- allow: ...' and 'to: ...'.")));
        }
        return rules;
    }

    private void readRoles() {
        String fix = "Write the name of a role, and its permissions below that.";
        findings.object(List.of("roles"), tree.get("roles"), fix).fields().forEach((name, permissions) -> {
            List<String> path = List.of("roles", name);
            if (!name.matches("[a-z][a-z0-9-]{0,62}")) {
                findings.addAtKey(
                        path,
                        Texts.quote(name) + " is no name of a role.",
                        "Give 1 to 63 lower case letters, digits and hyphens.");
            }
            Set<String> values = findings.values(path, permissions, "Write a list of permissions.");
            values.forEach(value -> checkPermission(path, value, "Roles hold permissions, no other roles."));
            roles.put(name, values);
        });
    }

    private Rule rule(List<String> path, Json.Obj rule) {
        findings.checkKeys(path, rule, List.of("allow", "deny", "to", "where"));
        boolean isAllow = rule.get("allow") != null;
        if (isAllow == (rule.get("deny") != null)) {
            findings.add(path, "A rule either allows or denies.", "Write one of 'allow' and 'deny'.");
        }
        String verb = isAllow ? "allow" : "deny";
        List<String> at = Findings.inner(path, verb);
        Set<String> named = findings.values(at, rule.get(verb), PERMISSIONS);
        Set<String> permissions = permissions(at, named);
        Set<String> written = findings.values(Findings.inner(path, "to"), rule.get("to"), SUBJECTS);
        Set<String> subjects = subjects(Findings.inner(path, "to"), written);
        if (rule.get("to") == null) {
            findings.add(
                    path, "The rule says nothing of whom it is for.", SUBJECTS.replace("Write", "Write 'to:' and"));
        }
        Json limits = rule.get("where");
        Where where = limits == null
                ? null
                : new WhereReader(findings, Findings.inner(path, "where")).read(limits, permissions);
        String words = verb + " " + Findings.list(named) + " to " + Findings.list(written)
                + (limits == null ? "" : " where " + Words.of(limits));
        Rule.Effect effect = isAllow ? Rule.Effect.ALLOW : Rule.Effect.DENY;
        return new Rule(effect, permissions, subjects, where, findings.position(path), words);
    }

    private Set<String> permissions(List<String> path, Set<String> names) {
        Set<String> permissions = new LinkedHashSet<>();
        for (String name : names) {
            if (name.contains(".") || name.equals(Rule.ANY)) {
                checkPermission(path, name, PERMISSIONS);
                permissions.add(name);
            } else if (roles.containsKey(name)) {
                permissions.addAll(roles.get(name));
            } else {
                findings.add(
                        path,
                        "There is no role " + Texts.quote(name) + ".",
                        roles.isEmpty()
                                ? "Write it below 'roles:', or name a permission."
                                : "The roles are " + Findings.list(roles.keySet()) + ".");
            }
        }
        return permissions;
    }

    private void checkPermission(List<String> path, String name, String advice) {
        boolean isPossible = name.equals(Rule.ANY)
                || (name.endsWith("." + Rule.ANY)
                        ? isPrefix(name)
                        : name.contains(".") && CorePermissions.isPossible(name));
        if (!isPossible) {
            findings.add(
                    path,
                    "There is no permission " + Texts.quote(name) + ".",
                    name.contains(".")
                            ? "The portal's own are " + Findings.list(CorePermissions.ALL)
                                    + "; those of a plugin begin with its id."
                            : advice);
        }
    }

    private static boolean isPrefix(String pattern) {
        String start = pattern.substring(0, pattern.length() - 1);
        return CorePermissions.ALL.stream().anyMatch(own -> own.startsWith(start))
                || CorePermissions.isOfPlugins(start + "x");
    }

    private Set<String> subjects(List<String> path, Set<String> names) {
        return names.stream().map(name -> subject(path, name)).collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private String subject(List<String> path, String name) {
        String ref = name.equals(Rule.EVERYONE) ? name : reference(name);
        if (ref == null) {
            findings.add(path, Texts.quote(name) + " names neither a group nor a person.", SUBJECTS);
            return name;
        }
        return ref;
    }

    /** {@return the whole reference of a group or a person, or null where it is none} */
    static @Nullable String reference(String text) {
        try {
            EntityRef ref = EntityRef.parse(text);
            return ref.kind().equals("group") || ref.kind().equals("user") ? ref.toString() : null;
        } catch (PortalException malformed) {
            return null;
        }
    }
}
