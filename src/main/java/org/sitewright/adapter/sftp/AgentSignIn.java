package org.sitewright.adapter.sftp;

import java.io.IOException;
import net.schmizz.sshj.common.Buffer;
import net.schmizz.sshj.common.Message;
import net.schmizz.sshj.common.SSHPacket;
import net.schmizz.sshj.transport.TransportException;
import net.schmizz.sshj.userauth.UserAuthException;
import net.schmizz.sshj.userauth.method.AbstractAuthMethod;
import org.sitewright.adapter.ssh.AgentConnection;

/// Signs in with one key of an agent (RFC 4252, 7): the server is asked whether it takes the key, then the agent to
/// sign.
final class AgentSignIn extends AbstractAuthMethod {
    private final AgentConnection agent;
    private final AgentConnection.Key key;

    AgentSignIn(AgentConnection agent, AgentConnection.Key key) {
        super("publickey");
        this.agent = agent;
        this.key = key;
    }

    @Override
    protected SSHPacket buildReq() throws UserAuthException {
        return request(false);
    }

    @Override
    public void handle(Message message, SSHPacket content) throws UserAuthException, TransportException {
        if (message != Message.USERAUTH_60) {
            super.handle(message, content);
            return;
        }
        SSHPacket request = request(true);
        byte[] signed = new Buffer.PlainBuffer()
                .putString(params.getTransport().getSessionID())
                .putBuffer(new Buffer.PlainBuffer(request.getCompactData()))
                .getCompactData();
        try {
            params.getTransport().write(request.putString(agent.sign(key, signed)));
        } catch (TransportException broken) {
            throw broken;
        } catch (IOException refused) {
            throw new UserAuthException("the agent did not sign", refused);
        }
    }

    private SSHPacket request(boolean signed) throws UserAuthException {
        return super.buildReq().putBoolean(signed).putString(key.algorithm()).putString(key.blob());
    }
}
