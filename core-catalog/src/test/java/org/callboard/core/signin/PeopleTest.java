package org.callboard.core.signin;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.callboard.api.signin.SignedInPerson;
import org.callboard.api.signin.SignedInPerson.Email;
import org.callboard.api.signin.SignedInPerson.Proof;
import org.callboard.core.signin.PeopleRule.By;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PeopleTest {

    private static final String ISSUER = "https://id.example.com";
    private static final String USER = "user:default/{value}";

    private static People people(PeopleRule... rules) {
        return new People(List.of(rules), List.of(), "user:default/guest");
    }

    private static SignedInPerson person(String username, Email email, String... groups) {
        return new SignedInPerson(ISSUER, "1", username, "Somebody", email, Set.of(groups));
    }

    @Test
    void knowsPeopleByTheirNameAtTheIssuerAlone() {
        People people = people(new PeopleRule(ISSUER, By.USERNAME, null, USER));
        assertEquals(Optional.of("user:default/mara"), people.user(person("Mara", null)));
        SignedInPerson other = new SignedInPerson("https://github.com", "1", "mara", "Mara", null, Set.of());
        assertEquals(Optional.empty(), people.user(other));
        assertEquals(Optional.empty(), people.user(person(null, null)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "admin",
                "ADMIN",
                "guest",
                "a/b",
                "user:default/mara",
                "",
                " mara",
                "mara ",
                "ma ra",
                "m\u00e4ra",
                "mar\u212a",
                "{value}",
                "../mara",
                "-mara",
                "mara\n",
                "\u0130da"
            })
    void makesNoUserOfNamesThatCouldBeSomebodyElses(String name) {
        assertEquals(
                Optional.empty(),
                people(new PeopleRule(ISSUER, By.USERNAME, null, USER)).user(person(name, null)));
    }

    @Test
    void knowsPeopleByVerifiedAddressesOfOneDomainAlone() {
        People people = people(new PeopleRule(ISSUER, By.EMAIL, "example.com", USER));
        assertEquals(
                Optional.of("user:default/mara.lind"),
                people.user(person(null, new Email("Mara.Lind@EXAMPLE.com", Proof.VERIFIED))));
        for (String address : List.of(
                "mara@evil.example",
                "mara@example.com.evil.example",
                "mara@evil@example.com",
                "mara+x@example.com",
                "@example.com",
                "example.com")) {
            assertEquals(Optional.empty(), people.user(person("mara", new Email(address, Proof.VERIFIED))), address);
        }
        assertEquals(Optional.empty(), people.user(person("mara", new Email("mara@example.com", Proof.CLAIMED))));
    }

    @Test
    void theFirstRuleThatKnowsSomebodyDecides() {
        People people = people(
                new PeopleRule(ISSUER, By.SUBJECT, "2", "user:default/other"),
                new PeopleRule(ISSUER, By.SUBJECT, "1", "user:default/chosen"),
                new PeopleRule(ISSUER, By.USERNAME, null, USER));
        assertEquals(Optional.of("user:default/chosen"), people.user(person("mara", null)));
    }

    @Test
    void findsGroupsByNameAndByPrefix() {
        People people = new People(
                List.of(),
                List.of(
                        new GroupRule(ISSUER, GroupRule.Is.NAMED, "7f-3a", "group:default/payments"),
                        new GroupRule(ISSUER, GroupRule.Is.PREFIXED, "acme/", "group:acme/{value}"),
                        new GroupRule("https://github.com", GroupRule.Is.PREFIXED, "", "group:default/{value}")),
                null);
        assertEquals(
                Set.of("group:default/payments", "group:acme/core"),
                people.groups(person("mara", null, "7f-3a", "7f-3A", "acme/Core", "acme/a/b", "lunch")));
    }
}
