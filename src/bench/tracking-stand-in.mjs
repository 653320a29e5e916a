// A stand-in for Matomo on loopback that takes hits as Matomo 5.0.2 does (recordings track.* and bulk.*), for benchmarks.
// Usage: node tracking-stand-in.mjs PORT        From the environment:
//   LATENCY_MS  of each request (0)          HIT_MS  on top of it for each further hit of a bulk (0); a hit is stored when
//   KEEP=0      count hits and no more       FAULTS  share of requests that go wrong (0); reports: 503  the time is over
//   SEED        of the faults (1)            TELL=1  write a line when a tracking request has come, before it is worked on
// For whoever measures: GET /count, GET /hits?by=PARAMETER (its values and how often each was stored), GET /order?by=PARAMETER
// (hits stored behind one of the same visitor with a higher value), POST /reset, POST /faults?share=P&kinds=503,hang
// (503, cut-before and cut-after the hit is stored, hang with the hit stored or not, late: stored after LATE_MS, 1500, no answer)
// or POST /faults?plan=503,ok,cut-after&reports=1: for the next tracking requests, in turn, and share P for reports.
import http from 'node:http';

const number = (name, otherwise) => Number(process.env[name] ?? otherwise);
const latency = number('LATENCY_MS', 0), hitMs = number('HIT_MS', 0), keeps = process.env.KEEP !== '0', tells = process.env.TELL === '1';
const ALL = ['503', 'cut-before', 'cut-after', 'hang'];
let faults = { share: number('FAULTS', 0), kinds: ALL, plan: [], reports: number('FAULTS', 0) };
let seed = number('SEED', 1);
let stored, requests, hits, orders, met;

function reset() {
  [stored, requests, hits, orders, met] = [0, 0, [], new Set(), {}];
}
reset();

// mulberry32: small, and the same everywhere.
function random() {
  seed = (seed + 0x6D2B79F5) | 0;
  let t = Math.imul(seed ^ (seed >>> 15), 1 | seed);
  t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
  return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
}

// What Matomo makes of a hit: 'stored', 'ignored' (204 and nothing), 'refused' (400), 'poison' (a whole bulk fails).
function judge(hit, token) {
  if (hit.rec !== '1') return 'ignored';
  if (!['1', '2'].includes(hit.idsite)) return 'refused';
  if (hit.idgoal !== undefined && hit.ca) return 'poison';
  if (hit.idgoal !== undefined && !['0', '1', '2'].includes(hit.idgoal)) return 'refused';
  if (hit.ec_id !== undefined && orders.has(hit.ec_id)) return 'refused';
  if (!token && (hit.cip || (hit.cdt && time(hit.cdt) < Date.now() / 1000 - 86400))) return 'refused';
  if (hit.e_c !== undefined && !hit.e_a) return 'ignored';
  return 'stored';
}

// A time to come is stored as now.
const time = cdt => Math.min(Math.floor(Date.now() / 1000), /^\d+$/.test(cdt) ? Number(cdt) : Date.parse(cdt + 'Z') / 1000);

function store(hit) {
  stored++;
  if (hit.ec_id !== undefined) orders.add(hit.ec_id);
  if (keeps) hits.push({ ...hit, at: hit.cdt ? time(hit.cdt) : Math.floor(Date.now() / 1000) });
}

const parsed = text => Object.fromEntries(new URLSearchParams(text.startsWith('?') ? text.slice(1) : text));

function single(form) {
  const verdict = judge(form, form.token_auth);
  if (verdict === 'stored') store(form);
  return verdict === 'stored' || verdict === 'ignored' ? [204, 'text/html; charset=UTF-8', '']
    : [400, 'text/html; charset=UTF-8', "This resource is part of Matomo.\nThis file is the endpoint for the Matomo tracking API."];
}

function bulk(body) {
  const json = 'application/json', all = body.requests, token = body.token_auth;
  if (!keeps) {
    stored += all.length;
    return [200, json, JSON.stringify({ status: 'success', tracked: all.length, invalid: 0, invalid_indices: [] })];
  }
  const kept = hits.length, invalid = [];
  let tracked = 0;
  for (const [i, text] of all.entries()) {
    if (typeof text === 'string' && !text.includes('=')) continue;
    const hit = typeof text === 'string' ? parsed(text) : text;
    const verdict = judge(hit, token);
    if (verdict === 'poison') {
      stored -= hits.length - kept;
      for (const hit of hits.slice(kept)) orders.delete(hit.ec_id);
      hits.length = kept;
      return [500, json, JSON.stringify({ status: 'error', tracked, invalid: invalid.length, invalid_indices: invalid })];
    }
    if (verdict === 'refused') { invalid.push(i); continue; }
    tracked++;
    if (verdict === 'stored') store(hit);
  }
  const answer = { status: 'success', tracked, invalid: invalid.length };
  return [200, json, JSON.stringify(token && all.length ? { ...answer, invalid_indices: invalid } : answer)];
}

// The visits log: one visit a visitor, as nobody here waits for half an hour.
function visits(p) {
  const [, kind, who] = /^(visitorId|userId)==(.*)$/.exec(p.segment ?? '') ?? [];
  const mark = kind === 'userId' ? 'uid' : '_id';
  const byVisitor = new Map();
  for (const hit of hits) {
    if (hit.idsite !== p.idSite || (kind && hit[mark] !== decodeURIComponent(who))) continue;
    const visitor = hit._id ?? hit.uid ?? '';
    if (!byVisitor.has(visitor)) byVisitor.set(visitor, []);
    byVisitor.get(visitor).push(hit);
  }
  const rows = [...byVisitor].map(([visitor, of]) => ({
    idSite: Number(p.idSite), visitorId: visitor, actionDetails: of.map(action).sort((a, b) => a.timestamp - b.timestamp),
    lastActionTimestamp: Math.max(...of.map(h => h.at)), userId: of[0].uid ?? null, actions: of.length,
  })).filter(v => v.lastActionTimestamp > Number(p.minTimestamp ?? 0)).sort((a, b) => b.lastActionTimestamp - a.lastActionTimestamp);
  const [limit, offset] = [Number(p.filter_limit ?? 100), Number(p.filter_offset ?? 0)];
  return rows.slice(offset, limit < 0 ? undefined : offset + limit);
}

