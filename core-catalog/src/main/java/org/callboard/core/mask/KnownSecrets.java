package org.callboard.core.mask;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.Collections;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The secrets that the portal knows of, which become asterisks in whatever it says. A secret stays one when it is replaced:
 * what was made of it may still be around. Thread-safe; it costs nothing as long as there is none.
 */
public final class KnownSecrets {

    private static final int MOST = 1_000;
    private static final int MOST_BYTES = 2_000_000;

    /** A word or a number: an answer without it would no longer be one. */
    private static final Pattern ORDINARY = Pattern.compile("[a-z]{1,15}|[A-Z]{1,15}|[0-9]{1,15}");

    private final Set<String> secrets = new LinkedHashSet<>();
    private volatile @Nullable FormSearch all;
    private volatile @Nullable FormSearch unmistakable;

    /** Knows these, too; of too many those are forgotten that have not been told of for longest. */
    public synchronized void know(Collection<String> more) {
        boolean isNew = false;
        for (String secret : more) {
            isNew |= !secrets.remove(secret);
            secrets.add(secret);
        }
        if (isNew) {
            Iterator<String> oldest = secrets.iterator();
            for (int number = secrets.size(); number > MOST; number--) {
                oldest.next();
                oldest.remove();
            }
            compile();
        }
    }

    private void compile() {
        List<String> newestFirst = new ArrayList<>(secrets);
        Collections.reverse(newestFirst);
        Set<String> forms = new LinkedHashSet<>();
        int bytes = 0;
        for (String secret : newestFirst) {
            Set<String> more = SecretForms.of(secret);
            bytes += more.stream().mapToInt(String::length).sum();
            if (bytes > MOST_BYTES) {
                break;
            }
            forms.addAll(more);
        }
        all = search(forms);
        forms.removeIf(form -> ORDINARY.matcher(form).matches());
        unmistakable = search(forms);
    }

    private static @Nullable FormSearch search(Set<String> forms) {
        return forms.isEmpty()
                ? null
                : new FormSearch(forms.stream()
                        .map(form -> form.getBytes(StandardCharsets.UTF_8))
                        .toList());
    }

    /** {@return whether there is nothing to be hidden} */
    public boolean isEmpty() {
        return all == null;
    }

    /** {@return the text with asterisks in place of secrets} */
    public String masked(String text) {
        return masked(all, text);
    }

    /** {@return a header's value, as an answer has it} */
    public String maskedHeader(String value) {
        return masked(unmistakable, value);
    }

    private static String masked(@Nullable FormSearch search, String text) {
        if (search == null || text.length() < SecretForms.SHORTEST) {
            return text;
        }
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        byte[] masked = masked(search, bytes);
        return masked == bytes ? text : new String(masked, StandardCharsets.UTF_8);
    }

    /** {@return the same of a text in UTF-8} */
    public byte[] masked(byte[] bytes) {
        FormSearch search = all;
        return search == null ? bytes : masked(search, bytes);
    }

    private static byte[] masked(FormSearch search, byte[] bytes) {
        BitSet found = new BitSet();
        int unused = search.walk(0, bytes, 0, bytes.length, found);
        if (found.isEmpty()) {
            return bytes;
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream(bytes.length);
        try {
            MaskingStream stream = new MaskingStream(search, out);
            stream.write(bytes, 0, bytes.length);
            stream.finish();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return out.toByteArray();
    }

    /** {@return what passes an answer on without secrets}, but with words and numbers that are some; null where there are none */
    public @Nullable MaskingStream before(OutputStream out) {
        FormSearch search = unmistakable;
        return search == null ? null : new MaskingStream(search, out);
    }
}
