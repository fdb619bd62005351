package org.sitewright.preview;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
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

    /// Who can reach the server.
    public enum Reach {
        /// This computer only.
        LOOPBACK,
        /// Every device of the network, as a phone.
        LAN
    }

    private PreviewServer(HttpServer server, RequestThreads threads, Reach reach) {
        this.server = server;
        this.threads = threads;
        this.reach = reach;
    }

    /// Starts to serve what the supplier gives at each request; it is asked from several threads at once.
    ///
    /// @param port 0 for a free one
    /// @throws Problem `SW-PREVIEW-PORT` when another program has the port
    public static PreviewServer start(Supplier<OutputTree> build, int port, Reach reach) {
        InetAddress address =
                switch (reach) {
                    case LOOPBACK -> InetAddress.ofLiteral("127.0.0.1");
                    case LAN -> InetAddress.ofLiteral("0.0.0.0");
                };
        try {
            HttpServer server = HttpServer.create(new InetSocketAddress(address, port), 50);
            RequestThreads threads = new RequestThreads(64);
            HostNames names = new HostNames(reach, server.getAddress().getPort());
            server.createContext("/", new PreviewHandler(build, names));
            server.setExecutor(threads);
            server.start();
            return new PreviewServer(server, threads, reach);
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
        return URI.create("http://127.0.0.1:" + port() + "/");
    }

    /// Where a browser of another device finds the site: of the network when it is reachable from there.
    public URI sharedAddress() {
        return switch (reach) {
            case LOOPBACK -> address();
            case LAN ->
                HostNames.networkAddress()
                        .map(host -> URI.create("http://" + host + ":" + port() + "/"))
                        .orElseGet(this::address);
        };
    }

    /// Stops at once.
    @Override
    public void close() {
        server.stop(0);
        threads.close();
    }
}
