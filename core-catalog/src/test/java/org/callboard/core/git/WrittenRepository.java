package org.callboard.core.git;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.DeflaterOutputStream;

/** A repository as Git writes it, made without Git. */
final class WrittenRepository {

    static final int REF_DELTA = 7;

    private final Path git;

    WrittenRepository(Path git) {
        this.git = git;
    }

    Path git() {
        return git;
    }

    /** Commits these files, and checks the branch out. {@return the commit} */
    GitId commit(String author, long seconds, Map<String, String> files, GitId... parents) {
        StringBuilder text = new StringBuilder("tree " + tree(files) + "\n");
        for (GitId parent : parents) {
            text.append("parent ").append(parent).append('\n');
        }
        String person = author + " <hush@example.com> " + seconds + " +0100\n";
        text.append("author ")
                .append(person)
                .append("committer ")
                .append(person)
                .append("\nA change\n");
        GitId commit = object("commit", text.toString().getBytes(StandardCharsets.UTF_8));
        head(commit);
        return commit;
    }

    void head(GitId commit) {
        write("HEAD", "ref: refs/heads/main\n".getBytes(StandardCharsets.UTF_8));
        write("refs/heads/main", (commit + "\n").getBytes(StandardCharsets.UTF_8));
    }

    private GitId tree(Map<String, String> files) {
        Map<String, Map<String, String>> folders = new LinkedHashMap<>();
        Map<String, byte[]> items = new TreeMap<>();
        files.forEach((path, text) -> {
            int slash = path.indexOf('/');
            if (slash < 0) {
                GitId id = object("blob", text.getBytes(StandardCharsets.UTF_8));
                items.put(path, item("100644 ", path, id));
            } else {
                folders.computeIfAbsent(path.substring(0, slash), name -> new TreeMap<>())
                        .put(path.substring(slash + 1), text);
            }
        });
        folders.forEach((name, inner) -> items.put(name, item("40000 ", name, tree(inner))));
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        items.values().forEach(all::writeBytes);
        return object("tree", all.toByteArray());
    }

    private static byte[] item(String mode, String name, GitId id) {
        ByteArrayOutputStream item = new ByteArrayOutputStream();
        item.writeBytes((mode + name + "\0").getBytes(StandardCharsets.UTF_8));
        item.writeBytes(HexFormat.of().parseHex(id.toString()));
        return item.toByteArray();
    }

    GitId object(String type, byte[] bytes) {
        ByteArrayOutputStream whole = new ByteArrayOutputStream();
        whole.writeBytes((type + " " + bytes.length + "\0").getBytes(StandardCharsets.UTF_8));
        whole.writeBytes(bytes);
        String hex = HexFormat.of().formatHex(sha1(whole.toByteArray()));
        write("objects/" + hex.substring(0, 2) + "/" + hex.substring(2), deflated(whole.toByteArray()));
        return GitId.at(HexFormat.of().parseHex(hex), 0);
    }

    private static byte[] sha1(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-1").digest(bytes);
        } catch (NoSuchAlgorithmException never) {
            throw new AssertionError(never);
        }
    }

    /** An object of a pack. */
    static final class Packed {

        private final GitId id;
        private final int type;
        private final byte[] before;
        private final byte[] bytes;

        /** Makes one, with what stands before its bytes, such as the id of its base. */
        Packed(GitId id, int type, byte[] before, byte[] bytes) {
            this.id = id;
            this.type = type;
            this.before = before;
            this.bytes = bytes;
        }
    }

    /** Writes a pack and its index. */
    void pack(Packed... objects) {
        ByteArrayOutputStream pack = new ByteArrayOutputStream();
        pack.writeBytes(ByteBuffer.allocate(12)
                .putInt(0x5041434b)
                .putInt(2)
                .putInt(objects.length)
                .array());
        Map<GitId, Integer> offsets = new TreeMap<>();
        for (Packed object : objects) {
            offsets.put(object.id, pack.size());
            int size = object.bytes.length;
            pack.write((object.type << 4) | (size & 15) | (size > 15 ? 0x80 : 0));
            for (size >>>= 4; size > 0; size >>>= 7) {
                pack.write((size & 0x7f) | (size > 0x7f ? 0x80 : 0));
            }
            pack.writeBytes(object.before);
            pack.writeBytes(deflated(object.bytes));
        }
        pack.writeBytes(new byte[20]);
        write("objects/pack/pack-1.pack", pack.toByteArray());
        write("objects/pack/pack-1.idx", index(offsets));
    }

    private static byte[] index(Map<GitId, Integer> offsets) {
        ByteBuffer index = ByteBuffer.allocate(8 + 1024 + offsets.size() * 28 + 40);
        index.putInt(0xff744f63).putInt(2);
        for (int i = 0; i < 256; i++) {
            int last = i;
            index.putInt((int)
                    offsets.keySet().stream().filter(id -> id.first() <= last).count());
        }
        List<Integer> places = new ArrayList<>();
        offsets.forEach((id, place) -> {
            index.put(HexFormat.of().parseHex(id.toString()));
            places.add(place);
        });
        index.position(index.position() + 4 * places.size());
        places.forEach(index::putInt);
        return index.array();
    }

    private static byte[] deflated(byte[] bytes) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (DeflaterOutputStream deflating = new DeflaterOutputStream(out)) {
            deflating.write(bytes);
        } catch (IOException never) {
            throw new UncheckedIOException(never);
        }
        return out.toByteArray();
    }

    void write(String path, byte[] bytes) {
        try {
            Files.createDirectories(git.resolve(path).getParent());
            Files.write(git.resolve(path), bytes);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
