package org.callboard.plugin.webshell.definition;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.callboard.plugin.webshell.definition.Definition.Item;
import org.junit.jupiter.api.Test;

class OpenApiTest {

    private static final String SHOP = """
            openapi: 3.1.0
            info: {title: Shop, version: 1.2.0, description: Sells *things*.}
            servers:
              - url: https://{stage}.example.com/v1
                variables: {stage: {default: live}}
            security: [{bearer: []}]
            tags: [{name: orders, description: What is ordered}]
            paths:
              /orders/{id}:
                parameters:
                  - {name: id, in: path, required: true, schema: {type: string, format: uuid}}
                put:
                  tags: [orders]
                  operationId: change
                  summary: Changes an order
                  parameters:
                    - {name: dry, in: query, required: true, schema: {type: boolean, default: false}}
                  requestBody:
                    content:
                      application/json:
                        schema: {$ref: '#/components/schemas/Order'}
                  responses:
                    '200': {description: As it is now, content: {application/json: {schema: {$ref: '#/components/schemas/Order'}}}}
                    '404': {description: There is none}
              /health:
                get: {responses: {'200': {description: It lives}}, deprecated: true}
            webhooks:
              sent: {post: {summary: It was sent, responses: {'200': {description: Thanks}}}}
            components:
              securitySchemes: {bearer: {type: http, scheme: bearer}}
              schemas:
                Order:
                  type: object
                  required: [lines]
                  properties:
                    lines: {type: array, items: {$ref: '#/components/schemas/Line'}}
                    state: {type: string, enum: [open, paid]}
                    address: {type: object, properties: {city: {type: string}}}
                Line: {type: object, properties: {order: {$ref: '#/components/schemas/Order'}, count: {type: integer, minimum: 1}}}
            """;

    private final Definition shop = Definitions.of("openapi", SHOP);

    @Test
    void saysWhatItIsAndWhereItIsServed() {
        assertEquals("OpenAPI 3.1.0", shop.format());
        assertEquals("Shop 1.2.0", shop.title() + " " + shop.version());
        assertEquals("https://live.example.com/v1", shop.servers().get(0).address());
        assertEquals(List.of(), shop.notes());
    }

    @Test
    void groupsOperationsByTag() {
        assertEquals(List.of("orders", "Operations", "Webhooks", "Authentication", "Schemas"), Find.sections(shop));
        assertEquals("What is ordered", shop.sections().get(0).description());
        assertTrue(Find.item(shop, "GET", "/health").deprecated());
        assertEquals("It was sent", Find.item(shop, "POST", "sent").summary());
    }

    @Test
    void saysWhatAnOperationTakesAndAnswers() {
        Item change = Find.item(shop, "PUT", "/orders/{id}");
        assertEquals(
                "string (uuid)",
                Find.field(Find.fields(change, "In the path"), "id").kind().text());
        assertEquals(
                "default false",
                Find.field(Find.fields(change, "In the query"), "dry").rule());
        assertEquals("There is none", Find.fields(change, "Answer 404").description());
        Definition.Fields body = Find.fields(change, "Body, application/json");
        assertEquals(List.of("lines", "state", "address", "city"), Find.names(body));
        assertTrue(Find.field(body, "lines").required());
        assertEquals(1, Find.field(body, "city").depth());
    }

    @Test
    void linksTypesToWhatTheyAre() {
        String order = Find.item(shop, "object", "Order").id();
        Item change = Find.item(shop, "PUT", "/orders/{id}");
        assertEquals(
                order,
                Find.fields(change, "Answer 200, application/json").kind().target());
        Definition.Fields line = Find.fields(Find.item(shop, "object", "Line"), "Fields");
        assertEquals(order, Find.field(line, "order").kind().target());
        assertEquals(
                "array of Line",
                Find.field(Find.fields(Find.item(shop, "object", "Order"), "Fields"), "lines")
                        .kind()
                        .text());
    }

    @Test
    void writesACommandToCopy() {
        String curl = Find.sample(Find.item(shop, "PUT", "/orders/{id}"), "curl");
        assertTrue(curl.startsWith("curl -X PUT 'https://live.example.com/v1/orders/{id}?dry={dry}'"), curl);
        assertTrue(curl.contains("-H 'Authorization: Bearer '\"$TOKEN\""), curl);
        assertTrue(curl.contains("\"state\": \"open\""), curl);
    }

    @Test
    void leavesNothingForAShellToReadInACommand() {
        Definition evil = Definitions.of("openapi", """
                openapi: 3.0.0
                info: {title: x, version: '1'}
                servers: [{url: "https://a'; rm -rf ~; echo '$(id)`id`"}]
                paths: {"/x'\\ny": {get: {responses: {}}}}
                """);
        String curl = Find.sample(Find.items(evil).get(0), "curl");
        assertEquals("curl -X GET 'https://a'\\''; rm -rf ~; echo '\\''$(id)`id`/x'\\'' y'", curl);
    }

    @Test
    void readsSwagger2() {
        Definition pets = Definitions.of("openapi", """
                {"swagger": "2.0", "info": {"title": "Pets", "version": "1"}, "host": "pets.example.com", "basePath": "/api",
                 "paths": {"/pets": {"post": {"parameters": [{"in": "body", "name": "pet", "schema": {"$ref": "#/definitions/Pet"}},
                   {"in": "header", "name": "trace", "type": "string"}],
                   "responses": {"201": {"description": "There", "schema": {"$ref": "#/definitions/Pet"}}}}}},
                 "securityDefinitions": {"key": {"type": "apiKey", "in": "header", "name": "X-Key"}}, "security": [{"key": []}],
                 "definitions": {"Pet": {"type": "object", "properties": {"name": {"type": "string", "example": "Rex"}}}}}
                """);
        Item add = Find.item(pets, "POST", "/pets");
        assertEquals("OpenAPI 2.0", pets.format());
        assertEquals("https://pets.example.com/api", pets.servers().get(0).address());
        assertEquals(List.of("name"), Find.names(Find.fields(add, "Body")));
        assertEquals(List.of("trace"), Find.names(Find.fields(add, "Headers")));
        assertEquals(List.of("name"), Find.names(Find.fields(add, "Answer 201")));
        assertTrue(Find.sample(add, "curl").contains("-H 'X-Key: '\"$API_KEY\""), Find.sample(add, "curl"));
        assertTrue(Find.sample(add, "curl").contains("Rex"));
    }

    @Test
    void followsNoAddressAndNoCircle() {
        Definition odd = Definitions.of("openapi", """
                openapi: 3.0.0
                info: {title: odd, version: '1'}
                paths:
                  /a: {$ref: '#/paths/~1b'}
                  /b: {$ref: '#/paths/~1a'}
                  /c:
                    get:
                      parameters: [{$ref: 'http://169.254.169.254/latest/meta-data'}]
                      responses: {'200': {$ref: '#/components/responses/none'}}
                components:
                  schemas:
                    Self: {$ref: '#/components/schemas/Self'}
                    Tree: {properties: {children: {type: array, items: {$ref: '#/components/schemas/Tree'}}}}
                """);
        assertEquals(1, odd.sections().get(0).items().size());
        assertTrue(
                odd.notes().toString().contains("is not fetched"), odd.notes().toString());
        assertTrue(odd.notes().toString().contains("in a circle"), odd.notes().toString());
        assertTrue(
                odd.notes().toString().contains("#/components/responses/none"),
                odd.notes().toString());
        assertFalse(Find.item(odd, "object", "Tree").parts().isEmpty());
    }
}
