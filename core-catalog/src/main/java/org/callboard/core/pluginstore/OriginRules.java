package org.callboard.core.pluginstore;

import java.util.Optional;
import org.callboard.api.plugins.Diagnosis;
import org.callboard.api.plugins.PluginState;
import org.callboard.core.archive.PluginArchive;
import org.callboard.core.archive.RefusedException;
import org.callboard.core.db.Database;
import org.callboard.core.pluginstore.ProvenOrigin.Door;
import org.callboard.core.signature.SignatureCheck;
import org.callboard.core.signature.Signer;
import org.callboard.core.signature.UntrustedException;

/** Which jars are believed to come from whom they say. */
public final class OriginRules {

    private final SignatureCheck signatures;
    private final NameClaims claims;
    private final JarSigners signers;

    public OriginRules(SignatureCheck signatures, Database database) {
        this.signatures = signatures;
        this.claims = new NameClaims(database);
        this.signers = new JarSigners(database);
    }

    /**
     * Checks a jar before any of its code runs; nothing is changed. Its file must be one that nobody else writes to.
     *
     * @return what is proven, to be recorded in the transaction of the install
     * @throws RefusedException where its signature does not count here, or its name belongs to another owner
     */
    public ProvenOrigin check(PluginArchive archive, Door door) {
        if (door == Door.SHIPPED) {
            return new ProvenOrigin(door, null);
        }
        try {
            Optional<Signer> signer = signatures.signer(archive.file(), archive.id(), archive.owner());
            claims.check(archive);
            return new ProvenOrigin(door, signer.orElse(null));
        } catch (UntrustedException untrusted) {
            throw refused(archive.id(), untrusted, PluginState.FAILED);
        }
    }

    /**
     * Checks a jar that was taken before, from the record alone: whatever it was taken by, a key may be revoked since.
     *
     * @throws RefusedException where the key that vouched for it is revoked
     */
    public void checkStored(String id, String digest) {
        Optional<Signer> signer = signers.of(digest);
        if (signer.isPresent() && signatures.isRevoked(signer.get().fingerprint())) {
            throw refused(id, SignatureCheck.revoked(signer.get()), PluginState.QUARANTINED);
        }
    }

    private static RefusedException refused(String id, UntrustedException untrusted, PluginState state) {
        return new RefusedException(
                new Diagnosis("Plugin '" + id + "' was refused.", untrusted.reason(), untrusted.fix()),
                state,
                untrusted);
    }
}
