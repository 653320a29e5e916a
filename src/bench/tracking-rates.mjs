// Interleaved runs of import and its peers over one file; whole processes, their start included. Prints the median of hits a
// second and of processor time, and the ratios in each run's company. Usage: node tracking-rates.mjs RUNS FILE CONNECTIONS …
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';

const [runs, file, ...connections] = process.argv.slice(2);
const { MATOMO_BASE_URL: url, MATOMO_TOKEN: token, WORK: work, CLASSES: classes } = process.env;
const hits = fs.readFileSync(file).reduce((lines, byte) => lines + (byte === 10), 0);
const java = ['java', '-Xshare:auto', '-XX:+UseSerialGC', '-cp', classes];
const contenders = connections.flatMap(n => [
  [`import ${n}`, () => [process.env.OPALMIND ?? 'bin/opalmind', 'track', 'import', file, '--parallel', n, '-q', '-f', 'json']],
  [`tracker ${n}`, () => [...java, 'TrackerPeer', url, token, file, n]],
  [`bare ${n}`, () => [...java, 'BareBulk', url, file + '.bodies', n]],
]);
const stored = async () => (await (await fetch(url + 'count')).json()).stored;
const median = list => [...list].sort((a, b) => a - b)[Math.floor(list.length / 2)];
const seen = new Map(contenders.map(([name]) => [name, []]));

for (let run = 0; run < Number(runs); run++) {
  for (const [name, command] of contenders) {
    await fetch(url + 'reset', { method: 'POST' });
    // Each import is the first of its file: a journal would say that all is done.
    const state = fs.mkdtempSync(path.join(work, 'state-'));
    const done = spawnSync('/usr/bin/time', ['-q', '-f', '\n%e %U %S %M', ...command()],
      { env: { ...process.env, OPALMIND_STATE_DIR: state }, encoding: 'utf8' });
    fs.rmSync(state, { recursive: true });
    const [wall, user, system, memory] = done.stderr.trim().split('\n').pop().split(' ').map(Number);
    const arrived = await stored();
    if (done.status !== 0 || arrived !== hits) {
      console.error(`${name}: exit ${done.status}, ${arrived} of ${hits} hits arrived\n${done.stdout}${done.stderr}`);
      process.exit(1);
    }
    seen.get(name).push({ wall, cpu: user + system, memory });
  }
}

const of = (name, what) => median(seen.get(name).map(r => r[what]));
for (const [name] of contenders) {
  console.log(`${name.padEnd(10)} ${Math.round(hits / of(name, 'wall')).toString().padStart(7)} hits/s  ${of(name, 'wall').toFixed(2)} s, `
    + `${of(name, 'cpu').toFixed(2)} s of processor, ${Math.round(of(name, 'memory') / 1024)} MB`);
}
// As all that a run compares stood under the same load: the median of the ratios, not the ratio of the medians.
const ratio = (a, b, what) => median(seen.get(a).map((r, i) => r[what] / seen.get(b)[i][what]));
for (const n of connections) {
  console.log(`import ${n}: ${(1 / ratio(`import ${n}`, `tracker ${n}`, 'wall')).toFixed(2)} times the rate of tracker ${n}, `
    + `${(1 / ratio(`import ${n}`, `bare ${n}`, 'wall')).toFixed(2)} of bare ${n}; processor time ${ratio(`import ${n}`, `tracker ${n}`, 'cpu').toFixed(2)} `
    + `of tracker ${n}, ${ratio(`import ${n}`, `bare ${n}`, 'cpu').toFixed(2)} times bare ${n}`);
}
