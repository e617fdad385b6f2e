package org.callboard.core.signature;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.jar.Manifest;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.callboard.core.entity.Texts;

/** The files in which a jar holds its signatures: the only ones that are not signed themselves. */
final class SignatureFiles {

    static final String MANIFEST = "META-INF/MANIFEST.MF";

    private static final String FOLDER = "META-INF/";
    private static final Pattern NAME = Pattern.compile("META-INF/([^/]+)\\.(SF|RSA|DSA|EC)");
    private static final String WHOLE = "-digest-manifest";
    private static final Set<String> STRONG = Set.of("sha-256", "sha-384", "sha-512");
    /** The way out of whatever was done to a jar. */
    static final String AGAIN = "Build the jar anew, and sign it as the last step.";

    private final Set<String> lists = new HashSet<>();
    private final Set<String> blocks = new HashSet<>();

    /** Takes note of an entry. {@return whether it is one of these files} */
    boolean add(String name) throws UntrustedException {
        String upper = name.toUpperCase(Locale.ROOT);
        Matcher signature = NAME.matcher(upper);
        boolean isOne = signature.matches() || upper.equals(MANIFEST);
        String expected = isOne ? upper : upper.startsWith(FOLDER) ? FOLDER : "";
        if (!name.startsWith(expected)) {
            throw new UntrustedException(
                    "Its entry " + Texts.quote(name) + " has to be spelt " + Texts.quote(expected) + ".", AGAIN);
        }
        if (signature.matches()) {
            (signature.group(2).equals("SF") ? lists : blocks).add(signature.group(1));
        }
        return isOne;
    }

    /** {@return how many signatures the jar has} */
    int count() {
        return lists.size();
    }

    /** {@return the entries that list what is signed} */
    List<String> lists() {
        return lists.stream().map(name -> FOLDER + name + ".SF").toList();
    }

    /** Refuses a jar with a block that belongs to no list: nobody would look into it. */
    void checkPairs() throws UntrustedException {
        if (!lists.equals(blocks)) {
            throw new UntrustedException(
                    "The files of its signatures are not complete: each .SF in META-INF needs its .RSA, .DSA or .EC.",
                    AGAIN);
        }
    }

    /**
     * Refuses a list that does not cover the whole manifest as it is: the JDK is content with single sections, and lets
     * others be added.
     */
    static void checkCovers(byte[] list, byte[] manifest) throws IOException, UntrustedException {
        Map<Object, Object> headers = new Manifest(new ByteArrayInputStream(list)).getMainAttributes();
        List<Map.Entry<Object, Object>> digests = headers.entrySet().stream()
                .filter(header -> STRONG.contains(algorithm(header.getKey())))
                .toList();
        if (digests.isEmpty()) {
            throw new UntrustedException(
                    "Its signature does not cover the manifest as a whole.",
                    "Sign it with jarsigner, without -sectionsonly, and with SHA-256 or better.");
        }
        for (Map.Entry<Object, Object> digest : digests) {
            if (!isDigest(algorithm(digest.getKey()), manifest, String.valueOf(digest.getValue()))) {
                throw new UntrustedException("Its manifest was changed after it was signed.", AGAIN);
            }
        }
    }

    /** {@return the algorithm of a header with a digest of the whole manifest; empty for other headers} */
    private static String algorithm(Object header) {
        String name = header.toString().toLowerCase(Locale.ROOT);
        return name.endsWith(WHOLE) ? name.substring(0, name.length() - WHOLE.length()) : "";
    }

    private static boolean isDigest(String algorithm, byte[] content, String expected) {
        try {
            byte[] actual = MessageDigest.getInstance(algorithm).digest(content);
            return Arrays.equals(actual, Base64.getDecoder().decode(expected));
        } catch (NoSuchAlgorithmException | IllegalArgumentException unreadable) {
            return false;
        }
    }
}
