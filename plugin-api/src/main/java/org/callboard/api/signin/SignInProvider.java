package org.callboard.api.signin;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.callboard.api.extension.Extension;
import org.callboard.api.extension.ExtensionPoint;
import org.callboard.api.problem.PortalException;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * Lets people sign in by somebody else who vouches for them. The portal sends the browser away with what {@link #begin} says and
 * hands what it comes back with to {@link #finish}. That both belong together, and to one browser, the portal has checked then:
 * its state is good once, for ten minutes, and a code is good with the portal's verifier only (PKCE). Who the person is in the catalog, and what they may do, the portal decides.
 *
 * <p>Each method is called on a thread of the portal's with the plugin's class loader, often by several at once, and has no more
 * time than the portal gives it: 15 s to {@link #begin}, {@link #finish}, {@link #refresh} and {@link #logout}, which may have to
 * ask others; to {@link #choices} as much as to any call. A {@link PortalException} is shown to the person: NOT_ALLOWED where
 * they can't be vouched for, UNAVAILABLE where nobody can be asked. Its message must hold no secret.
 */
@ConsumerType
@ExtensionPoint("sign-in.provider")
public interface SignInProvider extends Extension {

    /**
     * {@return what people may choose between, each a button on the sign-in page; nothing while the operator has configured
     * nothing} Asked whenever the page is shown, so it asks nobody else.
     */
    List<SignInChoice> choices();

    /**
     * {@return where the browser goes, and what is to be kept until it comes back}
     *
     * @throws PortalException UNAVAILABLE where it can't be known now
     */
    SignInStart begin(SignInRequest request);

    /**
     * {@return who came back} They must have been vouched for by now, to this portal and for this very sign-in.
     *
     * @throws PortalException NOT_ALLOWED where they are not; UNAVAILABLE where nobody can be asked
     */
    SignedIn finish(SignInAnswer answer);

    /**
     * {@return who is still vouched for, the same person} Asked when {@link SignedIn#checkAgain} is over and they are still there.
     *
     * @param choice the id of the choice by which they signed in
     * @param person who signed in
     * @param kept what came last with them
     * @throws PortalException NOT_ALLOWED where they are not vouched for any more, which ends the session; UNAVAILABLE where nobody
     *     can be asked, which leaves it open until the next try
     */
    SignedIn refresh(String choice, SignedInPerson person, Kept kept);

    /**
     * {@return where a browser goes to be signed out there, too; empty where there is no such place}
     *
     * @param choice the id of the choice by which they signed in
     * @param kept what came last with them
     * @param back where the browser may be sent afterwards
     */
    default Optional<URI> logout(String choice, Kept kept, URI back) {
        return Optional.empty();
    }
}
