package org.callboard.core.git;

/** An object as what is to be done with another one. */
final class Delta {

    private static final int COPY = 0x80;
    private static final int WHOLE = 0x10000;

    private final byte[] steps;
    private int at;

    private Delta(byte[] steps) {
        this.steps = steps;
    }

    static byte[] apply(byte[] base, byte[] steps) throws FaultyRepositoryException {
        try {
            return new Delta(steps).apply(base);
        } catch (IndexOutOfBoundsException outside) {
            throw new FaultyRepositoryException("a delta is damaged");
        }
    }

    private byte[] apply(byte[] base) throws FaultyRepositoryException {
        long from = size();
        long to = size();
        if (from != base.length || to < 0 || to > GitObject.LARGEST) {
            throw new FaultyRepositoryException("a delta does not fit");
        }
        byte[] result = new byte[(int) to];
        int filled = 0;
        while (at < steps.length) {
            filled += step(base, result, filled);
        }
        return result;
    }

    private int step(byte[] base, byte[] result, int filled) throws FaultyRepositoryException {
        int step = steps[at++] & 0xff;
        if ((step & COPY) != 0) {
            int offset = number(step, 4);
            int count = number(step >> 4, 3);
            count = count == 0 ? WHOLE : count;
            System.arraycopy(base, offset, result, filled, count);
            return count;
        }
        if (step == 0) {
            throw new FaultyRepositoryException("a delta has an unknown step");
        }
        System.arraycopy(steps, at, result, filled, step);
        at += step;
        return step;
    }

    private long size() {
        long size = 0;
        for (int shift = 0; ; shift += 7) {
            int next = steps[at++] & 0xff;
            size |= (next & 0x7fL) << shift;
            if (next < COPY || shift > 28) {
                return size;
            }
        }
    }

    private int number(int flags, int bytes) {
        int number = 0;
        for (int i = 0; i < bytes; i++) {
            if ((flags & 1 << i) != 0) {
                number |= (steps[at++] & 0xff) << (8 * i);
            }
        }
        return number;
    }
}
