// What the SDK does on Node, with what it uses (ioredis, fetch), for the commands that watch.
// Usage: node watching-peer.mjs fill N | cache-stats | health
// fill puts N reports into the cache as the SDK's RedisCacheStore writes them. cache-stats is the SDK's count of entries
// by feature over its Redis store: KEYS, then a GET each. health is getHealthStatus with details: API.getMatomoVersion and
// SitesManager.getSiteFromId one after the other, and a PING of Redis.
import { Redis } from 'ioredis';

const prefix = 'opalmind:cache:';
const redis = new Redis({ host: process.env.REDIS_HOST, port: Number(process.env.REDIS_PORT) });
const features = ['popularUrls', 'topReferrers', 'entryPages', 'campaigns', 'events', 'eventCategories', 'deviceTypes', 'trafficChannels'];
const row = { label: '/product/a', nb_visits: 18, nb_hits: 19, sum_time_spent: 1495, url: 'https://example.com/product/a' };

async function fill(count) {
  for (let from = 0; from < count; from += 1000) {
    const pipeline = redis.pipeline();
    for (let i = from; i < Math.min(count, from + 1000); i++) {
      const feature = features[i % features.length];
      const input = { siteId: i % 50, period: 'day', date: `2026-${1 + (i % 12)}-${1 + (i % 28)}`, limit: i };
      const value = Array.from({ length: 5 }, () => row);
      pipeline.setex(prefix + JSON.stringify({ feature, input }), 3600 + (i % 3600), JSON.stringify({ feature, value, expiresAt: Date.now() + 3600000 }));
    }
    await pipeline.exec();
  }
}

async function cacheStats() {
  const keys = await redis.keys(prefix + '*');
  const entries = {};
  for (const key of keys) {
    const text = await redis.get(key);
    if (text === null) continue;
    const { feature } = JSON.parse(text);
    entries[feature] = (entries[feature] ?? 0) + 1;
  }
  return { total: { hits: 0, misses: 0, sets: 0, staleEvictions: 0, entries: keys.length }, features: Object.entries(entries).map(([feature, n]) => ({ feature, entries: n })) };
}

async function ask(method, params) {
  const url = new URL('index.php', process.env.MATOMO_BASE_URL);
  url.search = new URLSearchParams({ module: 'API', method, format: 'JSON' }).toString();
  const response = await fetch(url, { method: 'POST', body: new URLSearchParams({ ...params, token_auth: process.env.MATOMO_TOKEN }) });
  return response.json();
}

async function health() {
  const timestamp = new Date().toISOString();
  const start = Date.now();
  await ask('API.getMatomoVersion', {});
  const ms = Date.now() - start;
  const checks = [{ name: 'matomo-api', status: 'pass', componentType: 'service', observedValue: ms, observedUnit: 'ms', time: timestamp, output: `API responded in ${ms}ms` }];
  await redis.ping();
  await ask('SitesManager.getSiteFromId', { idSite: '1' });
  checks.push({ name: 'site-access', status: 'pass', componentType: 'service', time: timestamp, output: 'Site ID 1 accessible' });
  return { status: 'healthy', timestamp, checks };
}

const [, , what, count] = process.argv;
if (what === 'fill') await fill(Number(count));
else process.stdout.write(JSON.stringify(what === 'health' ? await health() : await cacheStats()) + '\n');
redis.disconnect();
