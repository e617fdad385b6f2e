package org.callboard.plugin.webshell.home;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.util.List;
import org.callboard.api.model.EntityRef;
import org.callboard.api.problem.Problem;
import org.callboard.api.problem.SourcePosition;
import org.callboard.api.ui.Block;
import org.callboard.api.ui.Status;
import org.callboard.api.ui.Table;
import org.callboard.api.ui.Value;
import org.callboard.api.ui.View;
import org.callboard.api.ui.ViewRequest;
import org.callboard.testkit.MemoryCatalog;
import org.callboard.testkit.MemoryTables;
import org.callboard.testkit.TestCaller;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class OwnHomeTest {

    private static final EntityRef WALLET = EntityRef.parse("component:wallet");

    private final MemoryCatalog catalog = MemoryCatalog.of("""
            kind: User
            metadata: {name: mara}
            spec: {memberOf: [booking], profile: {displayName: Mara, email: mara@example.com}}
            ---
            kind: Group
            metadata: {name: booking}
            spec: {parent: ticketing}
            ---
            kind: Group
            metadata: {name: ticketing}
            spec: {}
            ---
            kind: Component
            metadata: {name: basket}
            spec: {type: service, lifecycle: production, owner: booking}
            ---
            kind: Component
            metadata: {name: wallet}
            spec: {type: service, owner: booking}
            ---
            kind: Component
            metadata: {name: notes}
            spec: {owner: "user:mara"}
            ---
            kind: Component
            metadata: {name: company}
            spec: {owner: ticketing}
            """);
    private final KeptHomes homes = new KeptHomes(new MemoryTables());
    private final TestCaller mara = TestCaller.named("mara");
    private final TestCaller guest = TestCaller.named("guest");
    private final OwnedCard owned = new OwnedCard(catalog, homes);
    private final ProblemsCard problems = new ProblemsCard(catalog, homes);

    @BeforeEach
    void reportProblems() {
        catalog.report(problem("wallet", Problem.Level.WARNING, "Its type is odd."));
        catalog.report(problem("company", Problem.Level.ERROR, "It is broken."));
    }

    private static Problem problem(String name, Problem.Level level, String reason) {
        return new Problem(
                level, "odd", "component:default/" + name, new SourcePosition("file:a.yaml", 1, 1), reason, "Mend it.");
    }

    @Test
    void listsWhatBelongsToTheGroupsThatTheSignInSaysThoughNobodyIsInTheCatalog() {
        TestCaller sara = TestCaller.named("sara").in("group:default/booking", "group:default/elsewhere", "user:mara");
        assertEquals(List.of("wallet", "basket"), names(owned.show(ViewRequest.of(sara))));
        assertEquals(List.of(EntityRef.parse("group:default/booking")), new Teams(catalog, homes).groups(sara));
        assertEquals(
                List.of(EntityRef.parse("group:default/booking"), EntityRef.parse("group:default/ticketing")),
                new Teams(catalog, homes).groups(mara.in("group:default/ticketing", "group:default/booking")));
    }

    @Test
    void listsWhatIsTheReadersAndTheirGroupsWithTheWorstFirst() {
        assertEquals(List.of("wallet", "basket", "notes"), names(owned.show(ViewRequest.of(mara))));
        assertEquals(
                new Value.State(Status.WARN, "1 problem"),
                table(owned.show(ViewRequest.of(mara))).rows().get(0).get(4));
    }

    @Test
    void listsWhatTheChosenGroupAndTheGroupsInItOwn() {
        homes.choose(mara, Teams.ME);
        assertEquals(List.of("notes"), names(owned.show(ViewRequest.of(mara))));
        homes.choose(mara, "group:default/ticketing");
        assertEquals(List.of("company", "wallet", "basket"), names(owned.show(ViewRequest.of(mara))));
        homes.choose(mara, "group:default/gone");
        assertEquals(List.of("wallet", "basket", "notes"), names(owned.show(ViewRequest.of(mara))));
    }

    @Test
    void tellsOwnersOfTheirProblemsAndOthersOfAll() {
        Table mine = table(problems.show(ViewRequest.of(mara)));
        assertEquals(1, mine.rows().size());
        assertEquals(
                Value.page("Its type is odd.", "/catalog/default/component/wallet/problems"),
                mine.rows().get(0).get(1));
        View all = problems.show(ViewRequest.of(guest));
        assertEquals(new Block.Paragraph("In the whole catalog:"), all.blocks().get(0));
        assertEquals(
                2, assertInstanceOf(Table.class, all.blocks().get(1)).rows().size());
    }

    @Test
    void saysWhatToDoToThoseWhoOwnNothing() {
        Block.Empty nothing = assertInstanceOf(
                Block.Empty.class, owned.show(ViewRequest.of(guest)).blocks().get(0));
        assertEquals("Nothing is yours yet", nothing.title());
        Block.Empty groups = assertInstanceOf(
                Block.Empty.class,
                new TeamsCard(catalog, homes)
                        .show(ViewRequest.of(guest))
                        .blocks()
                        .get(0));
        assertEquals("There is no User entity for user:default/guest in the catalog.", groups.hint());
    }

    @Test
    void listsTheGroupsOfTheReaderAndThoseAbove() {
        Table groups = table(new TeamsCard(catalog, homes).show(ViewRequest.of(mara)));
        assertEquals(
                List.of(
                        List.of(Value.of(EntityRef.parse("group:booking")), Value.of(1), Value.of(2)),
                        List.of(Value.of(EntityRef.parse("group:ticketing")), Value.of(0), Value.of(1))),
                groups.rows());
    }

    @Test
    void marksStarsOfWhatIsGone() {
        homes.star(mara, WALLET);
        catalog.remove(WALLET);
        Table stars = table(new StarredCard(catalog, homes).show(ViewRequest.of(mara)));
        assertEquals(
                List.of(Value.of(WALLET), Value.of("Not in the catalog")),
                stars.rows().get(0));
    }

    @Test
    void showsWhatManyVisitToThoseWhoMaySeeIt() {
        homes.visit(mara, WALLET);
        homes.visit(guest, WALLET);
        homes.visit(guest, EntityRef.parse("component:basket"));
        homes.visit(guest, EntityRef.parse("component:gone"));
        PopularCard popular = new PopularCard(catalog, homes);
        assertEquals(List.of("wallet", "basket"), names(popular.show(ViewRequest.of(mara))));
        assertEquals(List.of("wallet"), names(new VisitedCard(catalog, homes).show(ViewRequest.of(mara))));
    }

    @Test
    void tellsWhoIsInAGroup() {
        Table people = table(new PeopleCard(catalog).show(catalog.entity("group:booking"), ViewRequest.of(guest)));
        assertEquals(Value.of("Mara"), people.rows().get(0).get(1));
        assertEquals(
                "Nobody is in it",
                assertInstanceOf(
                                Block.Empty.class,
                                new PeopleCard(catalog)
                                        .show(catalog.entity("group:ticketing"), ViewRequest.of(guest))
                                        .blocks()
                                        .get(0))
                        .title());
    }

    private static Table table(View view) {
        return assertInstanceOf(Table.class, view.blocks().get(0));
    }

    private static List<String> names(View view) {
        return table(view).rows().stream()
                .map(row -> assertInstanceOf(Value.Ref.class, row.get(0)).ref().name())
                .toList();
    }
}
