package org.sitewright.adapter.git;

import java.io.File;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.eclipse.jgit.transport.sshd.agent.AbstractConnector;
import org.eclipse.jgit.transport.sshd.agent.Connector;
import org.eclipse.jgit.transport.sshd.agent.ConnectorFactory;
import org.jspecify.annotations.Nullable;
import org.sitewright.adapter.ssh.AgentConnection;
import org.sitewright.adapter.ssh.SshAgent;

/// Lets git's SSH ask the agent of this computer.
final class GitAgent implements ConnectorFactory {
    private final SshAgent agent;

    GitAgent(SshAgent agent) {
        this.agent = agent;
    }

    @Override
    public Connector create(@Nullable String identityAgent, @Nullable File homeFolder) {
        return new Conversation();
    }

    @Override
    public boolean isSupported() {
        return true;
    }

    @Override
    public String getName() {
        return "agent";
    }

    @Override
    public Collection<ConnectorDescriptor> getSupportedConnectors() {
        return List.of(getDefaultConnector());
    }

    @Override
    public ConnectorDescriptor getDefaultConnector() {
        return new ConnectorDescriptor() {
            @Override
            public String getIdentityAgent() {
                return agent.place();
            }

            @Override
            public String getDisplayName() {
                return "SSH agent";
            }
        };
    }

    private final class Conversation extends AbstractConnector {
        /// The question begins where the library leaves room for its length and kind.
        private static final int HEAD = 5;

        private @Nullable AgentConnection open;

        @Override
        public boolean connect() {
            if (open == null) {
                open = agent.connect();
            }
            return true;
        }

        @Override
        public byte[] rpc(byte kind, byte[] message) throws IOException {
            AgentConnection connection =
                    Optional.ofNullable(open).orElseThrow(() -> new IOException("the agent is not connected"));
            ByteBuffer answer = connection.ask(kind, ByteBuffer.wrap(message, HEAD, message.length - HEAD));
            byte[] content = new byte[answer.remaining()];
            answer.get(content);
            return content;
        }

        @Override
        public void close() throws IOException {
            if (open != null) {
                open.close();
            }
        }
    }
}
