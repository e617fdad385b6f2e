package org.callboard.core.http;

import java.time.Clock;
import java.util.List;
import java.util.concurrent.atomic.LongAdder;
import org.callboard.core.config.ConfigException;
import org.callboard.core.config.ConfigWatch;
import org.callboard.core.edge.CertificateFiles;
import org.callboard.core.edge.ServerCertificate;
import org.callboard.core.edge.UnfitCertificateException;
import org.callboard.core.session.Secrets;
import org.eclipse.jetty.util.ssl.SslContextFactory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The server's side of TLS, with the certificate that its files have now: connections that there are keep the one they have. */
final class TlsContext extends SslContextFactory.Server {

    private static final Logger LOG = LoggerFactory.getLogger(TlsContext.class);

    private final CertificateFiles files;
    private final Clock clock = Clock.systemUTC();
    private final ConfigWatch watch;
    private final LongAdder failures = new LongAdder();
    private volatile ServerCertificate certificate;

    private TlsContext(CertificateFiles files, ServerCertificate certificate) {
        this.files = files;
        this.certificate = certificate;
        this.watch = new ConfigWatch(() -> List.of(files.certificate(), files.key()), this::reread);
        setIncludeProtocols("TLSv1.3", "TLSv1.2");
        use(this, certificate);
    }

    /** Reads the files. */
    static TlsContext of(CertificateFiles files) {
        try {
            return new TlsContext(
                    files, ServerCertificate.read(files, Clock.systemUTC().instant()));
        } catch (UnfitCertificateException unfit) {
            throw new ConfigException(String.valueOf(unfit.getMessage()));
        }
    }

    private static void use(SslContextFactory context, ServerCertificate certificate) {
        String password = Secrets.fresh();
        context.setKeyStorePassword(password);
        context.setKeyStore(certificate.store(password));
    }

    /** Follows the files until it is closed. */
    void follow() {
        ConfigWatch unused = watch.start();
    }

    void close() {
        watch.close();
    }

    private void reread() {
        try {
            ServerCertificate read = ServerCertificate.read(files, clock.instant());
            if (!read.equals(certificate)) {
                reload(context -> use(context, read));
                certificate = read;
                LOG.info("The certificate of {} is used from now on, until {}", files.certificate(), read.expires());
            }
        } catch (UnfitCertificateException unfit) {
            failures.increment();
            LOG.error("The changed certificate can't be used, and the former one stays: {}", unfit.getMessage());
        } catch (Exception failure) {
            failures.increment();
            LOG.error("The changed certificate could not be used, and the former one stays", failure);
        }
    }

    /** {@return when the certificate is of no use any more, in seconds since 1970} */
    long expires() {
        return certificate.expires().getEpochSecond();
    }

    /** {@return how many changes of the files were of no use} */
    long failures() {
        return failures.sum();
    }
}
