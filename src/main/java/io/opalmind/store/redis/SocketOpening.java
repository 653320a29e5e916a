package io.opalmind.store.redis;

import io.lettuce.core.output.StatusOutput;
import io.lettuce.core.output.ValueListOutput;
import io.lettuce.core.protocol.Command;
import io.lettuce.core.protocol.CommandArgs;
import io.lettuce.core.protocol.CommandKeyword;
import io.lettuce.core.protocol.CommandType;
import io.lettuce.core.protocol.ProtocolKeyword;
import io.opalmind.store.StoreException;
import io.opalmind.store.redis.RedisAddress.Security;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Opens the connection to one server, which sentinels may have to name first, and signs in. */
final class SocketOpening {
    private final RedisSettings settings;
    private final RedisAddress address;

    SocketOpening(RedisSettings settings, RedisAddress address) {
        this.settings = settings;
        this.address = address;
    }

    /**
     * A lane that is signed in.
     *
     * @throws StoreException within the connect timeout where that is not possible; with sentinels within twice of it
     */
    SocketLane open() {
        Node node = address.master() == null ? null : master(address.master());
        TimeLimit limit = TimeLimit.of(settings.connectTimeout());
        SocketLane lane = lane(node, limit);
        try {
            signIn(lane, limit);
            return lane;
        } catch (RuntimeException e) {
            lane.close();
            throw e;
        }
    }

    private SocketLane lane(@Nullable Node node, TimeLimit limit) {
        try {
            String path = address.socket();
            return new SocketLane(
                    path == null
                            ? TcpWire.connect(node == null ? address.nodes().get(0) : node, tls(), limit)
                            : UnixWire.connect(path, limit),
                    settings);
        } catch (IOException | RuntimeException e) {
            throw RedisFaults.of(e, settings, limit.granted(), new FirstFault());
        }
    }

    private TcpWire.@Nullable Tls tls() throws IOException {
        Security security = address.security();
        return security == Security.NONE ? null : new TlsFiles(settings).tls(security);
    }

    /** In one round trip. A server that asks for nothing is not asked for anything either. */
    private void signIn(SocketLane lane, TimeLimit limit) {
        List<SocketReply<String>> replies = new ArrayList<>();
        if (address.password() != null) {
            replies.add(status(lane, CommandType.AUTH, credentials(address.username(), address.password())));
        }
        if (address.database() > 0) {
            replies.add(status(lane, CommandType.SELECT, RedisLink.args().add(address.database())));
        }
        if (address.clientName() != null) {
            status(
                    lane,
                    CommandType.CLIENT,
                    RedisLink.args().add(CommandKeyword.SETNAME).add(address.clientName()));
        }
        for (SocketReply<String> reply : replies) {
            String ok = reply.await(limit);
            assert ok != null;
        }
    }

    private static CommandArgs<byte[], byte[]> credentials(@Nullable String user, String password) {
        CommandArgs<byte[], byte[]> args = RedisLink.args();
        if (user != null) {
            args.add(user.getBytes(StandardCharsets.UTF_8));
        }
        return args.add(password.getBytes(StandardCharsets.UTF_8));
    }

    private static SocketReply<String> status(SocketLane lane, ProtocolKeyword type, CommandArgs<byte[], byte[]> args) {
        return lane.send(new Command<>(type, new StatusOutput<>(RedisLink.CODEC), args));
    }

    /** The first sentinel that knows it decides; each gets its share of the time. */
    private Node master(String name) {
        TimeLimit limit = TimeLimit.of(settings.connectTimeout());
        List<Node> sentinels = address.nodes();
        StoreException failure = null;
        for (int i = 0; i < sentinels.size(); i++) {
            Node sentinel = sentinels.get(i);
            TimeLimit share = limit.share(sentinels.size() - i);
            try {
                Node master = ask(sentinel, name, share);
                if (master != null) {
                    return master;
                }
                // Says more than that another one is down.
                failure = new StoreException("the sentinel " + sentinel + " knows no primary " + name, null);
            } catch (StoreException e) {
                failure = failure == null ? e : failure;
            }
        }
        throw failure == null ? new StoreException("no sentinel is named", null) : failure;
    }

    private @Nullable Node ask(Node sentinel, String name, TimeLimit limit) {
        try (SocketLane lane = lane(sentinel, limit)) {
            CommandArgs<byte[], byte[]> args = RedisLink.args()
                    .add("GET-MASTER-ADDR-BY-NAME".getBytes(StandardCharsets.US_ASCII))
                    .add(name.getBytes(StandardCharsets.UTF_8));
            List<byte[]> found = lane.send(
                            new Command<>(CommandType.SENTINEL, new ValueListOutput<>(RedisLink.CODEC), args))
                    .await(limit);
            if (found == null || found.size() != 2) {
                return null;
            }
            String port = new String(found.get(1), StandardCharsets.US_ASCII);
            return new Node(new String(found.get(0), StandardCharsets.UTF_8), Integer.parseInt(port));
        }
    }
}
