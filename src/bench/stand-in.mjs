// A stand-in for Matomo on loopback: answers the Reporting API from the recordings, for benchmarks and trials by hand.
// Usage: node stand-in.mjs PORT [FOLDER]
import http from 'node:http';
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const here = path.dirname(fileURLToPath(import.meta.url));
const folder = process.argv[3] ?? path.join(here, '../test/resources/matomo-5.0.2');
const records = fs.readdirSync(folder).filter(f => f.endsWith('.meta.json')).map(f => {
  const { request, response } = JSON.parse(fs.readFileSync(path.join(folder, f), 'utf8'));
  const body = ['json', 'txt'].map(e => path.join(folder, f.replace('.meta.json', `.body.${e}`))).find(p => fs.existsSync(p));
  return { params: request.params ?? {}, token: request.token, status: response.status, body: body ? fs.readFileSync(body, 'utf8') : '' };
}).filter(r => r.token === 'admin' && r.params.method);

const keys = ['method', 'idSite', 'period', 'date', 'segment', 'idGoal', 'flat'];
const fits = (r, p) => keys.every(k => String(r.params[k] ?? '') === String(p[k] ?? '')) &&
  !['showColumns', 'expanded', 'filter_offset', 'idSubtable', 'format_metrics'].some(k => k in r.params);
const cut = (value, n) => Array.isArray(value) ? (n < 0 ? value : value.slice(0, n)) : value;
const rows = r => JSON.stringify(JSON.parse(r.body)).length;

function answer(p) {
  if (p.method === 'API.getBulkRequest') {
    const urls = Object.keys(p).filter(k => k.startsWith('urls[')).map(k => Object.fromEntries(new URLSearchParams(decodeURIComponent(p[k]))));
    return urls.map(answer);
  }
  if (/^SitesManager\.getSitesIdWith(Write|Admin)Access$/.test(p.method)) return [];
  if (p.method === 'Bench.rows') return null;
  const found = records.filter(r => fits(r, p)).sort((a, b) => rows(b) - rows(a))[0];
  if (!found) return { result: 'error', message: `no recording for ${JSON.stringify(p)}` };
  const limit = Number(p.filter_limit ?? 100);
  const value = JSON.parse(found.body);
  if (Array.isArray(value)) return cut(value, limit);
  return Object.fromEntries(Object.entries(value).map(([k, v]) => [k, cut(v, limit)]));
}

http.createServer((request, response) => {
  const chunks = [];
  request.on('data', c => chunks.push(c));
  request.on('end', () => {
    const query = Object.fromEntries(new URL(request.url, 'http://x').searchParams);
    const form = Object.fromEntries(new URLSearchParams(Buffer.concat(chunks).toString()));
    const params = { ...form, ...query };
    const big = Number(process.env.ROWS ?? 0);
    response.setHeader('Content-Type', 'application/json; charset=utf-8');
    if (big && params.method === 'Actions.getPageUrls') return stream(response, big);
    response.end(JSON.stringify(answer(params)));
  });
}).listen(Number(process.argv[2]), '127.0.0.1');

// A report of any length, some 400 bytes a row.
function stream(response, count) {
  let i = 0;
  const more = () => {
    while (i < count) {
      let block = '';
      for (let k = 0; k < 500 && i < count; k++, i++) block += (i ? ',' : '[') + row(i);
      if (!response.write(block)) return response.once('drain', more);
    }
    response.end(count ? ']' : '[]');
  };
  more();
}

const row = i => JSON.stringify({
  label: `/product/some-article-with-a-long-name-${i}`, nb_visits: 1000000 - i, nb_hits: 1200000 - i, sum_time_spent: 14848 + i,
  entry_nb_visits: 65, entry_nb_actions: 290, entry_sum_visit_length: 26184, entry_bounce_count: 19, exit_nb_visits: 51,
  sum_daily_nb_uniq_visitors: 157, avg_page_load_time: 0.213, avg_time_on_page: 89, bounce_rate: '29%', exit_rate: '32%',
  url: `https://example.com/product/some-article-with-a-long-name-${i}`, nb_hits_following_search: 4,
});
