package io.opalmind.store.redis;

import io.lettuce.core.RedisURI;
import io.lettuce.core.cluster.RedisClusterClient;
import io.lettuce.core.resource.ClientResources;
import java.util.List;

/** Opens lettuce's constructor that takes resources and several seeds. */
final class LeanClusterClient extends RedisClusterClient {
    LeanClusterClient(ClientResources resources, List<RedisURI> seeds) {
        super(resources, seeds);
    }
}
