package org.sitewright.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.HexFormat;
import org.sitewright.work.CancelToken;
import org.sitewright.work.Jobs;
import org.sitewright.work.Progress;

/// Lets a second start bring the window of the first to the front. The first listens on the loopback interface and
/// leaves its port and a secret in the data folder; who can read that may ask for the window, and for nothing else.
final class WindowCall implements AutoCloseable {
    private static final String FILE = "window";
    private static final int PATIENCE = 1_000;

    private final Path file;
    private final ServerSocket socket;
    private final byte[] secret = new byte[16];

    private WindowCall(Path folder, SecureRandom random) throws IOException {
        this.file = folder.resolve(FILE);
        random.nextBytes(secret);
        this.socket = new ServerSocket(0, 8, InetAddress.getLoopbackAddress());
        Files.writeString(file, socket.getLocalPort() + " " + HexFormat.of().formatHex(secret) + "\n");
    }

    /// @param show called on a thread of its own
    static WindowCall listen(Path folder, SecureRandom random, Jobs jobs, Runnable show) {
        try {
            WindowCall call = new WindowCall(folder, random);
            CancelToken unused = jobs.start(
                    (progress, cancel) -> {
                        call.answer(show);
                        return Boolean.TRUE;
                    },
                    Progress.NONE,
                    outcome -> {});
            return call;
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }

    /// @return whether a window is open on the folder and was asked to come to the front
    static boolean showOpen(Path folder) {
        Path file = folder.resolve(FILE);
        if (!Files.isRegularFile(file)) {
            return false;
        }
        try (Socket socket = new Socket()) {
            String[] parts = Files.readString(file).strip().split(" ");
            socket.connect(
                    new InetSocketAddress(InetAddress.getLoopbackAddress(), Integer.parseInt(parts[0])), PATIENCE);
            socket.setSoTimeout(PATIENCE);
            socket.getOutputStream().write((parts[1] + "\n").getBytes(StandardCharsets.US_ASCII));
            return socket.getInputStream().read() == '+';
        } catch (IOException | RuntimeException nobodyThere) {
            return false;
        }
    }

    private void answer(Runnable show) {
        while (!socket.isClosed()) {
            try (Socket caller = socket.accept()) {
                caller.setSoTimeout(PATIENCE);
                byte[] said = caller.getInputStream().readNBytes(secret.length * 2);
                byte[] wanted = HexFormat.of().formatHex(secret).getBytes(StandardCharsets.US_ASCII);
                if (MessageDigest.isEqual(said, wanted)) {
                    caller.getOutputStream().write('+');
                    show.run();
                }
            } catch (IOException gone) {
                // A caller that hung up, or the end of the program, which the loop sees for itself.
            }
        }
    }

    @Override
    public void close() {
        try (socket) {
            Files.deleteIfExists(file);
        } catch (IOException left) {
            // A file that names a port where nobody listens is taken for what it is.
            return;
        }
    }
}
