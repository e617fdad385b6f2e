package org.callboard.core.web;

import java.math.BigInteger;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** How far from the portal an address is. IPv6 addresses that carry an IPv4 address are as near as the nearer of both. */
enum Reach {
    /** Somewhere in the internet. */
    PUBLIC,
    /** This machine, or the network that it is in. */
    INNER,
    /** Metadata of the machine, link-local, multicast, or nowhere. */
    NEVER;

    private static final String INNER_RANGES = "127.0.0.0/8 10.0.0.0/8 172.16.0.0/12 192.168.0.0/16 100.64.0.0/10"
            + " 198.18.0.0/15 ::1/128 fc00::/7 fec0::/10 64:ff9b:1::/48";

    /** The single ones are where clouds serve the secrets of a machine. */
    private static final String NEVER_RANGES =
            "0.0.0.0/8 169.254.0.0/16 224.0.0.0/3 192.0.0.0/24 ::/128 fe80::/10 ff00::/8"
                    + " 100.100.100.200/32 168.63.129.16/32 fd00:ec2::/32 fd20:ce::/32 fd00:42::/32";

    private static final List<Block> BLOCKS = blocks();

    private static final List<Integer> LAST = List.of(12, 13, 14, 15);

    /** IPv4 within IPv6: compatible, mapped, translated, 6to4, NAT64 with its prefixes, Teredo, ISATAP. */
    private static final List<Carrier> CARRIERS = List.of(
            new Carrier("0{24}(?!0{7}[01]).*", LAST, 0),
            new Carrier("0{20}ffff.*", LAST, 0),
            new Carrier("0{16}ffff0000.*", LAST, 0),
            new Carrier("2002.*", List.of(2, 3, 4, 5), 0),
            new Carrier("0064ff9b0{16}.*", LAST, 0),
            new Carrier("0064ff9b0001.{10}(?!0{10}).*", LAST, 0),
            new Carrier("0064ff9b0001.{10}0{10}", List.of(6, 7, 9, 10), 0),
            new Carrier("20010000.*", LAST, 0xFF),
            new Carrier(".{16}0[02]005efe.*", LAST, 0));

    private record Block(int length, BigInteger start, int bits, Reach reach) {

        boolean holds(byte[] address) {
            return address.length == length && start(address, bits).equals(start);
        }

        static BigInteger start(byte[] address, int bits) {
            return new BigInteger(1, address).shiftRight(address.length * 8 - bits);
        }
    }

    /** How such an address looks in hexadecimal, where its IPv4 address is, and what that is masked with. */
    private record Carrier(Pattern form, List<Integer> places, int mask) {

        Carrier(String form, List<Integer> places, int mask) {
            this(Pattern.compile(form), places, mask);
        }

        boolean carries(String hex) {
            return form.matcher(hex).matches();
        }

        byte[] inner(byte[] address) {
            byte[] four = new byte[4];
            for (int i = 0; i < four.length; i++) {
                four[i] = (byte) (address[places.get(i)] ^ mask);
            }
            return four;
        }
    }

    /** {@return how far away it is} */
    static Reach of(InetAddress address) {
        return of(address.getAddress());
    }

    private static Reach of(byte[] address) {
        Reach nearest = BLOCKS.stream()
                .filter(block -> block.holds(address))
                .map(Block::reach)
                .max(Reach::compareTo)
                .orElse(PUBLIC);
        if (address.length == 4) {
            return nearest;
        }
        for (byte[] inner : carried(address)) {
            Reach reach = of(inner);
            nearest = reach.compareTo(nearest) > 0 ? reach : nearest;
        }
        return nearest;
    }

    private static List<byte[]> carried(byte[] address) {
        String hex = HexFormat.of().formatHex(address);
        List<byte[]> inner = new ArrayList<>();
        for (Carrier carrier : CARRIERS) {
            if (carrier.carries(hex)) {
                inner.add(carrier.inner(address));
            }
        }
        return inner;
    }

    private static List<Block> blocks() {
        return Stream.concat(
                        Stream.of(INNER_RANGES.split(" ", -1)).map(range -> block(range, INNER)),
                        Stream.of(NEVER_RANGES.split(" ", -1)).map(range -> block(range, NEVER)))
                .toList();
    }

    private static Block block(String range, Reach reach) {
        int slash = range.indexOf('/');
        try {
            byte[] address = InetAddress.getByName(range.substring(0, slash)).getAddress();
            int bits = Integer.parseInt(range.substring(slash + 1));
            return new Block(address.length, Block.start(address, bits), bits, reach);
        } catch (UnknownHostException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
