package org.callboard.core.signature;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.security.CodeSigner;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.Manifest;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.callboard.core.entity.Texts;
import org.jspecify.annotations.Nullable;

/**
 * A jar that is signed as a whole. The JDK verifies what is signed; that everything is, that nothing is missing, and that
 * other readers of the jar see no more than was verified, is left to its callers.
 */
final class SignedJar {

    /** Signatures are read into memory; those of a jar with ten thousand entries are smaller. */
    private static final long MOST = 8 << 20;

    private final JarFile verified;
    private final ZipFile plain;
    private final SignatureFiles signatures = new SignatureFiles();
    private final Map<String, JarEntry> contents = new LinkedHashMap<>();

    private SignedJar(JarFile verified, ZipFile plain) {
        this.verified = verified;
        this.plain = plain;
    }

    /**
     * {@return those who signed every entry of the jar}
     *
     * @throws UntrustedException where there is nobody
     */
    static Set<CodeSigner> signers(Path file) throws UntrustedException {
        try (JarFile verified = new JarFile(file.toFile(), true, ZipFile.OPEN_READ, JarFile.baseVersion());
                ZipFile plain = new ZipFile(file.toFile())) {
            SignedJar jar = new SignedJar(verified, plain);
            jar.list();
            jar.checkManifest();
            return jar.signersOfAll();
        } catch (IOException unreadable) {
            throw new UntrustedException("It can't be read to its end.", SignatureFiles.AGAIN);
        } catch (SecurityException broken) {
            throw new UntrustedException(
                    "Its signature does not fit its manifest: one of them was changed.", SignatureFiles.AGAIN);
        }
    }

    private void list() throws UntrustedException {
        Set<String> names = new HashSet<>();
        for (JarEntry entry : verified.stream().toList()) {
            String name = entry.getName();
            if (!names.add(name)) {
                throw wrong(name, "is there twice");
            }
            if (signatures.add(name)) {
                if (entry.getSize() > MOST) {
                    throw wrong(name, "is larger than " + (MOST >> 20) + " MiB");
                }
            } else if (!entry.isDirectory()) {
                contents.put(name, entry);
            } else if (entry.getSize() != 0) {
                throw wrong(name, "is a folder with content, which no signature covers");
            }
        }
        if (signatures.count() == 0) {
            throw new UntrustedException("It is not signed.", "");
        }
        signatures.checkPairs();
    }

    private void checkManifest() throws IOException, UntrustedException {
        byte[] manifest = bytes(SignatureFiles.MANIFEST);
        for (String name : signatures.lists()) {
            SignatureFiles.checkCovers(bytes(name), manifest);
        }
        Map<String, Attributes> sections = new Manifest(new ByteArrayInputStream(manifest)).getEntries();
        for (Map.Entry<String, Attributes> section : sections.entrySet()) {
            boolean isSigned = section.getValue().keySet().stream()
                    .anyMatch(header -> header.toString().endsWith("-Digest"));
            if (isSigned && !contents.containsKey(section.getKey())) {
                throw wrong(section.getKey(), "was removed after the jar was signed");
            }
        }
    }

    private byte[] bytes(String name) throws IOException, UntrustedException {
        ZipEntry entry = verified.getEntry(name);
        if (entry == null) {
            throw wrong(name, "is missing");
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (InputStream in = verified.getInputStream(entry)) {
            copy(in, entry, bytes);
        }
        return bytes.toByteArray();
    }

    private Set<CodeSigner> signersOfAll() throws IOException, UntrustedException {
        Set<CodeSigner> common = null;
        String unsigned = null;
        for (JarEntry entry : contents.values()) {
            List<CodeSigner> signers = signers(entry);
            if (signers.size() != signatures.count()) {
                unsigned = entry.getName();
            } else if (common == null) {
                common = new LinkedHashSet<>(signers);
            } else {
                common.retainAll(signers);
            }
        }
        return checked(common, unsigned);
    }

    private static Set<CodeSigner> checked(@Nullable Set<CodeSigner> common, @Nullable String unsigned)
            throws UntrustedException {
        if (common == null || common.isEmpty()) {
            throw new UntrustedException(
                    "Its signature can't be verified: it is broken, or made in a way that Java does not trust any more.",
                    "Sign it with jarsigner and a key of today's strength: RSA of 3072 bits, or EC.");
        }
        if (unsigned != null) {
            throw wrong(unsigned, "is not signed like the others: it was added afterwards");
        }
        return common;
    }

    /** An entry's signers are known when it was read to its end. */
    private List<CodeSigner> signers(JarEntry entry) throws IOException, UntrustedException {
        try (InputStream in = verified.getInputStream(entry)) {
            copy(in, entry, OutputStream.nullOutputStream());
        } catch (SecurityException changed) {
            throw wrong(entry.getName(), "was changed after the jar was signed");
        }
        CodeSigner[] signers = entry.getCodeSigners();
        return signers == null ? List.of() : List.of(signers);
    }

    /** The JDK verifies as many bytes as the jar's directory says; who reads to the end must not find others behind them. */
    private void copy(InputStream from, ZipEntry entry, OutputStream to) throws IOException, UntrustedException {
        from.transferTo(to);
        ZipEntry same = plain.getEntry(entry.getName());
        try (InputStream whole = plain.getInputStream(same)) {
            whole.skipNBytes(entry.getSize());
            if (whole.read() >= 0) {
                throw wrong(entry.getName(), "is longer than the jar's directory says");
            }
        }
    }

    private static UntrustedException wrong(String entry, String what) {
        return new UntrustedException("Its entry " + Texts.quote(entry) + " " + what + ".", SignatureFiles.AGAIN);
    }
}