function action(hit) {
  const common = { url: hit.url ?? '', timestamp: hit.at, idpageview: hit.pv_id?.slice(0, 6) ?? '' };
  if (hit.ec_id !== undefined) return { type: 'ecommerceOrder', orderId: hit.ec_id, ...common, idpageview: null };
  if (hit.idgoal !== undefined) return { type: 'goal', goalId: Number(hit.idgoal), ...common, idpageview: null };
  if (hit.e_c !== undefined) return { type: 'event', eventCategory: hit.e_c, eventAction: hit.e_a, eventName: hit.e_n, ...common };
  return { type: hit.search !== undefined ? 'search' : hit.download ? 'download' : hit.link ? 'outlink' : 'action', pageTitle: hit.action_name, ...common };
}

function report(p) {
  switch (p.method) {
    case 'SitesManager.getSitesIdWithAdminAccess': return p.token_auth ? [1, 2] : [];
    case 'SitesManager.getSitesIdWithWriteAccess':
    case 'SitesManager.getSitesIdWithViewAccess': return [];
    case 'Goals.getGoals': return [
      { idsite: Number(p.idSite), idgoal: 1, name: 'Newsletter Signup', match_attribute: 'manually' },
      { idsite: Number(p.idSite), idgoal: 2, name: 'Contact reached', match_attribute: 'url' }];
    case 'Live.getLastVisitsDetails': return visits(p);
    default: return { result: 'error', message: `The stand-in knows no ${p.method}` };
  }
}

function tally(by) {
  const counts = {};
  for (const hit of hits) if (hit[by] !== undefined) counts[hit[by]] = (counts[hit[by]] ?? 0) + 1;
  return counts;
}

function disorder(by) {
  const highest = new Map();
  let late = 0;
  for (const hit of hits) {
    if (hit[by] === undefined) continue;
    if (Number(hit[by]) < (highest.get(hit._id) ?? -1)) late++;
    else highest.set(hit._id, Number(hit[by]));
  }
  return late;
}

function own(url, response) {
  const say = value => response.end(JSON.stringify(value) + '\n');
  switch (url.pathname) {
    case '/count': return say({ stored, requests, faults: met });
    case '/hits': return say(tally(url.searchParams.get('by')));
    case '/order': return say({ late: disorder(url.searchParams.get('by')) });
    case '/reset': reset(); return say({});
    case '/faults': {
      const [share, list] = [Number(url.searchParams.get('share')), name => url.searchParams.get(name)?.split(',')];
      faults = { share, kinds: list('kinds') ?? ALL, plan: list('plan') ?? [], reports: Number(url.searchParams.get('reports') ?? share) };
      return say(faults);
    }
    default: response.statusCode = 404; return response.end('File not found.\n');
  }
}

function unavailable(response) {
  response.writeHead(503, { 'Content-Type': 'text/html' });
  response.end('<html><body><h1>503 Service Unavailable</h1></body></html>');
}

function track(body, form, response) {
  requests++;
  const fault = faults.plan.shift() ?? (faults.share > 0 && random() < faults.share ? faults.kinds[Math.floor(random() * faults.kinds.length)] : null);
  if (fault) met[fault] = (met[fault] ?? 0) + 1;
  if (fault === '503') return unavailable(response);
  if (fault === 'cut-before' || (fault === 'hang' && random() < 0.5)) return fault === 'hang' ? undefined : response.socket.destroy();
  if (fault === 'late') return void setTimeout(() => (body ? bulk(body) : single(form)), number('LATE_MS', 1500));
  const [status, type, text] = body ? bulk(body) : single(form);
  if (fault === 'cut-after') return response.socket.destroy();
  if (fault === 'hang') return;
  response.writeHead(status, status === 204 ? { 'Content-Type': type } : { 'Content-Type': type, 'Content-Length': Buffer.byteLength(text) });
  response.end(text);
}

function answer(url, text, response) {
  const isBulk = text.startsWith('{');
  const body = isBulk && url.pathname.endsWith('matomo.php') ? JSON.parse(text) : null;
  const form = body ? null : { ...parsed(text), ...Object.fromEntries(url.searchParams) };
  const work = () => {
    if (url.pathname.endsWith('matomo.php')) return track(body, form, response);
    if (faults.reports > 0 && random() < faults.reports) return unavailable(response);
    response.setHeader('Content-Type', 'application/json; charset=utf-8');
    response.end(JSON.stringify(report(form)));
  };
  if (tells && url.pathname.endsWith('matomo.php')) process.stdout.write((body ? 'bulk' : form.e_n ?? '') + '\n');
  const wait = latency + (body ? hitMs * Math.max(0, body.requests.length - 1) : 0);
  if (wait > 0) setTimeout(work, wait); else work();
}

const server = http.createServer((request, response) => {
  const chunks = [];
  request.on('data', chunk => chunks.push(chunk));
  request.on('end', () => {
    const url = new URL(request.url, 'http://x');
    if (url.pathname.endsWith('.php')) answer(url, Buffer.concat(chunks).toString(), response);
    else own(url, response);
  });
});
server.keepAliveTimeout = 60000;
server.listen(Number(process.argv[2]), '127.0.0.1');
