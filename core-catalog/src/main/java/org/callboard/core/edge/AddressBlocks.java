package org.callboard.core.edge;

import java.net.InetAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Addresses of machines that are trusted with something. */
public final class AddressBlocks {

    /** No address. */
    public static final AddressBlocks NONE = new AddressBlocks(List.of());

    private final List<AddressBlock> blocks;

    private AddressBlocks(List<AddressBlock> blocks) {
        this.blocks = List.copyOf(blocks);
    }

    /** {@return the addresses that texts such as {@code 10.1.2.3}, {@code 10.0.0.0/8} and {@code fd00::/8} stand for, if all do} */
    public static Optional<AddressBlocks> parse(List<String> texts) {
        List<AddressBlock> blocks = new ArrayList<>();
        texts.forEach(text -> AddressBlock.parse(text).ifPresent(blocks::add));
        return blocks.size() == texts.size() ? Optional.of(new AddressBlocks(blocks)) : Optional.empty();
    }

    /** {@return whether this is one of them} */
    public boolean hold(String address) {
        return !isEmpty() && Address.parse(address).filter(this::hold).isPresent();
    }

    private boolean hold(InetAddress address) {
        return blocks.stream().anyMatch(block -> block.holds(address));
    }

    /** {@return whether there is none} */
    public boolean isEmpty() {
        return blocks.isEmpty();
    }
}
