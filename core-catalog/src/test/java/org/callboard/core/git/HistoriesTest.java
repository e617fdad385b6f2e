package org.callboard.core.git;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import org.callboard.api.source.FileChange;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HistoriesTest {

    private static final Map<String, String> FIRST = Map.of("docs/index.md", "one", "docs/in/deep.md", "one", "b", "1");
    private static final Map<String, String> SECOND =
            Map.of("docs/index.md", "two", "docs/in/deep.md", "one", "b", "1");

    private final Path tree;
    private final Path docs;
    private final WrittenRepository repository;
    private final Histories histories = new Histories(Duration.ofSeconds(30));

    HistoriesTest(@TempDir Path root) throws IOException {
        tree = Files.createDirectories(root.toRealPath().resolve("tree"));
        docs = Files.createDirectories(tree.resolve("docs"));
        repository = new WrittenRepository(tree.resolve(".git"));
    }

    @AfterEach
    void close() {
        histories.close();
    }

    private String author(Path folder, String path) {
        return assertTimeoutPreemptively(
                Duration.ofSeconds(60),
                () -> histories
                        .of(folder, path)
                        .map(FileChange::commit)
                        .map(FileChange.Commit::author)
                        .orElse("nobody"));
    }

    private String author(String path) {
        return author(docs, path);
    }

    @Test
    void namesTheCommitThatTouchedAFileLast() {
        GitId first = repository.commit("Mara Øst", 1_000, FIRST);
        GitId second = repository.commit("Jon", 2_000, SECOND, first);
        Optional<FileChange> changed = histories.of(docs, "index.md");
        assertEquals(
                Optional.of(
                        new FileChange(Instant.ofEpochSecond(2_000), new FileChange.Commit(second.toString(), "Jon"))),
                changed);
        assertEquals("Mara Øst", author("in/deep.md"));
        assertEquals("nobody", author("new.md"));
        assertEquals("nobody", author("../b"));
        assertEquals("Mara Øst", author(tree, "b"));
    }

    @Test
    void aMergeTouchesWhatItHasFromNeitherSide() {
        GitId first = repository.commit("Mara", 1_000, FIRST);
        GitId left = repository.commit("Left", 2_000, SECOND, first);
        GitId right = repository.commit(
                "Right", 3_000, Map.of("docs/index.md", "one", "docs/in/deep.md", "right", "b", "1"), first);
        repository.commit(
                "Merge",
                4_000,
                Map.of("docs/index.md", "two", "docs/in/deep.md", "right", "docs/n.md", "1"),
                left,
                right);
        assertEquals("Left", author("index.md"));
        assertEquals("Right", author("in/deep.md"));
        assertEquals("Merge", author("n.md"));
    }

    @Test
    void saysNothingOfCommitsWhoseParentsAreNotThere() {
        GitId missing = GitId.at(new byte[20], 0);
        GitId shallow = repository.commit("Mara", 1_000, FIRST, missing);
        repository.commit("Jon", 2_000, SECOND, shallow);
        assertEquals("Jon", author("index.md"));
        assertEquals("nobody", author("in/deep.md"));
    }

    @Test
    void readsPacksAndDeltas() throws IOException {
        GitId first = repository.commit("Mara", 1_000, FIRST);
        GitId second = repository.commit("Jon", 2_000, SECOND, first);
        byte[] commit = commitBytes(second);
        Files.delete(tree.resolve(".git/objects/" + second.toString().substring(0, 2) + "/"
                + second.toString().substring(2)));
        // copies 20 bytes of the base, and gives the rest itself
        byte[] delta = concat(
                size(20), size(commit.length), new byte[] {(byte) 0x90, 20}, inserts(slice(commit, 20, commit.length)));
        GitId start = GitId.parse("11".repeat(20));
        repository.pack(
                new WrittenRepository.Packed(start, GitObject.COMMIT, new byte[0], slice(commit, 0, 20)),
                new WrittenRepository.Packed(
                        second, WrittenRepository.REF_DELTA, HexFormat.of().parseHex(start.toString()), delta));
        assertEquals("Jon", author("index.md"));
        assertEquals("Mara", author("in/deep.md"));
    }

    private byte[] commitBytes(GitId id) throws IOException {
        try (GitObjects objects =
                GitObjects.open(tree.resolve(".git"), new Budget(10, Long.MAX_VALUE / 4, System::nanoTime))) {
            Commit commit = objects.commit(id).orElseThrow();
            String person = commit.author() + " <hush@example.com> 2000 +0100\n";
            return ("tree " + commit.tree() + "\nparent " + commit.parents().get(0) + "\nauthor " + person
                            + "committer " + person + "\nA change\n")
                    .getBytes(StandardCharsets.UTF_8);
        }
    }

    private static byte[] slice(byte[] bytes, int from, int to) {
        return Arrays.copyOfRange(bytes, from, to);
    }

    private static byte[] size(int size) {
        return size < 0x80 ? new byte[] {(byte) size} : new byte[] {(byte) ((size & 0x7f) | 0x80), (byte) (size >> 7)};
    }

    private static byte[] inserts(byte[] bytes) {
        byte[] steps = new byte[0];
        for (int at = 0; at < bytes.length; at += 127) {
            int count = Math.min(127, bytes.length - at);
            steps = concat(steps, new byte[] {(byte) count}, slice(bytes, at, at + count));
        }
        return steps;
    }

    private static byte[] concat(byte[]... parts) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            all.writeBytes(part);
        }
        return all.toByteArray();
    }

    @Test
    void aDeltaThatIsItsOwnBaseEnds() throws IOException {
        GitId head = GitId.parse("22".repeat(20));
        repository.pack(new WrittenRepository.Packed(
                head, WrittenRepository.REF_DELTA, HexFormat.of().parseHex(head.toString()), new byte[] {1, 1, 1, 1}));
        repository.head(head);
        assertEquals("nobody", author("index.md"));
    }

    @Test
    void anIndexThatClaimsBillionsOfObjectsTakesNoRoom() throws IOException {
        repository.commit("Mara", 1_000, FIRST);
        repository.write("objects/pack/pack-2.pack", new byte[40]);
        try (RandomAccessFile index = new RandomAccessFile(
                tree.resolve(".git/objects/pack/pack-2.idx").toFile(), "rw")) {
            index.setLength(100L << 20);
            index.writeInt(0xff744f63);
            index.writeInt(2);
            for (int i = 0; i < 256; i++) {
                index.writeInt(Integer.MAX_VALUE);
            }
        }
        assertEquals("Mara", author("index.md"));
    }

    @Test
    void aTreeThatHoldsItselfEnds() throws IOException {
        byte[] twice = concat(
                "40000 a\0".getBytes(StandardCharsets.UTF_8),
                HexFormat.of().parseHex("33".repeat(20)),
                "40000 b\0".getBytes(StandardCharsets.UTF_8),
                HexFormat.of().parseHex("33".repeat(20)));
        GitId self = GitId.parse("33".repeat(20));
        GitId commit = GitId.parse("44".repeat(20));
        byte[] text = ("tree " + self + "\nauthor a <b> 1 +0000\ncommitter a <b> 1 +0000\n\nx")
                .getBytes(StandardCharsets.UTF_8);
        repository.pack(
                new WrittenRepository.Packed(self, GitObject.TREE, new byte[0], twice),
                new WrittenRepository.Packed(commit, GitObject.COMMIT, new byte[0], text));
        repository.head(commit);
        assertEquals("nobody", author(tree, "a/a/a"));
    }

    @Test
    void followsAPointerOnlyWhereItIsPointedBackAt(@TempDir Path elsewhere) throws IOException {
        WrittenRepository other = new WrittenRepository(elsewhere.toRealPath().resolve(".git"));
        GitId commit = other.commit("Secret", 1_000, FIRST);
        Path git = tree.resolve(".git");
        Files.writeString(git, "gitdir: " + other.git() + "\n");
        assertEquals("nobody", author("index.md"));
        Files.delete(git);
        other.write("worktrees/tree/HEAD", commit.toString().getBytes(StandardCharsets.UTF_8));
        Files.writeString(git, "gitdir: " + other.git().resolve("worktrees/tree") + "\n");
        assertEquals("nobody", author(tree, "b"));
        other.write("worktrees/tree/gitdir", git.toString().getBytes(StandardCharsets.UTF_8));
        assertEquals("Secret", author(docs.resolve("../docs"), "index.md"));
    }

    @Test
    void borrowsNothingAndFollowsNoLinks(@TempDir Path elsewhere) throws IOException {
        WrittenRepository other = new WrittenRepository(elsewhere.toRealPath().resolve(".git"));
        GitId commit = other.commit("Secret", 1_000, FIRST);
        repository.head(commit);
        repository.write(
                "objects/info/alternates",
                other.git().resolve("objects").toString().getBytes(StandardCharsets.UTF_8));
        assertEquals("nobody", author("index.md"));
        try (var folders = Files.list(other.git().resolve("objects"))) {
            for (Path folder : folders.toList()) {
                Files.createSymbolicLink(tree.resolve(".git/objects").resolve(folder.getFileName()), folder);
            }
        }
        assertEquals("nobody", author(tree, "b"));
    }

    @Test
    void whatIsBrokenIsNoHistory() throws IOException {
        assertEquals("nobody", author("index.md"));
        Path git = Files.createDirectories(tree.resolve(".git"));
        assertEquals("nobody", author(tree, "index.md"));
        int folders = 0;
        for (String head :
                new String[] {"", "ref: ../../secret", "ref: refs/heads/../../x", "zz", "ref: refs/heads/none"}) {
            Files.writeString(git.resolve("HEAD"), head);
            Path folder = Files.createDirectories(tree.resolve("folder" + folders++));
            assertEquals("nobody", author(folder, "index.md"), head);
        }
    }

    @Test
    void changesNothingInTheRepository() throws IOException {
        repository.commit("Mara", 1_000, FIRST);
        long before = size();
        assertEquals("Mara", author("index.md"));
        assertEquals(before, size());
    }

    private long size() throws IOException {
        try (var files = Files.walk(tree)) {
            return files.mapToLong(
                            file -> file.toFile().length() + file.toFile().lastModified())
                    .sum();
        }
    }
}
