// What the SDK does on Node for one trackEvent, with what it uses: ioredis and fetch. Its record in Redis is as the
// contract says; claims, a queue and a check it has none. Usage: node track-peer.mjs redis|memory [KEY]
// (MATOMO_BASE_URL, MATOMO_TOKEN, REDIS_HOST, REDIS_PORT from the environment)
import { randomBytes } from 'node:crypto';

const key = process.argv[3] ?? randomBytes(16).toString('hex');
const redis = process.argv[2] === 'redis'
  ? new (await import('ioredis')).Redis({ host: process.env.REDIS_HOST, port: Number(process.env.REDIS_PORT) }) : null;
const known = redis ? await redis.get('opalmind:idempotency:' + key) : null;
let value = known === null ? undefined : JSON.parse(known).value;
if (!value) {
  const response = await fetch(new URL('matomo.php', process.env.MATOMO_BASE_URL), {
    method: 'POST',
    headers: { 'Content-Type': 'application/x-www-form-urlencoded' },
    body: new URLSearchParams({ idsite: '1', rec: '1', apiv: '1', send_image: '0', url: 'https://example.com/',
      _id: '0123456789abcdef', e_c: 'Shop', e_a: 'add', e_n: key, e_v: '1', token_auth: process.env.MATOMO_TOKEN }),
  });
  value = { ok: response.ok, status: response.status, body: await response.text() };
  if (!value.ok) throw new Error(`Matomo tracking request failed (${value.status})`);
  await redis?.setex('opalmind:idempotency:' + key, 86400, JSON.stringify({ key, value, attempts: 1, completedAt: Date.now() }));
}
process.stdout.write(JSON.stringify(value) + '\n');
redis?.disconnect();
