package org.callboard.plugin.webshell.definition;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.callboard.plugin.webshell.definition.Definition.Item;
import org.junit.jupiter.api.Test;

class OtherFormatsTest {

    @Test
    void readsAsyncApi2() {
        Definition events = Definitions.of("asyncapi", """
                asyncapi: 2.6.0
                info: {title: Bookings, version: '1'}
                servers: {live: {url: 'kafka:9092', protocol: kafka}}
                channels:
                  booking/{city}/made:
                    parameters: {city: {schema: {type: string}}}
                    subscribe:
                      operationId: made
                      message: {oneOf: [{$ref: '#/components/messages/made'}, {$ref: '#/components/messages/lost'}]}
                components:
                  messages:
                    made: {summary: It was made, payload: {type: object, properties: {seat: {type: integer}}}}
                    lost: {payload: {type: object, properties: {why: {type: string}}}}
                """);
        assertEquals("AsyncAPI 2.6.0", events.format());
        assertEquals(List.of("Operations", "Channels", "Messages"), Find.sections(events));
        Item made = Find.item(events, "subscribe", "booking/{city}/made");
        assertEquals(List.of("seat"), Find.names(Find.fields(made, "Payload of made")));
        assertEquals(List.of("why"), Find.names(Find.fields(made, "Payload of lost")));
        assertEquals(
                List.of("city"),
                Find.names(Find.fields(Find.item(events, "channel", "booking/{city}/made"), "In the address")));
        assertEquals("live, kafka", events.servers().get(0).description());
    }

    @Test
    void readsAsyncApi3() {
        Definition events = Definitions.of("asyncapi", """
                asyncapi: 3.0.0
                info: {title: Users, version: '1'}
                channels:
                  users: {address: user.signedup, messages: {up: {$ref: '#/components/messages/up'}}}
                operations:
                  tell: {action: send, channel: {$ref: '#/channels/users'}, messages: [{$ref: '#/channels/users/messages/up'}]}
                components:
                  messages:
                    up:
                      payload:
                        schemaFormat: application/vnd.apache.avro;version=1.9.0
                        schema: {type: record, name: Up, fields: [{name: mail, type: ['null', string]}]}
                """);
        Item tell = Find.item(events, "send", "user.signedup");
        Definition.Fields payload = Find.fields(tell, "Payload of up");
        assertEquals(List.of("mail"), Find.names(payload));
        assertEquals("null or string", Find.field(payload, "mail").kind().text());
    }

    @Test
    void readsGraphQl() {
        Definition films = Definitions.of("graphql", """
                "All that can be asked"
                schema { query: Root }
                type Root {
                  # The films of a year
                  films(year: Int = 1977, by: [ID!]!): [Film!]! @deprecated(reason: "slow")
                }
                \"\"\"
                A film
                of some length
                \"\"\"
                type Film implements Node & Named @key(fields: "id") { id: ID!, genre: Genre, next: Film }
                extend type Film { length: Float }
                interface Node { id: ID! }
                enum Genre { WESTERN, @ignored SPACE }
                """.replace("@ignored ", ""));
        assertEquals(List.of("Queries", "Types", "Interfaces", "Enums"), Find.sections(films));
        Item query = Find.item(films, "query", "films");
        assertTrue(query.deprecated());
        assertEquals("The films of a year", query.description());
        assertEquals(List.of("year", "by"), Find.names(Find.fields(query, "Arguments")));
        assertEquals(
                "default 1977",
                Find.field(Find.fields(query, "Arguments"), "year").rule());
        Item film = Find.item(films, "type", "Film");
        assertEquals(film.id(), Find.fields(query, "Answer").kind().target());
        assertEquals(List.of("id", "genre", "next", "length"), Find.names(Find.fields(film, "Fields")));
        assertEquals("A film\nof some length", film.description());
        assertEquals(List.of("WESTERN", "SPACE"), Find.names(Find.fields(Find.item(films, "enum", "Genre"), "Values")));
        assertTrue(
                Find.sample(query, "Example").contains("films(year: $year, by: $by) {"), Find.sample(query, "Example"));
    }

    @Test
    void readsProtobuf() {
        Definition pets = Definitions.of("grpc", """
                // Licence
                syntax = "proto3";
                package org.acme.pets;
                import "google/protobuf/empty.proto";
                option java_package = "x";
                /* Keeps pets. */
                service Pets {
                  option (auth) = { level: 1 };
                  // Finds them.
                  rpc find(Search) returns (stream Pet) { option (google.api.http) = { get: "/pets" }; }
                  rpc drop(google.protobuf.Empty) returns (Pet);
                }
                message Search { repeated string names = 1 [deprecated = true]; oneof by { int32 id = 2; Pet.Kind kind = 3; } }
                message Pet {
                  enum Kind { option allow_alias = true; CAT = 0; DOG = 1; }
                  reserved 5, 6;
                  Kind kind = 1;
                  map<string, Pet> friends = 2;
                }
                """);
        assertEquals("org.acme.pets", pets.title());
        assertEquals(List.of("Service Pets", "Messages", "Enums"), Find.sections(pets));
        Item find = Find.item(pets, "rpc", "find");
        assertEquals("streams answers", find.summary());
        assertEquals("Finds them.", find.description());
        Definition.Fields request = Find.fields(find, "Request");
        assertEquals(List.of("names", "id", "kind"), Find.names(request));
        assertTrue(Find.field(request, "names").deprecated());
        assertEquals("= 3; one of by", Find.field(request, "kind").rule());
        Item kind = Find.item(pets, "enum", "Pet.Kind");
        Definition.Fields pet = Find.fields(Find.item(pets, "message", "Pet"), "Fields");
        assertEquals(kind.id(), Find.field(pet, "kind").kind().target());
        assertEquals(
                Find.item(pets, "message", "Pet").id(),
                Find.field(pet, "friends").kind().target());
        assertEquals(kind.id(), Find.field(request, "kind").kind().target());
        assertTrue(pets.notes().toString().contains("empty.proto"), pets.notes().toString());
        assertTrue(Find.sample(find, "grpcurl").contains("org.acme.pets.Pets/find"));
    }

    @Test
    void showsAnythingElseAsText() {
        Definition wsdl = Definitions.of(
                "wsdl", "<!DOCTYPE x [<!ENTITY e SYSTEM 'file:///etc/passwd'>]><definitions>&e;</definitions>");
        assertEquals("Text wsdl", wsdl.format() + " " + wsdl.language());
        assertEquals(List.of(), wsdl.sections());
    }
}
