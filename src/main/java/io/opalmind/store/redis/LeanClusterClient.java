package io.opalmind.store.redis;

import io.lettuce.core.RedisURI;
import io.lettuce.core.cluster.RedisClusterClient;
import io.lettuce.core.resource.ClientResources;
import java.util.List;

/** Redis Cluster; lettuce's own client, which needs its faces to learn the cluster's topology. */
final class LeanClusterClient extends RedisClusterClient {
    /** @param seeds any nodes of the cluster; one that answers is enough */
    LeanClusterClient(ClientResources resources, List<RedisURI> seeds) {
        super(resources, seeds);
    }
}
