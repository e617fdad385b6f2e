package org.callboard.core.mask;

import java.util.BitSet;
import java.util.Collection;

/**
 * Finds all of a set of texts in one walk over bytes, however many there are and whatever the bytes (Aho and Corasick). A
 * state is what of a text has been seen up to a place; 0 is nothing.
 */
final class FormSearch {

    private final int[] roots = new int[256];
    /** Which two bytes a text begins with; most places of most answers are passed over by it. */
    private final BitSet beginnings = new BitSet(1 << 16);

    private final byte[] symbols;
    private final int[] children;
    private final int[] siblings;
    private final int[] suffixes;
    private final int[] depths;
    private final int[] longest;
    private int states = 1;

    /** Looks for these, each of two bytes at least. */
    FormSearch(Collection<byte[]> forms) {
        int most = 1 + forms.stream().mapToInt(form -> form.length).sum();
        symbols = new byte[most];
        children = new int[most];
        siblings = new int[most];
        suffixes = new int[most];
        depths = new int[most];
        longest = new int[most];
        forms.forEach(this::add);
        link();
    }

    private void add(byte[] form) {
        beginnings.set(pair(form[0], form[1]));
        int state = 0;
        for (byte symbol : form) {
            int next = child(state, symbol);
            state = next == 0 ? grow(state, symbol) : next;
        }
        longest[state] = form.length;
    }

    private static int pair(byte first, byte second) {
        return (first & 0xFF) << 8 | (second & 0xFF);
    }

    private int child(int state, byte symbol) {
        if (state == 0) {
            return roots[symbol & 0xFF];
        }
        int child = children[state];
        while (child != 0 && symbols[child] != symbol) {
            child = siblings[child];
        }
        return child;
    }

    private int grow(int state, byte symbol) {
        int child = states++;
        symbols[child] = symbol;
        depths[child] = depths[state] + 1;
        if (state == 0) {
            roots[symbol & 0xFF] = child;
        } else {
            siblings[child] = children[state];
            children[state] = child;
        }
        return child;
    }

    /** From the short to the long: each state learns where to go on when its own text does not. */
    private void link() {
        int[] queue = new int[states];
        int end = 0;
        for (int root : roots) {
            if (root != 0) {
                queue[end++] = root;
            }
        }
        for (int at = 0; at < end; at++) {
            int state = queue[at];
            for (int child = children[state]; child != 0; child = siblings[child]) {
                suffixes[child] = step(suffixes[state], symbols[child]);
                longest[child] = Math.max(longest[child], longest[suffixes[child]]);
                queue[end++] = child;
            }
        }
    }

    private int step(int from, byte symbol) {
        int state = from;
        int next = child(state, symbol);
        while (next == 0 && state != 0) {
            state = suffixes[state];
            next = child(state, symbol);
        }
        return next;
    }

    /**
     * Walks on over some bytes.
     *
     * @param state from the walk before, over what stands before them in the same array; or 0
     * @param found gets the places of what is found
     * @return the state behind them
     */
    int walk(int state, byte[] bytes, int from, int end, BitSet found) {
        int now = state;
        for (int at = from; at < end; at++) {
            if (now == 0 && at + 1 < end && !beginnings.get(pair(bytes[at], bytes[at + 1]))) {
                continue;
            }
            now = step(now, bytes[at]);
            if (longest[now] > 0) {
                found.set(at + 1 - longest[now], at + 1);
            }
        }
        return now;
    }

    /** {@return how many of the last bytes may yet become part of a text} */
    int pending(int state) {
        return depths[state];
    }
}
