// Writes hits for the benchmark: FILE with a hit a line (NDJSON, Matomo's names), and beside it FILE.bodies, the same as
// prepared bulk requests, a body a line. Usage: node tracking-hits.mjs HITS FILE [BATCH]     (MATOMO_TOKEN from the environment)
import fs from 'node:fs';

const [count, file, batch = 100] = [Number(process.argv[2]), process.argv[3], Number(process.argv[4] ?? 100)];
const agent = 'Mozilla/5.0 (Linux; Android 14; Pixel 8) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/126.0.0.0 Mobile Safari/537.36';
const begin = Math.floor(Date.now() / 1000) - 7200;
const visitors = Math.max(1, Math.floor(count / 10));
const hex = (n, digits) => (n * 2654435761 % 4294967296 >>> 0).toString(16).padStart(8, '0').repeat(2).slice(0, digits);

// Ten hits a visitor, the visitors mixed as a day's log has them: seven pages, three events.
function hit(i) {
  const visitor = i % visitors, n = Math.floor(i / visitors);
  const url = `https://example.com/product/article-${i % 997}?from=caf%C3%A9`;
  const common = { idsite: 1, rec: 1, _id: hex(visitor + 1, 16), cip: `10.${visitor >> 16 & 255}.${visitor >> 8 & 255}.${visitor & 255}`,
    ua: agent, lang: 'sv-SE,sv', url, pv_id: hex(i + 7, 6), cdt: begin + n * 60 + visitor % 60, dimension1: String(i) };
  return n % 10 < 7 ? { ...common, action_name: `Article ${i % 997} – Example Shop`, urlref: 'https://www.example.org/' }
    : { ...common, e_c: 'Shop', e_a: 'add to cart', e_n: `article ${i % 997}`, e_v: 19.5, ca: 1 };
}

const [lines, bodies] = [fs.openSync(file, 'w'), fs.openSync(file + '.bodies', 'w')];
for (let i = 0; i < count; i += batch) {
  const some = Array.from({ length: Math.min(batch, count - i) }, (_, k) => hit(i + k));
  fs.writeSync(lines, some.map(h => JSON.stringify(h) + '\n').join(''));
  fs.writeSync(bodies, JSON.stringify({
    requests: some.map(h => '?' + new URLSearchParams(h)), token_auth: process.env.MATOMO_TOKEN }) + '\n');
}
