package org.callboard.core.policy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.callboard.api.catalog.CatalogEvent;
import org.callboard.api.catalog.CatalogEvent.Change;
import org.callboard.api.model.EntityRef;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PolicyAuthorityTest {

    private static final Identity MARA = new Identity("user:default/mara", "Mara");
    private static final Identity OLE = new Identity("user:default/ole", "Ole");

    private final Company company = new Company()
            .with("user:default/mara", "memberOf", "group:default/ledger")
            .with("user:default/ole", "memberOf", "group:default/ledger")
            .with("group:default/ledger");
    private final Memberships memberships = new Memberships(company);

    @TempDir
    private Path folder;

    private Path file;
    private PolicyAuthority authority;

    @BeforeEach
    void open() throws IOException, UnusablePolicyException {
        file = folder.resolve("policy.yaml");
        Files.writeString(file, "rules: [{allow: plugin.manage, to: everyone, where: {owner: mine}}]");
        authority = new PolicyAuthority(CurrentPolicy.open(file), memberships);
    }

    private static CatalogEvent changed(String ref) {
        return new CatalogEvent(1, Change.UPDATED, EntityRef.parse(ref));
    }

    @Test
    void tellsTheGroupsOfAPersonAndWhatWhoeverIsInAGroupMay() {
        assertEquals(Set.of("group:default/ledger"), authority.groups(MARA));
        String ledger = "group:default/ledger";
        Identity member = new Identity(ledger, ledger, null, null, Set.of(ledger));
        assertEquals(Set.of(), authority.groups(member));
        assertTrue(authority.of(member).allowPlugin("plugin.manage", "ledger", ledger));
        assertFalse(authority.of(member).allowPlugin("plugin.manage", "cost", "group:default/cost"));
    }

    @Test
    void eachPermissionOfThePortalHasWords() {
        assertEquals(
                List.of(),
                CorePermissions.ALL.stream()
                        .filter(name -> PermissionTitles.of(name).equals(name))
                        .toList());
    }

    @Test
    void aTeamManagesWhatItOwnsAndNothingElse() {
        Rights rights = authority.of(MARA);
        assertTrue(rights.allow("plugin.manage"));
        assertTrue(rights.allowPlugin("plugin.manage", "ledger", "group:default/ledger"));
        assertTrue(rights.allowPlugin("plugin.manage", "ledger", "Ledger"));
        assertFalse(rights.allowPlugin("plugin.manage", "cost", "group:default/cost"));
        assertFalse(rights.allowPlugin("plugin.manage", "cost", null));
        assertFalse(rights.allowPlugin("plugin.manage", "cost", ":"));
        assertFalse(rights.allowPlugin("plugin.read", "ledger", "group:default/ledger"));
    }

    @Test
    void anAdministratorMayDoEverythingAndWhoIsCalledSoMayNot() {
        assertSame(Rights.ALL, authority.of(Identity.ADMINISTRATOR));
        Identity namesake = new Identity("user:default/admin", "Administrator", "https://issuer", "1", Set.of());
        assertFalse(authority.of(namesake).allow("token.manage"));
    }

    @Test
    void nothingIsLookedUpUntilPeopleOrGroupsChange() {
        Rights before = authority.of(MARA);
        int lookups = company.lookups();
        memberships.changed(List.of(changed("component:default/ledger"), changed("api:default/ledger")));
        assertSame(before, authority.of(MARA));
        assertEquals(lookups, company.lookups());

        company.with("user:default/mara");
        memberships.changed(List.of(changed("user:default/mara")));
        assertFalse(authority.of(MARA).allowPlugin("plugin.manage", "ledger", "group:default/ledger"));
    }

    @Test
    void anOwnerThatLeavesTheCatalogGivesNoRightsAnyMore() {
        company.without("group:default/ledger");
        memberships.changed(List.of(new CatalogEvent(2, Change.REMOVED, EntityRef.parse("group:default/ledger"))));
        assertFalse(authority.of(MARA).allowPlugin("plugin.manage", "ledger", "group:default/ledger"));
    }

    @Test
    void aPolicyThatComesIntoForceCountsAtOnce() throws IOException {
        Object key = authority.of(MARA).key();
        Files.writeString(file, "rules: [{allow: portal.use, to: everyone}]");
        assertTrue(authority.policy().reload().isPresent());
        assertFalse(authority.of(MARA).allow("plugin.manage"));
        assertTrue(authority.of(MARA).allow("portal.use"));
        assertNotEquals(key, authority.of(MARA).key());
        assertEquals(authority.of(OLE).key(), authority.of(MARA).key());
    }

    @Test
    void whoOwnsOtherThingsHasAnotherKeyWhereThatMatters() {
        assertNotEquals(authority.of(OLE).key(), authority.of(MARA).key());
    }
}
