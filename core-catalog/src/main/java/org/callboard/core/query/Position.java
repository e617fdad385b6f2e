package org.callboard.core.query;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.callboard.api.problem.PortalException;
import org.callboard.api.problem.ProblemKind;

/**
 * A place in an order.
 *
 * @param values for each field of the order, and then for the uid, the value there
 */
record Position(List<Optional<String>> values) {

    private static final int LONGEST_TOKEN = 20_000;

    /** {@return an opaque text that is safe in URLs} */
    String token() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            for (Optional<String> value : values) {
                out.writeBoolean(value.isPresent());
                out.writeUTF(value.orElse(""));
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes.toByteArray());
    }

    /**
     * Reads a token.
     *
     * @param width how many values it must have
     * @throws PortalException BAD_INPUT where it is no token, or one of another order
     */
    static Position parse(String token, int width) {
        if (token.length() > LONGEST_TOKEN) {
            throw malformed();
        }
        try (DataInputStream in = new DataInputStream(
                new ByteArrayInputStream(Base64.getUrlDecoder().decode(token)))) {
            List<Optional<String>> values = new ArrayList<>();
            for (int i = 0; i < width; i++) {
                boolean present = in.readBoolean();
                String value = in.readUTF();
                values.add(present ? Optional.of(value) : Optional.empty());
            }
            if (in.read() >= 0) {
                throw malformed();
            }
            return new Position(values);
        } catch (IOException | IllegalArgumentException notAToken) {
            throw malformed();
        }
    }

    private static PortalException malformed() {
        return new PortalException(
                ProblemKind.BAD_INPUT,
                "The position can't be used: it is not from a page of the same order.",
                "Ask for the first page again, and take the position from its answer.");
    }
}
