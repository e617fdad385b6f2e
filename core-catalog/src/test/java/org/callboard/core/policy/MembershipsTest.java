package org.callboard.core.policy;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Set;
import org.junit.jupiter.api.Test;

class MembershipsTest {

    private final Company company = new Company()
            .with("user:default/mara", "memberOf", "group:default/ledger", "memberOf", "group:default/ghosts")
            .with("group:default/ledger", "childOf", "group:default/finance")
            .with("group:default/finance", "childOf", "group:default/company")
            .with("group:default/company", "childOf", "group:default/ledger")
            .with("group:default/guests");

    private Membership of(String name, String... claimed) {
        return new Memberships(company).of(new Identity(name, name, "issuer", "subject", Set.of(claimed)));
    }

    @Test
    void whoIsInAGroupIsInWhatItIsPartOf() {
        Set<String> all =
                Set.of("user:default/mara", "group:default/ledger", "group:default/finance", "group:default/company");
        assertEquals(all, of("user:default/mara").owners());
        assertEquals(all, of("user:default/mara").names());
    }

    @Test
    void aGroupThatIsNotInTheCatalogOwnsNothingAndIsOneByItsIssuersWordAlone() {
        Membership membership = of("user:default/mara", "group:default/elsewhere", "group:default/guests");
        assertEquals(
                Set.of(
                        "user:default/mara",
                        "group:default/ledger",
                        "group:default/finance",
                        "group:default/company",
                        "group:default/guests"),
                membership.owners());
        assertEquals(true, membership.names().contains("group:default/elsewhere"));
        assertEquals(false, membership.names().contains("group:default/ghosts"));
    }

    @Test
    void groupsThatArePartOfEachOtherAreWalkedOnce() {
        Company circle = new Company()
                .with("user:default/ole", "memberOf", "group:default/a")
                .with("group:default/a", "childOf", "group:default/b")
                .with("group:default/b", "childOf", "group:default/a");
        Membership membership = new Memberships(circle).of(new Identity("user:default/ole", "Ole"));
        assertEquals(Set.of("user:default/ole", "group:default/a", "group:default/b"), membership.owners());
    }

    @Test
    void whoIsNotInTheCatalogOwnsNothing() {
        assertEquals(Set.of(), of("user:default/ci").owners());
        assertEquals(Set.of("user:default/ci"), of("user:default/ci").names());
        assertEquals(Set.of(), of("no reference at all:").owners());
        assertEquals(Set.of(), of("group:default/ledger").owners());
    }
}
