package io.opalmind.testing.redis;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.command.CreateContainerCmd;
import com.github.dockerjava.api.model.ExposedPort;
import com.github.dockerjava.api.model.PortBinding;
import com.github.dockerjava.api.model.Ports;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.containers.wait.strategy.AbstractWaitStrategy;
import org.testcontainers.images.builder.Transferable;
import org.testcontainers.utility.DockerImageName;

/**
 * A server in a container. Its port is published under the same number on 127.0.0.1 and no other address; servers that
 * talk to each other stand in the host's network, since each names its address to the others and to clients.
 */
final class ContainerMachine implements RedisMachine {
    private static final Duration KILL_LIMIT = Duration.ofSeconds(20);

    /** Writable by all: the official image runs Redis as a user of its own, and a sentinel writes into its file. */
    private static final int MODE = 0666;

    private final GenericContainer<?> container;
    private final DockerClient client;
    private boolean frozen;

    ContainerMachine(ServerSpec spec) {
        List<String> command = new ArrayList<>(List.of("redis-server"));
        command.addAll(spec.arguments());
        container = new GenericContainer<>(DockerImageName.parse(ContainerSource.IMAGE))
                .withCommand(command.toArray(String[]::new))
                .waitingFor(new NoWait());
        for (Map.Entry<String, String> file :
                spec.filesBoundTo(spec.peers() ? "127.0.0.1" : "0.0.0.0").entrySet()) {
            container.withCopyToContainer(Transferable.of(file.getValue(), MODE), "/data/" + file.getKey());
        }
        if (spec.peers()) {
            container.withNetworkMode("host");
        } else {
            container.withCreateContainerCmdModifier(create -> publish(create, spec.port()));
        }
        client = container.getDockerClient();
    }

    private static void publish(CreateContainerCmd create, int port) {
        create.withExposedPorts(ExposedPort.tcp(port));
        create.getHostConfig()
                .withPortBindings(
                        new PortBinding(Ports.Binding.bindIpAndPort("127.0.0.1", port), ExposedPort.tcp(port)));
    }

    @Override
    public void start() {
        if (container.getContainerId() == null) {
            container.start();
        } else {
            client.startContainerCmd(container.getContainerId()).exec();
        }
    }

    @Override
    public void kill() {
        if (!running()) {
            return;
        }
        // An engine refuses to kill what is paused.
        if (frozen) {
            thaw();
        }
        client.killContainerCmd(container.getContainerId()).withSignal("KILL").exec();
        BoundedWait.until(KILL_LIMIT, "a container to end", () -> !running());
    }

    @Override
    public void freeze() {
        client.pauseContainerCmd(container.getContainerId()).exec();
        frozen = true;
    }

    @Override
    public void thaw() {
        client.unpauseContainerCmd(container.getContainerId()).exec();
        frozen = false;
    }

    @Override
    public boolean running() {
        return container.getContainerId() != null && container.isRunning();
    }

    @Override
    public String log() {
        return container.getLogs();
    }

    @Override
    public void close() {
        if (container.getContainerId() != null) {
            kill();
            container.stop();
        }
    }

    /** The test bed asks Redis itself, here and after each restart. */
    private static final class NoWait extends AbstractWaitStrategy {
        @Override
        protected void waitUntilReady() {}
    }
}
