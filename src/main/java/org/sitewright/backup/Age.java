package org.sitewright.backup;

import com.exceptionfactory.jagged.RecipientStanzaReader;
import com.exceptionfactory.jagged.framework.stream.StandardDecryptingChannelFactory;
import com.exceptionfactory.jagged.framework.stream.StandardEncryptingChannelFactory;
import com.exceptionfactory.jagged.x25519.X25519RecipientStanzaWriterFactory;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.ReadableByteChannel;
import java.nio.channels.WritableByteChannel;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.List;
import org.sitewright.work.Problem;

/// Files of the age format (<https://age-encryption.org/v1>), to one X25519 recipient.
final class Age {
    private static final int HEADER = 168;
    private static final int NONCE = 16;
    private static final int CHUNK = 64 * 1024;
    private static final int TAG = 16;

    private Age() {}

    /// What a file of that many bytes is long when it is encrypted.
    static long sizeOf(long plain) {
        long chunks = Math.max(1, (plain + CHUNK - 1) / CHUNK);
        return HEADER + NONCE + plain + chunks * TAG;
    }

    /// A stream that encrypts what is written into it. Closing it completes the file and closes `out`.
    static OutputStream encrypting(String recipient, OutputStream out) throws IOException {
        try {
            WritableByteChannel channel = new StandardEncryptingChannelFactory()
                    .newEncryptingChannel(
                            Channels.newChannel(out),
                            List.of(X25519RecipientStanzaWriterFactory.newRecipientStanzaWriter(recipient)));
            return new ChunkedOutput(channel);
        } catch (GeneralSecurityException badRecipient) {
            throw new IOException("the recipient is no age key", badRecipient);
        }
    }

    /// A stream of what is in an encrypted file. What it gives may be believed only once its end has been read.
    ///
    /// @throws Unreadable when it is no age file, or none of the keys is for it; also thrown while reading, when it
    ///     was altered or cut
    static InputStream decrypting(List<AgeIdentity> identities, InputStream in) throws IOException {
        try {
            List<RecipientStanzaReader> readers = new ArrayList<>();
            for (AgeIdentity identity : identities) {
                readers.add(identity.reader());
            }
            ReadableByteChannel channel =
                    new StandardDecryptingChannelFactory().newDecryptingChannel(new DirectChannel(in), readers);
            return new CheckedInput(channel);
        } catch (Problem ofThePlace) {
            throw ofThePlace;
        } catch (GeneralSecurityException | RuntimeException notOurs) {
            throw new Unreadable("it is damaged, or encrypted to another key", notOurs);
        } catch (IOException broken) {
            throw Unreadable.when(broken);
        }
    }

    /// A file was altered, cut, or is not for this key.
    static final class Unreadable extends IOException {
        Unreadable(String message, Throwable cause) {
            super(message, cause);
        }

        /// A fault of the line stays one; what the format refuses is a damaged file.
        static IOException when(IOException fault) {
            return fault.getClass() == IOException.class
                            || fault.getClass().getName().startsWith("com.exceptionfactory")
                    ? new Unreadable("it is damaged or cut short", fault)
                    : fault;
        }
    }

    private static final class ChunkedOutput extends OutputStream {
        private final WritableByteChannel channel;
        private final byte[] buffer = new byte[CHUNK];
        private int filled;
        private boolean closed;

        ChunkedOutput(WritableByteChannel channel) {
            this.channel = channel;
        }

        @Override
        public void write(int one) throws IOException {
            if (filled == CHUNK) {
                drain();
            }
            buffer[filled++] = (byte) one;
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            int from = offset;
            int left = length;
            while (left > 0) {
                if (filled == CHUNK) {
                    drain();
                }
                int part = Math.min(left, CHUNK - filled);
                System.arraycopy(bytes, from, buffer, filled, part);
                filled += part;
                from += part;
                left -= part;
            }
        }

        private void drain() throws IOException {
            ByteBuffer part = ByteBuffer.wrap(buffer, 0, filled);
            while (part.hasRemaining()) {
                channel.write(part);
            }
            filled = 0;
        }

        @Override
        public void close() throws IOException {
            if (!closed) {
                closed = true;
                try (channel) {
                    drain();
                }
            }
        }
    }

    /// Reads as much at once as is asked for. The channel of the JDK goes by small steps and asks the stream after each
    /// how much it has, which for a socket is a call of the system.
    private static final class DirectChannel implements ReadableByteChannel {
        private final InputStream in;
        private boolean open = true;

        DirectChannel(InputStream in) {
            this.in = in;
        }

        @Override
        public int read(ByteBuffer into) throws IOException {
            if (!into.hasArray()) {
                byte[] some = new byte[Math.min(into.remaining(), CHUNK)];
                int count = in.read(some);
                into.put(some, 0, Math.max(count, 0));
                return count;
            }
            int count = in.read(into.array(), into.arrayOffset() + into.position(), into.remaining());
            into.position(into.position() + Math.max(count, 0));
            return count;
        }

        @Override
        public boolean isOpen() {
            return open;
        }

        @Override
        public void close() throws IOException {
            open = false;
            in.close();
        }
    }

    private static final class CheckedInput extends InputStream {
        private final ReadableByteChannel channel;

        CheckedInput(ReadableByteChannel channel) {
            this.channel = channel;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            try {
                int count = channel.read(ByteBuffer.wrap(bytes, offset, length));
                while (count == 0 && length > 0) {
                    count = channel.read(ByteBuffer.wrap(bytes, offset, length));
                }
                return count;
            } catch (Problem ofThePlace) {
                throw ofThePlace;
            } catch (IOException broken) {
                throw Unreadable.when(broken);
            } catch (RuntimeException broken) {
                throw new Unreadable("it is damaged", broken);
            }
        }

        @Override
        public void close() throws IOException {
            channel.close();
        }
    }
}
