package org.callboard.core.bytecode;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Random;

/** Class files with seeded damages. */
public final class DamagedClasses {

    private DamagedClasses() {}

    /** {@return the file of a class} */
    public static byte[] file(Class<?> type) throws IOException {
        String name = type.getName().replace('.', '/') + ".class";
        try (InputStream file = type.getClassLoader().getResourceAsStream(name)) {
            return file.readAllBytes();
        }
    }

    /** {@return the file with some of its bytes changed, or with a part of it moved or missing} */
    public static byte[] damaged(byte[] good, long seed) {
        Random random = new Random(seed);
        byte[] bytes = good.clone();
        for (int change = random.nextInt(6); change >= 0; change--) {
            int at = random.nextInt(bytes.length - 3);
            switch (random.nextInt(4)) {
                case 0 -> bytes[at] = (byte) random.nextInt(256);
                case 1 -> bytes[at] ^= (byte) (1 << random.nextInt(8));
                case 2 -> Arrays.fill(bytes, at, at + 1 + random.nextInt(3), (byte) (random.nextBoolean() ? 0xff : 0));
                default -> System.arraycopy(good, random.nextInt(good.length - 3), bytes, at, 3);
            }
        }
        return random.nextInt(8) == 0 ? Arrays.copyOf(bytes, random.nextInt(bytes.length)) : bytes;
    }
}
