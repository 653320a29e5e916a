// See kills. One class for the world (stand-in, Redis, commands that are killed), one function for each part.
import { spawn } from 'node:child_process';
import { EventEmitter } from 'node:events';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const here = path.dirname(fileURLToPath(import.meta.url));
const opalmind = process.env.OPALMIND ?? path.join(here, '../../bin/opalmind');
const [PORT, REDIS, LATENCY] = [18787, 16787, 20];
let running = [];
const telling = new EventEmitter().setMaxListeners(0);
const total = Number(process.argv[2] ?? 200);
let seed = Number(process.argv[3] ?? Date.now() % 100000);
const parts = process.argv.length > 4 ? process.argv.slice(4) : ['event', 'flush', 'import', 'crowd'];
const pause = ms => new Promise(done => setTimeout(done, ms));

function random() {
  seed = (seed + 0x6D2B79F5) | 0;
  let t = Math.imul(seed ^ (seed >>> 15), 1 | seed);
  t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
  return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
}

/** A state directory of its own, the files or Redis for a store, and what was seen and said. */
class World {
  constructor(part, store, work) {
    Object.assign(this, { part, store, kills: 0, sent: 0, said: new Map(), sums: { possiblyDoubled: 0, unknown: 0 }, log: [], marks: [] });
    this.dir = fs.mkdtempSync(path.join(work, `${part}-${store}-`));
    this.env = { PATH: process.env.PATH, HOME: process.env.HOME, LANG: 'C.UTF-8', OPALMIND_STATE_DIR: path.join(this.dir, 'state'),
      MATOMO_BASE_URL: `http://127.0.0.1:${PORT}/`, MATOMO_TOKEN: '0123456789abcdef0123456789abcdef', MATOMO_DEFAULT_SITE_ID: '1',
      MATOMO_TIMEOUT_MS: '1000', ...(process.env.JAVA_HOME ? { JAVA_HOME: process.env.JAVA_HOME } : {}),
      ...(store.startsWith('redis') ? { REDIS_HOST: '127.0.0.1', REDIS_PORT: String(REDIS) } : {}) };
  }

  /**
   * Runs it. It is killed, if it still lives then, `killAfter` milliseconds after its start, or with `requests` so long after
   * that many have come to Matomo: the moments that matter are few among all. `mark`: the hit it is about.
   */
  run(args, { killAfter, requests, mark } = {}) {
    return new Promise((resolve, reject) => {
      const begun = Date.now();
      const child = spawn(opalmind, ['track', ...args], { env: this.env, cwd: this.dir, stdio: ['ignore', 'pipe', 'pipe'] });
      let timer = killAfter === undefined || requests ? null : setTimeout(() => child.kill('SIGKILL'), killAfter);
      let came = 0;
      const told = which => {
        if ((!mark || which === mark) && ++came === requests) timer = setTimeout(() => child.kill('SIGKILL'), killAfter);
      };
      telling.on('request', told);
      let out = '', err = '';
      child.stdout.on('data', d => { out += d; });
      child.stderr.on('data', d => { err += d; });
      child.on('error', reject);
      child.on('close', (code, signal) => {
        clearTimeout(timer);
        telling.off('request', told);
        const run = { args, code, killed: signal === 'SIGKILL', ms: Date.now() - begun, out, err };
        if (run.killed) this.kills++;
        if (run.killed && came > 0) this.sent++;
        this.log.push(JSON.stringify({ at: begun, ...run }));
        this.listen(run, mark);
        resolve(run);
      });
    });
  }

  /** Whether the command itself said that something may be twice or not there. */
  listen(run, mark) {
    let json = {};
    try { json = JSON.parse(run.out); } catch { /* killed, or nothing to say */ }
    if (mark && (json.possiblyDoubled || json.outcome === 'unknown')) this.said.set(mark, json);
    for (const line of run.err.split('\n').filter(text => /twice|doubled/i.test(text))) {
      for (const [name] of line.matchAll(/\b[a-z]+\d+(-\d+)?\b/g)) this.said.set(name, line);
    }
    if (!run.err.includes('imported before')) for (const sum of Object.keys(this.sums)) if (typeof json[sum] === 'number') this.sums[sum] += json[sum];
  }

  event(mark, visitor) {
    return ['event', '--category', 'Bench', '--action', 'kill', '--name', mark, '--url', 'https://example.com/', '--visitor-id', visitor,
      '--idempotency-key', mark, '-f', 'json'];
  }

