package org.callboard.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.IntFunction;

/**
 * Makes up the catalog of a company. The same seed and size give the same bytes. Every reference leads to an entity that
 * is there, and a dependency leads only to an entity with a smaller number, so there are no circles.
 */
final class CatalogGenerator {

    private static final int DOCUMENTS_IN_A_FILE = 50;
    private static final List<String> TYPES =
            List.of("service", "service", "service", "library", "website", "pipeline");
    private static final List<String> LIFECYCLES = List.of("production", "production", "experimental", "deprecated");
    private static final List<String> API_TYPES = List.of("openapi", "openapi", "asyncapi", "graphql", "grpc");
    private static final List<String> RESOURCE_TYPES = List.of("database", "cache", "queue", "s3-bucket");

    private final Population population;
    private final Random random;
    private final Words words;

    CatalogGenerator(int size, long seed) {
        this.population = Population.of(size);
        this.random = new Random(seed);
        this.words = new Words(random);
    }

    /** Writes the files {@code part-NNNN.yaml} into a folder. */
    static void write(int size, long seed, Path folder) throws IOException {
        write(new CatalogGenerator(size, seed).documents(), "part", folder);
    }

    /** Writes documents likewise into files {@code <prefix>-NNNN.yaml}. */
    static void write(List<String> documents, String prefix, Path folder) throws IOException {
        Files.createDirectories(folder);
        for (int from = 0; from < documents.size(); from += DOCUMENTS_IN_A_FILE) {
            int to = Math.min(documents.size(), from + DOCUMENTS_IN_A_FILE);
            String name = String.format(Locale.ROOT, "%s-%04d.yaml", prefix, from / DOCUMENTS_IN_A_FILE);
            Files.writeString(folder.resolve(name), String.join("", documents.subList(from, to)));
        }
    }

    /** {@return the name of an entity, for example {@code component-00042}} */
    static String name(String kind, int number) {
        return String.format(Locale.ROOT, "%s-%05d", kind, number);
    }

    /** {@return one YAML document for each entity; to be asked for once} */
    List<String> documents() {
        List<String> documents = new ArrayList<>();
        add(documents, population.domains(), this::domain);
        add(documents, population.groups(), this::group);
        add(documents, population.users(), this::user);
        add(documents, population.systems(), this::system);
        add(documents, population.resources(), this::resource);
        add(documents, population.apis(), this::api);
        add(documents, population.components(), this::component);
        return documents;
    }

    private static void add(List<String> documents, int count, IntFunction<String> kind) {
        for (int i = 0; i < count; i++) {
            documents.add(kind.apply(i));
        }
    }

    private String system(int number) {
        return owned("System", number)
                .field("domain", some("domain", population.domains()))
                .text();
    }

    private String resource(int number) {
        return part("Resource", number, RESOURCE_TYPES).text();
    }

    private String domain(int number) {
        Descriptor domain = owned("Domain", number);
        if (number > 0 && random.nextInt(3) == 0) {
            domain.field("subdomainOf", name("domain", random.nextInt(number)));
        }
        return domain.text();
    }

    private String group(int number) {
        Descriptor group = described("Group", number).field("type", number == 0 ? "organization" : "team");
        profile(group, name("group", number));
        if (number > 0) {
            // five branches, and below each of them the teams
            group.field("parent", name("group", number <= 5 ? 0 : 1 + random.nextInt(5)));
        }
        return group.field("children", "[]").text();
    }

    private String user(int number) {
        Descriptor user = described("User", number);
        profile(user, name("user", number));
        return user.list("memberOf", names("group", population.groups(), 1 + random.nextInt(2)))
                .text();
    }

    private void profile(Descriptor descriptor, String name) {
        descriptor
                .line("  profile:")
                .line("    displayName: " + words.title())
                .line("    email: " + name + "@example.com");
    }

    private String api(int number) {
        Descriptor api = part("API", number, API_TYPES).field("lifecycle", words.pick(LIFECYCLES));
        return api.line("  definition: |")
                .line("    openapi: 3.0.0")
                .line("    info:")
                .line("      title: " + name("api", number))
                .line("      version: 1.0.0")
                .line("    paths:")
                .line("      /" + words.pick(Words.NOUNS) + ":")
                .line("        get:")
                .line("          responses:")
                .line("            '200':")
                .line("              description: ok")
                .text();
    }

    private String component(int number) {
        Descriptor component = part("Component", number, TYPES).field("lifecycle", words.pick(LIFECYCLES));
        Set<String> needed = new TreeSet<>();
        for (String name : names("component", number, random.nextInt(3))) {
            needed.add("\"component:default/" + name + "\"");
        }
        for (String name : names("resource", population.resources(), random.nextInt(3))) {
            needed.add("\"resource:default/" + name + "\"");
        }
        component.list("dependsOn", needed);
        if (random.nextInt(4) == 0) {
            component.list("providesApis", names("api", population.apis(), 1 + random.nextInt(2)));
        }
        if (random.nextInt(2) == 0) {
            component.list("consumesApis", names("api", population.apis(), 1 + random.nextInt(2)));
        }
        return component.text();
    }

    /** Begins an entity that has a type and belongs to a system. */
    private Descriptor part(String kind, int number, List<String> types) {
        return owned(kind, number)
                .field("type", words.pick(types))
                .field("system", some("system", population.systems()));
    }

    private Descriptor owned(String kind, int number) {
        String owner = "\"group:default/" + some("group", population.groups()) + "\"";
        return described(kind, number).field("owner", owner);
    }

    private Descriptor described(String kind, int number) {
        String name = name(kind.toLowerCase(Locale.ROOT), number);
        Descriptor descriptor = new Descriptor(kind, name)
                .line("  title: " + words.title())
                .line("  description: " + words.description())
                .line("  labels:")
                .line("    example.com/tier: tier-" + (1 + random.nextInt(3)))
                .line("    example.com/region: " + words.pick(List.of("eu-west", "eu-north", "us-east", "ap-south")))
                .line("  annotations:")
                .line("    example.com/project-slug: org/" + name)
                .line("    example.com/cost-centre: cc-" + (100 + random.nextInt(100)))
                .line("    example.com/build: job/" + name)
                .line("    example.com/runbook: https://runbooks.example.com/" + name + "/index.html")
                .list("tags", words.tags());
        if (random.nextInt(2) == 0) {
            descriptor
                    .line("  links:")
                    .line("    - url: \"https://example.com/" + name + "\"")
                    .line("      title: Dashboard")
                    .line("      icon: dashboard");
        }
        return descriptor.line("spec:");
    }

    private String some(String kind, int count) {
        return name(kind, random.nextInt(count));
    }

    /** {@return so many names at most, without doubles; none of a kind that has no entities} */
    private Set<String> names(String kind, int count, int wanted) {
        Set<String> names = new TreeSet<>();
        for (int i = 0; i < wanted && count > 0; i++) {
            names.add(some(kind, count));
        }
        return names;
    }
}
