// The SDK's work on Node for one report, with what the SDK uses: ioredis, zod, fetch.
// Usage: node peer.mjs redis|http|import     (MATOMO_BASE_URL, MATOMO_TOKEN, REDIS_HOST, REDIS_PORT from the environment)
import { Redis } from 'ioredis';
import { z } from 'zod';

const numeric = z.coerce.number();
const schema = z.array(z.object({
  label: z.string(), url: z.string().optional(), nb_hits: numeric.optional(), nb_visits: numeric.optional(),
  nb_uniq_visitors: numeric.optional(), sum_time_spent: numeric.optional(),
}).passthrough());
const input = { siteId: 1, period: 'range', date: 'last30' };
const key = 'opalmind:cache:' + JSON.stringify({ feature: 'popularUrls', input });
const redis = new Redis({ host: process.env.REDIS_HOST, port: Number(process.env.REDIS_PORT) });

async function cached() {
  const text = await redis.get(key);
  if (text === null) return undefined;
  const record = JSON.parse(text);
  return record.expiresAt < Date.now() ? undefined : record.value;
}

async function asked() {
  const url = new URL('index.php', process.env.MATOMO_BASE_URL);
  url.search = new URLSearchParams({ module: 'API', method: 'Actions.getPageUrls', format: 'JSON' }).toString();
  const response = await fetch(url, { method: 'POST', body: new URLSearchParams({
    idSite: '1', period: input.period, date: input.date, filter_limit: '10', flat: '1', token_auth: process.env.MATOMO_TOKEN }) });
  const value = schema.parse(await response.json());
  await redis.setex(key, 60, JSON.stringify({ feature: 'popularUrls', value, expiresAt: Date.now() + 60000 }));
  return value;
}

const value = process.argv[2] === 'redis' ? await cached() : await asked();
process.stdout.write(JSON.stringify(value) + '\n');
redis.disconnect();