  /** Runs it again until it ends well; what another process, dead perhaps, still holds takes a while. */
  async toTheEnd(args, mark, good = [0]) {
    for (let tries = 0; tries < 60; tries++) {
      const run = await this.run(args, { mark });
      if (good.includes(run.code)) return run;
      await pause(500);
    }
    return null;
  }

  async drain() {
    const run = await this.toTheEnd(['flush', '-f', 'json'], undefined, [0]);
    if (!run) console.log(`${this.part}/${this.store}: flush never ended well; see ${this.dir}`);
  }

  /** How long a command takes here, so that kills fall all over it. */
  async duration(argsOf) {
    const times = [];
    for (let i = 0; i < 5; i++) times.push((await this.run(argsOf(i))).ms);
    return times.sort((a, b) => a - b)[2];
  }

  async judge(by = 'e_n') {
    const there = await ask(`/hits?by=${by}`);
    const result = { part: this.part, store: this.store, kills: this.kills, 'of these after sending': this.sent,
      hits: this.marks.length, lost: 0, doubled: 0, 'doubled and said': 0, unsaid: [] };
    for (const mark of this.marks) {
      const times = there[mark] ?? 0;
      const said = this.said.has(mark);
      if (times === 0 && !said) { result.lost++; result.unsaid.push(mark + ' lost'); }
      if (times > 1) { result[said ? 'doubled and said' : 'doubled']++; if (!said) result.unsaid.push(`${mark} ${times} times`); }
    }
    // A summary names no hits, it counts them.
    const counted = Math.min(this.sums.possiblyDoubled, result.doubled);
    result.doubled -= counted;
    result['doubled and said'] += counted;
    fs.writeFileSync(path.join(this.dir, 'runs.ndjson'), this.log.join('\n') + '\n');
    if (result.lost + result.doubled > 0) console.log(`${this.part}/${this.store}: ${result.unsaid.slice(0, 10).join(', ')}; runs in ${this.dir}`);
    delete result.unsaid;
    return result;
  }
}

async function ask(where, method = 'GET') {
  return (await fetch(`http://127.0.0.1:${PORT}${where}`, { method })).json();
}
const faults = (share, kinds, reports) => ask(`/faults?share=${share}${kinds ? '&kinds=' + kinds : ''}${reports === undefined ? '' : '&reports=' + reports}`, 'POST');
const hex = n => (n * 2654435761 % 4294967296 >>> 0).toString(16).padStart(8, '0').repeat(2);
/** Half of the kills fall anywhere, half between the moment a request has come and some time after its answer. */
const moment = (takes, most = 1) => random() < 0.5 ? { killAfter: random() * takes * 1.1 }
  : { requests: 1 + Math.floor(random() * most), killAfter: random() * 2 * LATENCY };

async function inTurn(jobs, atOnce) {
  const left = [...jobs];
  await Promise.all(Array.from({ length: atOnce }, async () => { while (left.length) await left.shift()(); }));
}

/** A command is killed, perhaps once more, and run again with the same key until it ends well. */
async function event(world, kills) {
  const takes = await world.duration(i => { world.marks.push('warm' + i); return world.event('warm' + i, hex(i + 1)); });
  await inTurn(Array.from({ length: kills }, (_, i) => async () => {
    const mark = `k${i}`, args = world.event(mark, hex(100 + i % 40));
    world.marks.push(mark);
    do {
      await world.run(args, { ...moment(takes), mark });
    } while (random() < 0.25);
    if (!await world.toTheEnd(args, mark)) console.log(`${mark} never ended well`);
  }), 2);
  await world.drain();
}

/** Hits are queued while Matomo is away; flush is killed while it is only half back; then all is well. */
async function flush(world, kills) {
  const fill = async () => {
    await faults(1, '503,cut-before,cut-after');
    await inTurn(Array.from({ length: 24 }, (_, i) => async () => {
      const mark = `q${world.marks.length}`;
      world.marks.push(mark);
      const run = await world.run(world.event(mark, hex(i % 3)), { mark });
      if (run.code !== 0) console.log(`${mark} was not queued: exit ${run.code}`);
    }), 2);
    await faults(0.3, undefined, process.env.REPORTS ?? 0.3);
  };
  await fill();
  for (let i = 0; world.kills < kills && i < kills * 6; i++) {
    const { code } = await world.run(['flush', '-f', 'json'], moment(1500, 8));
    if (code === 0) await fill();
    if (code === 75) await pause(1500); // In Redis the dead one's lease has to end.
  }
  await faults(0);
  await world.drain();
}

