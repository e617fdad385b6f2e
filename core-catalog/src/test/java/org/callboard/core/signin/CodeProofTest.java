package org.callboard.core.signin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class CodeProofTest {

    /** RFC 7636, appendix B. */
    @Test
    void challengesAsTheStandardSays() {
        assertEquals(
                "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM",
                new CodeProof("dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk").challenge());
    }

    /** RFC 7636, 4.1. */
    @Test
    void isAnotherEachTimeAndCanStandInAForm() {
        CodeProof proof = CodeProof.fresh();
        assertTrue(proof.verifier().matches("[A-Za-z0-9._~-]{43,128}"), proof.verifier());
        assertNotEquals(proof, CodeProof.fresh());
        assertFalse(proof.toString().contains(proof.verifier()));
    }
}
