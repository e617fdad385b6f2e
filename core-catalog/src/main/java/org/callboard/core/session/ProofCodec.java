package org.callboard.core.session;

import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.callboard.api.model.Json;
import org.callboard.api.problem.PortalException;
import org.callboard.api.problem.ProblemKind;
import org.callboard.api.signin.SignedIn;
import org.callboard.api.signin.SignedInPerson;
import org.callboard.api.signin.SignedInPerson.Email;
import org.callboard.core.entity.JsonCodec;

/** Encrypts proofs, each for the session that it belongs to. */
final class ProofCodec {

    private static final int LONGEST = 64 * 1024;

    private final Seal seal;
    private final JsonCodec codec = new JsonCodec();

    ProofCodec(Seal seal) {
        this.seal = seal;
    }

    /** Encrypts a proof. What a provider keeps comes from elsewhere, so it has an end. */
    SessionRow.Sealed close(Proof proof, String session) {
        SignedIn signedIn = proof.signedIn();
        Json.Obj plain = Json.object()
                .put("person", json(signedIn.person()))
                .put("kept", KeptJson.of(signedIn.kept()))
                .build();
        byte[] bytes = codec.encode(plain);
        if (bytes.length > LONGEST) {
            throw new PortalException(
                    ProblemKind.INTERNAL, "The plugin '" + proof.plugin() + "' keeps too much for a session.");
        }
        return new SessionRow.Sealed(
                proof.plugin(),
                proof.choice(),
                signedIn.checkAgain(),
                Base64.getEncoder().encodeToString(seal.close(bytes, session)));
    }

    private static Json.Obj json(SignedInPerson person) {
        Email email = person.email();
        return Json.object()
                .put("issuer", person.issuer())
                .put("subject", person.subject())
                .put("username", person.username())
                .put("displayName", person.displayName())
                .put("email", email == null ? null : email.address())
                .put("emailProof", email == null ? null : email.proof().name())
                .put("groups", Json.ofTexts(List.copyOf(person.groups())))
                .build();
    }

    /** {@return what was encrypted; empty where the key is another now} */
    Optional<Proof> open(SessionRow.Sealed sealed, String session) {
        return seal.open(Base64.getDecoder().decode(sealed.text()), session)
                .map(plain -> (Json.Obj) codec.decode(plain))
                .map(plain -> new Proof(
                        sealed.plugin(),
                        sealed.choice(),
                        new SignedIn(
                                person(plain.object("person")),
                                sealed.checkAgain(),
                                KeptJson.read(plain.object("kept")))));
    }

    private static SignedInPerson person(Json.Obj person) {
        Email email = person.text("email")
                .map(address -> new Email(
                        address,
                        SignedInPerson.Proof.valueOf(person.text("emailProof").orElse("CLAIMED"))))
                .orElse(null);
        return new SignedInPerson(
                person.text("issuer").orElse(""),
                person.text("subject").orElse(""),
                person.text("username").orElse(null),
                person.text("displayName").orElse(""),
                email,
                Set.copyOf(person.array("groups").texts()));
    }
}