/** Files are imported, the import killed and begun again, until the file is done. */
async function importing(world, kills) {
  const flags = world.store.endsWith('keys') ? ['--key-field', 'dimension2'] : [];
  const file = n => {
    const name = path.join(world.dir, `hits${n}.ndjson`), lines = [];
    for (let i = 0; i < 4000; i++) {
      const mark = `f${n}-${i}`;
      world.marks.push(mark);
      lines.push(JSON.stringify({ idsite: 1, rec: 1, _id: hex(n * 1000 + i % 300 + 1), url: 'https://example.com/', e_c: 'Bench', e_a: 'import',
        e_n: mark, pv_id: hex(i + 1).slice(0, 6), cdt: Math.floor(Date.now() / 1000) - 3600 + i % 3000, dimension1: String(i), dimension2: mark }));
    }
    fs.writeFileSync(name, lines.join('\n') + '\n');
    return ['import', name, '--parallel', '2', '-f', 'json', ...flags];
  };
  const takes = (await world.run(file(0))).ms;
  for (let n = 1; world.kills < kills && n < 40; n++) {
    const args = file(n);
    for (let i = 0; i < 8 && world.kills < kills; i++) if (!(await world.run(args, moment(takes, 30))).killed) break;
    if (!await world.toTheEnd(args)) console.log(`the import of hits${n} never ended well`);
  }
  await world.drain();
}

/** Sixteen processes with one key at once; in every other round some are killed. */
async function crowd(world, kills) {
  for (let round = 0; round < 4 || (world.kills < kills && round < 40); round++) {
    const mark = `c${round}`, args = world.event(mark, hex(round + 1));
    world.marks.push(mark);
    await Promise.all(Array.from({ length: 16 }, (_, i) =>
      world.run(args, { mark, ...(round % 2 && i < 8 ? moment(2500) : {}) })));
    if (!await world.toTheEnd(args, mark)) console.log(`${mark} never ended well`);
  }
  await world.drain();
}

/** Another's server on the port would be the judge of nothing. */
async function begun(...servers) {
  await pause(700);
  if (servers.some(server => server && server.exitCode !== null)) throw new Error('a port is taken: ' + [PORT, REDIS].join(', '));
}

const ended = (...servers) => Promise.all(servers.filter(s => s && s.exitCode === null).map(server => {
  server.kill();
  return new Promise(done => server.on('exit', done));
}));
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => ended(...running).then(() => process.exit(1)));

const work = fs.mkdtempSync(path.join(os.tmpdir(), 'kills-'));
const plans = { event: [event, ['local', 'redis'], 0.5, 0], flush: [flush, ['local', 'redis'], 0.2, 0],
  import: [importing, ['local', 'local keys', 'redis keys'], 0.2, 1], crowd: [crowd, ['local', 'redis'], 0.1, 0] };
console.log(`${total} kills, seed ${seed}, in ${work}`);
const rows = [];
for (const part of parts) {
  const [does, stores, share, hitMs] = plans[part];
  for (const store of stores) {
    const standIn = spawn(process.execPath, [path.join(here, 'tracking-stand-in.mjs'), String(PORT)],
      { env: { ...process.env, LATENCY_MS: String(LATENCY), HIT_MS: String(hitMs), SEED: String(seed), TELL: '1' }, stdio: ['ignore', 'pipe', 'inherit'] });
    standIn.stdout.on('data', lines => lines.toString().trim().split('\n').forEach(which => telling.emit('request', which)));
    const redis = store.startsWith('redis') ? spawn('redis-server', ['--port', String(REDIS), '--save', '', '--dir', work], { stdio: 'ignore' }) : null;
    running = [standIn, redis];
    try {
      await begun(standIn, redis);
      const world = new World(part, store, work);
      await does(world, Math.max(4, Math.round(total * share / stores.length)));
      const row = await world.judge();
      const { late } = await ask('/order?by=dimension1');
      if (part === 'import') row['out of order'] = late;
      rows.push(row);
      console.log(JSON.stringify(row));
    } finally {
      await ended(standIn, redis);
    }
  }
}
console.table(rows);
const sum = name => rows.reduce((all, row) => all + row[name], 0);
console.log(`${sum('kills')} kills, ${sum('hits')} hits: lost ${sum('lost')}, doubled ${sum('doubled')}, doubled and said ${sum('doubled and said')}`);
process.exitCode = sum('lost') + sum('doubled') > 0 ? 1 : 0;
