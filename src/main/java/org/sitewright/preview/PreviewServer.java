package org.sitewright.preview;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.function.Supplier;
import org.sitewright.render.OutputTree;
import org.sitewright.work.Problem;
import org.sitewright.work.RequestThreads;

/// Shows a build in a browser, as a host would: a web server of this computer that only reads. It answers only to the
/// names it was started under, so that a page on the web cannot reach it through a name of its own (DNS rebinding).
public final class PreviewServer implements AutoCloseable {
    private final HttpServer server;
    private final RequestThreads threads;
    private final Reach reach;
    private final String root;

    /// Who can reach the server.
    public enum Reach {
        /// This computer only.
        LOOPBACK,
        /// Every device of the network, as a phone.
        LAN
    }

    private PreviewServer(HttpServer server, RequestThreads threads, Reach reach, String root) {
        this.server = server;
        this.threads = threads;
        this.reach = reach;
        this.root = root;
    }

    /// Starts to serve what the supplier gives at each request; it is asked from several threads at once.
    ///
    /// @param port 0 for a free one
    /// @throws Problem `SW-PREVIEW-PORT` when another program has the port
    public static PreviewServer start(Supplier<OutputTree> build, int port, Reach reach) {
        return start(build, port, reach, "/");
    }

    /// Starts to serve to the devices of the network that know a path nobody can guess, of 128 random bits. Every
    /// other path is answered as if nothing were there.
    ///
    /// @param port 0 for a free one
    /// @throws Problem `SW-PREVIEW-PORT` when another program has the port
    public static PreviewServer startSecret(Supplier<OutputTree> build, int port, SecureRandom random) {
        byte[] secret = new byte[16];
        random.nextBytes(secret);
        return start(build, port, Reach.LAN, "/" + HexFormat.of().formatHex(secret) + "/");
    }

    private static PreviewServer start(Supplier<OutputTree> build, int port, Reach reach, String root) {
        InetAddress address =
                switch (reach) {
                    case LOOPBACK -> InetAddress.ofLiteral("127.0.0.1");
                    case LAN -> InetAddress.ofLiteral("0.0.0.0");
                };
        try {
            HttpServer server = HttpServer.create(new InetSocketAddress(address, port), 50);
            RequestThreads threads = new RequestThreads(64);
            HostNames names = new HostNames(reach, server.getAddress().getPort());
            server.createContext("/", new PreviewHandler(build, names, root));
            server.setExecutor(threads);
            server.start();
            return new PreviewServer(server, threads, reach, root);
        } catch (BindException taken) {
            throw new Problem(
                    "SW-PREVIEW-PORT",
                    "Another program uses port " + port + ".",
                    "Choose another port, or none to get a free one.",
                    taken);
        } catch (IOException fault) {
            throw new Problem(
                    "SW-PREVIEW-START",
                    "The preview could not be started.",
                    "Check that a firewall does not forbid it, then try again.",
                    fault);
        }
    }

    public int port() {
        return server.getAddress().getPort();
    }

    /// Where a browser of this computer finds the site.
    public URI address() {
        return URI.create("http://127.0.0.1:" + port() + root);
    }

    /// Where a browser of another device finds the site: of the network when it is reachable from there.
    public URI sharedAddress() {
        return switch (reach) {
            case LOOPBACK -> address();
            case LAN ->
                HostNames.networkAddress()
                        .map(host -> URI.create("http://" + host + ":" + port() + root))
                        .orElseGet(this::address);
        };
    }

    /// Whether this computer is in a network that other devices could be in too.
    public static boolean isInNetwork() {
        return HostNames.networkAddress().isPresent();
    }

    /// Stops at once.
    @Override
    public void close() {
        server.stop(0);
        threads.close();
    }
}
