package org.callboard.core.workload;

import java.math.BigInteger;
import java.security.AlgorithmParameters;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.ECParameterSpec;
import java.security.spec.ECPoint;
import java.security.spec.ECPublicKeySpec;
import java.security.spec.RSAPublicKeySpec;
import java.util.Map;
import java.util.Optional;
import org.callboard.api.model.Json;

/**
 * A public key of an issuer. It has one algorithm, whatever a token says.
 *
 * @param algorithm as tokens name it
 * @param id as tokens name the key
 */
record SigningKey(String id, String algorithm, PublicKey key) {

    private static final Map<String, String> ALGORITHMS = Map.of(
            "RS256", "SHA256withRSA",
            "RS384", "SHA384withRSA",
            "RS512", "SHA512withRSA",
            "ES256", "SHA256withECDSAinP1363Format");
    private static final int FEWEST_BITS = 2_048;
    private static final int MOST_BITS = 8_192;

    /** {@return the key that an issuer describes so (RFC 7517), or nothing where it is not one for this} */
    static Optional<SigningKey> of(Json.Obj described) {
        String id = described.text("kid").orElse("");
        boolean isForSigning = described.text("use").orElse("sig").equals("sig");
        try {
            return switch (described.text("kty").orElse("")) {
                case "RSA" -> isForSigning ? rsa(id, described) : Optional.empty();
                case "EC" -> isForSigning ? ellipticCurve(id, described) : Optional.empty();
                default -> Optional.empty();
            };
        } catch (GeneralSecurityException | RefusedTokenException malformed) {
            return Optional.empty();
        }
    }

    private static Optional<SigningKey> rsa(String id, Json.Obj described)
            throws GeneralSecurityException, RefusedTokenException {
        String algorithm = described.text("alg").orElse("RS256");
        BigInteger modulus = number(described, "n");
        boolean isGood = algorithm.matches("RS(256|384|512)")
                && modulus.bitLength() >= FEWEST_BITS
                && modulus.bitLength() <= MOST_BITS;
        return isGood
                ? Optional.of(new SigningKey(
                        id,
                        algorithm,
                        KeyFactory.getInstance("RSA")
                                .generatePublic(new RSAPublicKeySpec(modulus, number(described, "e")))))
                : Optional.empty();
    }

    private static Optional<SigningKey> ellipticCurve(String id, Json.Obj described)
            throws GeneralSecurityException, RefusedTokenException {
        boolean isGood = described.text("crv").orElse("").equals("P-256")
                && described.text("alg").orElse("ES256").equals("ES256");
        if (!isGood) {
            return Optional.empty();
        }
        AlgorithmParameters parameters = AlgorithmParameters.getInstance("EC");
        parameters.init(new ECGenParameterSpec("secp256r1"));
        ECPoint point = new ECPoint(number(described, "x"), number(described, "y"));
        PublicKey key = KeyFactory.getInstance("EC")
                .generatePublic(new ECPublicKeySpec(point, parameters.getParameterSpec(ECParameterSpec.class)));
        return Optional.of(new SigningKey(id, "ES256", key));
    }

    private static BigInteger number(Json.Obj described, String name) throws RefusedTokenException {
        return new BigInteger(1, SignedToken.bytes(described.text(name).orElse("")));
    }

    /** {@return whether the token was signed with it} */
    boolean hasSigned(SignedToken token) {
        if (!token.header("alg").equals(algorithm)) {
            return false;
        }
        try {
            Signature check = Signature.getInstance(ALGORITHMS.get(algorithm));
            check.initVerify(key);
            return token.isSigned(check);
        } catch (GeneralSecurityException malformed) {
            return false;
        }
    }
}
