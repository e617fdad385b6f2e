package org.callboard.core.workload;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.security.Signature;
import java.security.SignatureException;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.callboard.api.model.Json;
import org.callboard.api.problem.PortalException;
import org.callboard.core.entity.JsonCodec;

/** A JSON Web Token in its one compact form (RFC 7519). Nothing of it may be believed before its signature is. */
final class SignedToken {

    private static final int LONGEST = 16 * 1024;
    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]*");
    private static final Pattern PARTS = Pattern.compile("[^.]+\\.[^.]+\\.[^.]*");

    private final Json.Obj header;
    private final Json.Obj claims;
    private final byte[] signed;
    private final byte[] signature;

    private SignedToken(Json.Obj header, Json.Obj claims, byte[] signed, byte[] signature) {
        this.header = header;
        this.claims = claims;
        this.signed = signed;
        this.signature = signature;
    }

    /** {@return whether a text is meant to be one} */
    static boolean isMeant(String text) {
        return PARTS.matcher(text).matches();
    }

    static SignedToken parse(String text) throws RefusedTokenException {
        if (text.length() > LONGEST) {
            throw new RefusedTokenException("is longer than 16 KiB");
        }
        if (!FORM.matcher(text).matches()) {
            throw new RefusedTokenException("is malformed");
        }
        String[] parts = text.split("\\.", -1);
        Json.Obj header = object(parts[0]);
        if (header.get("crit") != null) {
            throw new RefusedTokenException("demands what is not known here");
        }
        byte[] signed = text.substring(0, text.lastIndexOf('.')).getBytes(StandardCharsets.US_ASCII);
        return new SignedToken(header, object(parts[1]), signed, bytes(parts[2]));
    }

    /** A name that stands twice in it may mean one thing to who signed it, and another to who reads it: it is refused. */
    private static Json.Obj object(String part) throws RefusedTokenException {
        try {
            if (new JsonCodec().decodeForeign(bytes(part)) instanceof Json.Obj object) {
                return object;
            }
        } catch (PortalException malformed) {
            // said below
        }
        throw new RefusedTokenException("is malformed");
    }

    static byte[] bytes(String part) throws RefusedTokenException {
        try {
            return Base64.getUrlDecoder().decode(part);
        } catch (IllegalArgumentException malformed) {
            throw new RefusedTokenException("is malformed");
        }
    }

    /** {@return whether the signature is good}, as far as the check knows key and algorithm */
    boolean isSigned(Signature check) throws SignatureException {
        check.update(signed);
        return check.verify(signature);
    }

    /** {@return a text that says how it is signed; empty where there is none} */
    String header(String name) {
        return header.text(name).orElse("");
    }

    /** {@return what is said of the job; empty where nothing is} */
    String claim(String name) {
        Json value = claims.get(name);
        return value instanceof Json.Num number
                ? number.value().toPlainString()
                : claims.text(name).orElse("");
    }

    /** {@return a time in seconds since 1970} */
    Optional<Long> time(String name) throws RefusedTokenException {
        Json value = claims.get(name);
        if (value == null) {
            return Optional.empty();
        }
        if (value instanceof Json.Num number
                && number.value().signum() >= 0
                && number.value().compareTo(BigDecimal.valueOf(Long.MAX_VALUE)) < 0) {
            return Optional.of(number.value().longValue());
        }
        throw new RefusedTokenException("has no time in '" + name + "'");
    }

    /** {@return whom it is for} */
    List<String> audience() {
        return claims.get("aud") instanceof Json.Arr several
                ? several.texts()
                : claims.text("aud").stream().toList();
    }
}
