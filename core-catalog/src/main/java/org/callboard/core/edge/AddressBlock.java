package org.callboard.core.edge;

import java.math.BigInteger;
import java.net.InetAddress;
import java.util.Optional;

/** Addresses that begin alike, as in {@code 10.0.0.0/8}, or a single one. */
record AddressBlock(int length, BigInteger start, int bits) {

    static Optional<AddressBlock> parse(String text) {
        int slash = text.indexOf('/');
        Optional<InetAddress> address = Address.parse(slash < 0 ? text : text.substring(0, slash));
        String bits = text.substring(slash + 1);
        if (address.isEmpty() || (slash >= 0 && !bits.matches("[0-9]{1,3}"))) {
            return Optional.empty();
        }
        byte[] bytes = address.get().getAddress();
        int all = bytes.length * Byte.SIZE;
        int count = slash < 0 ? all : Integer.parseInt(bits);
        return count > all ? Optional.empty() : Optional.of(new AddressBlock(bytes.length, start(bytes, count), count));
    }

    boolean holds(InetAddress address) {
        byte[] bytes = address.getAddress();
        return bytes.length == length && start(bytes, bits).equals(start);
    }

    private static BigInteger start(byte[] address, int bits) {
        return new BigInteger(1, address).shiftRight(address.length * Byte.SIZE - bits);
    }
}
