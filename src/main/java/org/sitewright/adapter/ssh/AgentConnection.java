package org.sitewright.adapter.ssh;

import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ByteChannel;
import java.nio.channels.FileChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;

/// One conversation with an agent (draft-ietf-sshm-ssh-agent): a question, an answer. What it answers is checked for
/// length and form. Not safe from several threads.
public final class AgentConnection implements Closeable {
    private static final int LONGEST = 256 * 1024;
    private static final int MOST_KEYS = 100;
    private static final byte ASK_KEYS = 11;
    private static final byte KEYS = 12;
    private static final byte ASK_SIGN = 13;
    private static final byte SIGNED = 14;
    private static final int RSA_SHA2_512 = 4;

    private final ByteChannel channel;

    private AgentConnection(ByteChannel channel) {
        this.channel = channel;
    }

    /// A key that the agent keeps.
    ///
    /// @param blob its public half as SSH writes it (RFC 4253, 6.6)
    /// @param type as `ssh-ed25519`
    /// @param comment as whoever made the key wrote it
    public record Key(byte[] blob, String type, String comment) {
        /// How a signature by it is made: the old way of RSA, with SHA-1, is refused by servers (RFC 8332).
        public String algorithm() {
            return type.equals("ssh-rsa") ? "rsa-sha2-512" : type;
        }
    }

    static AgentConnection open(String place) throws IOException {
        if (place.startsWith("\\\\")) {
            return new AgentConnection(
                    FileChannel.open(Path.of(place), StandardOpenOption.READ, StandardOpenOption.WRITE));
        }
        SocketChannel socket = SocketChannel.open(StandardProtocolFamily.UNIX);
        boolean good = false;
        try {
            socket.connect(UnixDomainSocketAddress.of(place));
            good = true;
            return new AgentConnection(socket);
        } catch (IllegalArgumentException notAPath) {
            throw new IOException("not a path", notAPath);
        } finally {
            if (!good) {
                socket.close();
            }
        }
    }

    public List<Key> keys() throws IOException {
        ByteBuffer answer = ask(ASK_KEYS, ByteBuffer.allocate(0));
        if (answer.get() != KEYS) {
            throw new IOException("the agent does not name its keys");
        }
        int count = number(answer);
        List<Key> keys = new ArrayList<>();
        for (int i = 0; i < count && i < MOST_KEYS; i++) {
            byte[] blob = string(answer);
            String comment = new String(string(answer), StandardCharsets.UTF_8);
            keys.add(new Key(blob, new String(string(ByteBuffer.wrap(blob)), StandardCharsets.US_ASCII), comment));
        }
        return keys;
    }

    /// @return the signature with the name of its algorithm, as SSH sends it
    public byte[] sign(Key key, byte[] data) throws IOException {
        ByteBuffer question = ByteBuffer.allocate(12 + key.blob().length + data.length);
        question.putInt(key.blob().length).put(key.blob());
        question.putInt(data.length).put(data);
        question.putInt(key.type().equals("ssh-rsa") ? RSA_SHA2_512 : 0);
        ByteBuffer answer = ask(ASK_SIGN, question.flip());
        if (answer.get() != SIGNED) {
            throw new IOException("the agent does not sign with the key " + key.comment());
        }
        return string(answer);
    }

    /// Asks in the agent's own form.
    ///
    /// @return the kind of the answer and what follows it
    public ByteBuffer ask(byte kind, ByteBuffer content) throws IOException {
        ByteBuffer question = ByteBuffer.allocate(5 + content.remaining());
        question.putInt(1 + content.remaining()).put(kind).put(content).flip();
        while (question.hasRemaining()) {
            channel.write(question);
        }
        int length = read(4).getInt();
        if (length < 1 || length > LONGEST) {
            throw new IOException("the agent answers out of form");
        }
        return read(length);
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }

    private ByteBuffer read(int length) throws IOException {
        ByteBuffer buffer = ByteBuffer.allocate(length);
        while (buffer.hasRemaining()) {
            if (channel.read(buffer) < 0) {
                throw new EOFException("the agent has gone");
            }
        }
        return buffer.flip();
    }

    private static int number(ByteBuffer from) throws IOException {
        if (from.remaining() < 4) {
            throw new EOFException("the agent's answer is cut");
        }
        return from.getInt();
    }

    private static byte[] string(ByteBuffer from) throws IOException {
        int length = number(from);
        if (length < 0 || length > from.remaining()) {
            throw new EOFException("the agent's answer is cut");
        }
        byte[] content = new byte[length];
        from.get(content);
        return content;
    }
}
