package org.callboard.core.maven;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The text of {@code maven-metadata.xml}. Names come from the layout, which knows no sign that XML would mind. */
final class Metadata {

    private static final String PLUGIN = "-maven-plugin";

    private Metadata() {}

    /** {@return the builds of a snapshot, of which there is one} */
    static String ofSnapshot(Snapshot snapshot) {
        String[] build = snapshot.build().split("-", 2);
        String updated = build[0].replace(".", "");
        StringBuilder files = new StringBuilder();
        String prefix = snapshot.artifact() + "-" + snapshot.version();
        for (String name : snapshot.files()) {
            if (name.startsWith(prefix)) {
                files.append(file(name.substring(prefix.length()), snapshot.buildVersion(), updated));
            }
        }
        return document("""
                  <artifactId>%s</artifactId>
                  <version>%s</version>
                  <versioning>
                    <snapshot>
                      <timestamp>%s</timestamp>
                      <buildNumber>%s</buildNumber>
                    </snapshot>
                    <lastUpdated>%s</lastUpdated>
                    <snapshotVersions>
                %s    </snapshotVersions>
                  </versioning>
                """.formatted(snapshot.artifact(), snapshot.version(), build[0], build[1], updated, files));
    }

    /** {@return one file of a build} */
    private static String file(String rest, String value, String updated) {
        String classifier = rest.startsWith("-") ? rest.substring(1, rest.lastIndexOf('.')) : "";
        return """
                      <snapshotVersion>
                %s        <extension>%s</extension>
                        <value>%s</value>
                        <updated>%s</updated>
                      </snapshotVersion>
                """.formatted(
                        classifier.isEmpty() ? "" : "        <classifier>" + classifier + "</classifier>\n",
                        rest.substring(rest.lastIndexOf('.') + 1),
                        value,
                        updated);
    }

    /** {@return what is in a folder: the versions of an artifact, or the Maven plugins of a group; empty for neither} */
    static String ofFolder(Path folder, String path, List<String> names) {
        int slash = path.lastIndexOf('/');
        String name = path.substring(slash + 1);
        String group = path.substring(0, Math.max(0, slash)).replace('/', '.');
        List<String> versions = names.stream()
                .filter(version -> Files.exists(folder.resolve(version).resolve(name + "-" + version + ".pom")))
                .toList();
        return versions.isEmpty() ? plugins(names) : versions(group, name, versions);
    }

    private static String versions(String group, String artifact, List<String> versions) {
        StringBuilder list = new StringBuilder();
        versions.forEach(
                version -> list.append("      <version>").append(version).append("</version>\n"));
        String latest = versions.get(versions.size() - 1);
        String release = latest.endsWith(Snapshot.MARK) ? "" : "    <release>" + latest + "</release>\n";
        return document("""
                  <groupId>%s</groupId>
                  <artifactId>%s</artifactId>
                  <versioning>
                    <latest>%s</latest>
                %s    <versions>
                %s    </versions>
                  </versioning>
                """.formatted(group, artifact, latest, release, list));
    }

    private static String plugins(List<String> artifacts) {
        StringBuilder plugins = new StringBuilder();
        for (String artifact : artifacts) {
            if (artifact.endsWith(PLUGIN)) {
                String prefix = artifact.substring(0, artifact.length() - PLUGIN.length());
                plugins.append("""
                            <plugin>
                              <name>%s</name>
                              <prefix>%s</prefix>
                              <artifactId>%s</artifactId>
                            </plugin>
                        """.formatted(prefix, prefix, artifact));
            }
        }
        return plugins.isEmpty() ? "" : document("  <plugins>\n" + plugins + "  </plugins>\n");
    }

    private static String document(String content) {
        return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<metadata>\n" + content + "</metadata>\n";
    }
}
