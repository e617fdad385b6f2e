package org.callboard.core.archive;

import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.List;

/**
 * What a class file says of its class.
 *
 * @param access the class's modifiers
 * @param constructors descriptor of each public constructor
 */
record ClassFile(int access, List<String> constructors) {

    /** What a class file for Java 1.1 has as its version; one more for each Java since. */
    private static final int JAVA_ONE = 44;

    private static final int MAGIC = 0xCAFEBABE;

    /** {@return which Java a class file with these first eight bytes is for; 0 where it is no class file} */
    static int javaOf(byte[] start) {
        boolean isClass = start.length == 8 && java.nio.ByteBuffer.wrap(start).getInt() == MAGIC;
        return isClass ? versionOf(start) - JAVA_ONE : 0;
    }

    /** {@return the class file's own version, as javac counts} */
    static int versionOf(byte[] start) {
        return ((start[6] & 0xff) << 8) | (start[7] & 0xff);
    }

    /**
     * Reads a class file.
     *
     * @throws IOException where it is damaged
     */
    static ClassFile read(byte[] bytes) throws IOException {
        try {
            return parse(bytes);
        } catch (IndexOutOfBoundsException damaged) {
            throw new IOException(damaged);
        }
    }

    private static ClassFile parse(byte[] bytes) throws IOException {
        DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes));
        in.skipNBytes(8);
        String[] texts = constants(in);
        int access = in.readUnsignedShort();
        in.skipNBytes(4);
        in.skipNBytes(2L * in.readUnsignedShort());
        members(in, texts);
        return new ClassFile(access, members(in, texts));
    }

    private static String[] constants(DataInputStream in) throws IOException {
        int count = in.readUnsignedShort();
        String[] texts = new String[count];
        for (int index = 1; index < count; index++) {
            int tag = in.readUnsignedByte();
            switch (tag) {
                case 1 -> texts[index] = in.readUTF();
                case 3, 4, 9, 10, 11, 12, 17, 18 -> in.skipNBytes(4);
                case 5, 6 -> {
                    in.skipNBytes(8);
                    index++; // these take two places
                }
                case 7, 8, 16, 19, 20 -> in.skipNBytes(2);
                case 15 -> in.skipNBytes(3);
                default -> throw new IOException("constant of an unknown kind " + tag);
            }
        }
        return texts;
    }

    /** Reads fields or methods. {@return the descriptors of the public constructors among them} */
    private static List<String> members(DataInputStream in, String[] texts) throws IOException {
        List<String> constructors = new ArrayList<>();
        int count = in.readUnsignedShort();
        for (int member = 0; member < count; member++) {
            int access = in.readUnsignedShort();
            String name = texts[in.readUnsignedShort()];
            String descriptor = texts[in.readUnsignedShort()];
            if ("<init>".equals(name) && descriptor != null && Modifier.isPublic(access)) {
                constructors.add(descriptor);
            }
            int attributes = in.readUnsignedShort();
            for (int attribute = 0; attribute < attributes; attribute++) {
                in.skipNBytes(2);
                in.skipNBytes(Integer.toUnsignedLong(in.readInt()));
            }
        }
        return constructors;
    }

    boolean isPublic() {
        return Modifier.isPublic(access);
    }

    boolean isAbstract() {
        return Modifier.isAbstract(access);
    }

    /** {@return whether a public constructor takes so many parameters} */
    boolean hasConstructorOf(int parameters) {
        return constructors.stream().anyMatch(descriptor -> count(descriptor) == parameters);
    }

    /** {@return how many parameters there are; a negative number where that can't be said} */
    private static int count(String descriptor) {
        int parameters = 0;
        int at = 1;
        while (at < descriptor.length() && descriptor.charAt(at) != ')') {
            char type = descriptor.charAt(at);
            int end = type == 'L' ? descriptor.indexOf(';', at) : at;
            if (end < 0) {
                return -1;
            }
            parameters += type == '[' ? 0 : 1;
            at = end + 1;
        }
        return at < descriptor.length() ? parameters : -1;
    }
}
