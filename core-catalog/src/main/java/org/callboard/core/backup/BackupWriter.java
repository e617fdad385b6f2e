package org.callboard.core.backup;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.callboard.core.entity.JsonCodec;
import org.callboard.core.entity.Sha256;

/** Writes the files of a backup one after the other, and the manifest behind them. */
final class BackupWriter implements AutoCloseable {

    private final ZipOutputStream zip;
    private final List<Manifest.Entry> entries = new ArrayList<>();

    BackupWriter(OutputStream out) {
        this.zip = new ZipOutputStream(out);
    }

    /** Writes the content of one file. */
    interface Content<X extends Exception> {
        void write(OutputStream out) throws IOException, X;
    }

    <X extends Exception> void entry(String name, Content<X> content) throws IOException, X {
        zip.putNextEntry(new ZipEntry(name));
        MessageDigest digest = Sha256.digest();
        CountedStream counted = new CountedStream(new DigestOutputStream(zip, digest));
        content.write(counted);
        zip.closeEntry();
        entries.add(new Manifest.Entry(name, counted.count, HexFormat.of().formatHex(digest.digest())));
    }

    void manifest(String version, int migration, String made) throws IOException {
        zip.putNextEntry(new ZipEntry(Manifest.NAME));
        zip.write(new JsonCodec().encode(new Manifest(Manifest.FORMAT, version, migration, made, entries).json()));
        zip.closeEntry();
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }

    private static final class CountedStream extends FilterOutputStream {

        private long count;

        private CountedStream(OutputStream out) {
            super(out);
        }

        @Override
        public void write(int one) throws IOException {
            out.write(one);
            count++;
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            out.write(bytes, offset, length);
            count += length;
        }
    }
}
