package org.callboard.core.entity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.callboard.api.ingest.EntityKind;
import org.callboard.api.ingest.Field;
import org.callboard.api.ingest.Field.Shape;
import org.callboard.api.ingest.RelationRule;
import org.callboard.api.problem.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KindCheckTest {

    private final KindCheck check = new KindCheck(BuiltInKinds.all());

    private List<String> problems(String kind, String spec) {
        return Checked.brief(Checked.kind(
                check, Checked.json("{'apiVersion': 'backstage.io/v1alpha1', 'kind': '" + kind + "'" + spec + "}")));
    }

    private Problem problem(String apiVersion, String kind) {
        List<Problem> problems = Checked.kind(
                check, Checked.json("{'apiVersion': '" + apiVersion + "', 'kind': '" + kind + "', 'spec': {}}"));
        assertEquals(1, problems.size(), problems::toString);
        return problems.get(0);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Component|type lifecycle owner",
                "API|type lifecycle owner definition",
                "Resource|type owner",
                "System|owner",
                "Domain|owner",
                "Group|type children",
                "User|memberOf",
                "Location|''"
            })
    void wantsTheFieldsThatBackstageWants(String kind, String required) {
        List<String> missing = required.isEmpty()
                ? List.of()
                : List.of(required.split(" ")).stream()
                        .map(field -> "ERROR missing-field spec." + field)
                        .toList();
        assertEquals(missing, problems(kind, ", 'spec': {}"));
        assertEquals(List.of("ERROR missing-field spec"), problems(kind, ""));
    }

    @Test
    void checksTemplatesInTheirOwnApiVersion() {
        assertEquals(
                List.of("ERROR missing-field spec.type", "ERROR wrong-type spec.steps"),
                Checked.brief(
                        Checked.kind(
                                check,
                                Checked.json(
                                        "{'apiVersion': 'scaffolder.backstage.io/v1beta3', 'kind': 'Template', 'spec': {'steps': {}}}"))));
        Problem old = problem("backstage.io/v1beta2", "Template");
        assertEquals("unknown-kind", old.code());
        assertTrue(old.fix().contains("scaffolder.backstage.io/v1beta3"), old::fix);
    }

    @Test
    void saysWhichValueHasTheWrongShape() {
        assertEquals(
                List.of(
                        "ERROR wrong-type spec.type",
                        "ERROR wrong-type spec.lifecycle",
                        "ERROR wrong-type spec.owner",
                        "ERROR wrong-type spec.system",
                        "ERROR wrong-type spec.providesApis.1",
                        "ERROR wrong-type spec.dependsOn"),
                problems(
                        "Component",
                        ", 'spec': {'type': 1, 'lifecycle': '', 'owner': null, 'system': ['a'], 'providesApis': ['a', 2], 'dependsOn': 'x'}"));
        assertEquals(
                List.of("ERROR wrong-type spec.profile"),
                problems("User", ", 'spec': {'memberOf': [], 'profile': 'x'}"));
        assertEquals(
                List.of("ERROR wrong-type spec.profile.email"),
                problems("User", ", 'spec': {'memberOf': [], 'profile': {'email': 1}}"));
    }

    @Test
    void wantsOfAnMcpServerWhereItRunsOrADefinition() {
        String api = ", 'spec': {'type': 'mcp-server', 'lifecycle': 'a', 'owner': 'b'";
        assertEquals(List.of("ERROR missing-field spec.remotes"), problems("API", api + "}"));
        assertEquals(List.of("ERROR wrong-type spec.remotes"), problems("API", api + ", 'remotes': []}"));
        assertEquals(
                List.of("ERROR wrong-type spec.remotes.0.type", "ERROR missing-field spec.remotes.0.url"),
                problems("API", api + ", 'remotes': [{'type': ''}]}"));
        assertEquals(List.of(), problems("API", api + ", 'remotes': [{'type': 'x', 'url': 'y'}]}"));
        assertEquals(List.of(), problems("API", api + ", 'definition': 'x'}"));
    }

    @Test
    void wantsOfAnAiResourceWhatItsTypeWants() {
        String resource = ", 'spec': {'lifecycle': 'a', 'owner': 'b', 'type': ";
        assertEquals(List.of(), problems("AiResource", resource + "'prompt'}"));
        assertEquals(List.of(), problems("AiResource", resource + "'skill', 'allowedTools': ['Read']}"));
        assertEquals(
                List.of("ERROR missing-field spec.category", "ERROR missing-field spec.rationale"),
                problems("AiResource", resource + "'rule'}"));
        assertEquals(
                List.of("ERROR wrong-type spec.compatibility"),
                problems("AiResource", resource + "'skill', 'compatibility': '" + "a".repeat(501) + "'}"));
    }

    @Test
    void looksIntoTheStepsAndFormsOfTemplates() {
        assertEquals(
                List.of(
                        "ERROR wrong-type spec.parameters.0",
                        "ERROR wrong-type spec.steps.0",
                        "ERROR missing-field spec.steps.1.action",
                        "ERROR wrong-type spec.steps.1.if",
                        "ERROR wrong-type spec.output"),
                Checked.brief(Checked.kind(
                        check,
                        Checked.json(
                                "{'apiVersion': 'scaffolder.backstage.io/v1beta3', 'kind': 'Template', 'spec': {'type': 'a',"
                                        + " 'parameters': ['x'], 'steps': ['a', {'if': 1}], 'output': {'a': 1}}}"))));
    }

    @Test
    void takesOneReferenceForAListWhereBackstageDoesNotLook() {
        String spec = ", 'spec': {'type': 'a', 'owner': 'b', 'dependencyOf': ";
        assertEquals(List.of(), problems("Resource", spec + "'component:c'}"));
        assertEquals(List.of("WARNING wrong-type spec.dependencyOf"), problems("Resource", spec + "[1]}"));
    }

    @Test
    void wantsAPresenceThatIsKnown() {
        assertEquals(List.of(), problems("Location", ", 'spec': {'presence': 'optional'}"));
        assertEquals(
                List.of("ERROR wrong-type spec.presence"), problems("Location", ", 'spec': {'presence': 'maybe'}"));
    }

    @Test
    void knowsKindsByTheirExactCaseAndAsksWhatWasMeant() {
        Problem api = problem("backstage.io/v1alpha1", "Api");
        assertEquals(Problem.Level.WARNING, api.level());
        assertEquals("The kind 'Api' is not known; did you mean 'API'?", api.reason());
        assertEquals("Write kind: API.", api.fix());
        assertEquals(
                "The kind 'Componnet' is not known; did you mean 'Component'?",
                problem("v1", "Componnet").reason());
        assertTrue(problem("v1", "AgentModel").reason().contains("kept without checks and relations"));
        assertTrue(problem("v1", "Gizmo").fix().startsWith("Install the plugin"));
    }

    @Test
    void checksTheKindsOfPluginsAlike() {
        List<EntityKind> kinds = new ArrayList<>(BuiltInKinds.all());
        kinds.add(new DeclaredKind(
                "Gizmo",
                List.of("example.com/v1"),
                List.of(Field.required("spec.parts", Shape.ARRAY), Field.optional("metadata.colour", Shape.TEXT)),
                List.of(new RelationRule("spec.owner", "Group", "ownedBy", "ownerOf"))));
        kinds.add(new DeclaredKind("Component", List.of("backstage.io/v1alpha1"), List.of(), List.of()));
        KindCheck all = new KindCheck(kinds);
        assertEquals(
                List.of("ERROR missing-field spec.parts", "ERROR wrong-type metadata.colour"),
                Checked.brief(Checked.kind(
                        all,
                        Checked.json("{'apiVersion': 'example.com/v1', 'kind': 'Gizmo', 'metadata': {'colour': 1}}"))));
        assertEquals(
                List.of("ERROR missing-field spec"),
                Checked.brief(Checked.kind(
                        all, Checked.json("{'apiVersion': 'backstage.io/v1alpha1', 'kind': 'Component'}"))));
    }
}
