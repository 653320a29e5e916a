package io.opalmind.testing.redis;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.model.Version;
import com.github.dockerjava.api.model.VersionComponent;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.images.RemoteDockerImage;
import org.testcontainers.utility.DockerImageName;

/** Servers in containers, where an engine answers that has the image or can pull it. */
final class ContainerSource implements RedisSource {
    /** With a Docker engine this is Alpine's; {@code .ci/engine} puts Debian's Redis 7 under the same tag. */
    static final String IMAGE = "redis:7-alpine";

    private @Nullable String fault;

    @Override
    public RedisMachine machine(ServerSpec spec) {
        if (fault == null) {
            fault = findFault();
        }
        if (!fault.isEmpty()) {
            throw new IllegalStateException(fault);
        }
        if (spec.peers() && !System.getProperty("os.name").equals("Linux")) {
            throw new IllegalStateException("servers that talk to each other need the host's network, as Linux has it");
        }
        return new ContainerMachine(spec);
    }

    /** Asked once: a pull that fails takes its time. */
    private static String findFault() {
        if (!DockerClientFactory.instance().isDockerAvailable()) {
            return "no container engine answers";
        }
        try {
            new RemoteDockerImage(DockerImageName.parse(IMAGE)).get();
            return "";
        } catch (RuntimeException e) {
            return "a container engine answers, but it has no " + IMAGE + " and cannot pull it: " + e.getMessage();
        }
    }

    @Override
    public String describe() {
        return "Testcontainers (" + engine(DockerClientFactory.instance().client()) + ") with " + IMAGE;
    }

    /** {@code podman 4.3.1} or {@code docker 27.0}; podman tells its name in its components alone. */
    private static String engine(DockerClient client) {
        Version version = client.versionCmd().exec();
        List<VersionComponent> components = version.getComponents();
        String name = components == null || components.isEmpty()
                ? "docker"
                : components.get(0).getName();
        return (name.toLowerCase(Locale.ROOT).contains("podman") ? "podman " : "docker ") + version.getVersion();
    }

    @Override
    public void close() {}
}
