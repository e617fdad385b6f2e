package org.callboard.core.config;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.callboard.api.model.EntityRef;
import org.callboard.api.model.Json;
import org.callboard.api.problem.PortalException;
import org.callboard.core.policy.Identity;
import org.callboard.core.read.ParsedDocument.Parsed;
import org.callboard.core.signin.GroupRule;
import org.callboard.core.signin.People;
import org.callboard.core.signin.PeopleRule;
import org.callboard.core.signin.PeopleRule.By;

/** The sections {@code auth.people}, {@code auth.groups} and {@code auth.guest}: who people are that others vouch for. */
final class PeopleSection {

    static final List<String> PEOPLE = List.of("auth", "people");
    static final List<String> GROUPS = List.of("auth", "groups");

    private static final List<String> GUEST = List.of("auth", "guest");
    private static final String USER = "user:default/" + PeopleRule.VALUE;
    private static final String GROUP = "group:default/" + PeopleRule.VALUE;
    private static final Set<String> KEYS = Set.of("issuer", "by", "subject", "domain", "user");
    private static final Set<String> GROUP_KEYS = Set.of("issuer", "name", "prefix", "group");

    private PeopleSection() {}

    /** Refuses what could not be used. */
    static void check(Parsed document, Json.Obj values) {
        List<Json> people = items(document, values, PEOPLE);
        for (int index = 0; index < people.size(); index++) {
            checkPerson(document, List.of("auth", "people", Integer.toString(index)), people.get(index));
        }
        List<Json> groups = items(document, values, GROUPS);
        for (int index = 0; index < groups.size(); index++) {
            checkGroup(document, List.of("auth", "groups", Integer.toString(index)), groups.get(index));
        }
        values.text("auth", "guest").ifPresent(guest -> requireRef(document, GUEST, "user", guest, false));
    }

    private static List<Json> items(Parsed document, Json.Obj values, List<String> path) {
        Json list = values.at(path.get(0), path.get(1)).orElse(new Json.Arr(List.of()));
        ConfigSchema.require(list instanceof Json.Arr, document, path, "must be a list of rules");
        return list instanceof Json.Arr array ? array.items() : List.of();
    }

    private static void checkPerson(Parsed document, List<String> path, Json item) {
        Json.Obj rule = rule(document, path, item, KEYS);
        String by = rule.text("by").orElse("");
        boolean isOne = rule.text("subject").isPresent()
                ? by.isEmpty()
                        && rule.get("domain") == null
                        && rule.text("user").isPresent()
                : by.equals("email")
                        ? rule.text("domain").isPresent()
                        : by.equals("username") && rule.get("domain") == null;
        ConfigSchema.require(
                isOne,
                document,
                path,
                "must have a subject and its user, or 'by: username', or 'by: email' and a domain");
        String user = rule.text("user").orElse(USER);
        requireRef(document, path, "user", user, rule.text("subject").isEmpty());
    }

    private static void checkGroup(Parsed document, List<String> path, Json item) {
        Json.Obj rule = rule(document, path, item, GROUP_KEYS);
        boolean isNamed = rule.text("name").isPresent();
        boolean isOne = isNamed ? rule.text("group").isPresent() && rule.get("prefix") == null : true;
        ConfigSchema.require(isOne, document, path, "must have a name and its group, or else a prefix");
        requireRef(document, path, "group", rule.text("group").orElse(GROUP), !isNamed);
    }

    private static Json.Obj rule(Parsed document, List<String> path, Json item, Set<String> keys) {
        String known =
                "may have " + String.join(", ", new TreeSet<>(keys)) + ", each a text in quotation marks if need be";
        boolean isRule = item instanceof Json.Obj rule
                && keys.containsAll(rule.fields().keySet())
                && rule.fields().values().stream().allMatch(Json.Text.class::isInstance);
        ConfigSchema.require(isRule, document, path, known);
        Json.Obj rule = (Json.Obj) item;
        ConfigSchema.require(
                rule.text("issuer").isPresent(),
                document,
                path,
                "must have the issuer who vouches, such as https://id.example.com");
        return rule;
    }

    private static void requireRef(Parsed document, List<String> path, String kind, String text, boolean isPattern) {
        String filled = isPattern ? text.replace(PeopleRule.VALUE, "value") : text;
        boolean isOfKind = !filled.contains("{") && isPattern == text.contains(PeopleRule.VALUE);
        try {
            EntityRef ref = EntityRef.parse(filled);
            isOfKind &= ref.kind().equals(kind) && ref.toString().equals(filled);
        } catch (PortalException malformed) {
            isOfKind = false;
        }
        boolean isFree = !filled.equals(Identity.ADMINISTRATOR.name());
        String example = kind + ":default/" + (isPattern ? PeopleRule.VALUE : "mara");
        ConfigSchema.require(
                isOfKind && isFree,
                document,
                path,
                "must name a " + kind + " in full, such as " + example + ", and not the administrator");
    }

    /** {@return what a checked configuration says} */
    static People of(Json.Obj config) {
        return new People(
                config.array("auth", "people").items().stream()
                        .map(item -> person((Json.Obj) item))
                        .toList(),
                config.array("auth", "groups").items().stream()
                        .map(item -> group((Json.Obj) item))
                        .toList(),
                config.text("auth", "guest").orElse(null));
    }

    private static PeopleRule person(Json.Obj rule) {
        String subject = rule.text("subject").orElse(null);
        By by = subject != null
                ? By.SUBJECT
                : By.valueOf(rule.text("by").orElse("").toUpperCase(Locale.ROOT));
        return new PeopleRule(
                rule.text("issuer").orElse(""),
                by,
                subject != null ? subject : rule.text("domain").orElse(null),
                rule.text("user").orElse(USER));
    }

    private static GroupRule group(Json.Obj rule) {
        String name = rule.text("name").orElse(null);
        return new GroupRule(
                rule.text("issuer").orElse(""),
                name != null ? GroupRule.Is.NAMED : GroupRule.Is.PREFIXED,
                name != null ? name : rule.text("prefix").orElse(""),
                rule.text("group").orElse(GROUP));
    }
}
