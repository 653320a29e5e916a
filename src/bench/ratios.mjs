// Prints medians and ratios of what hyperfine measured: those given, or those that the project holds itself to for reports.
// Usage: node ratios.mjs RESULT.json [OURS/PEER …]
import fs from 'node:fs';

const results = JSON.parse(fs.readFileSync(process.argv[2], 'utf8')).results;
const median = Object.fromEntries(results.map(r => [r.command, r.median]));
const cpu = Object.fromEntries(results.map(r => [r.command, r.user + r.system]));
const given = process.argv.slice(3).map(pair => pair.split('/'));
for (const [name, seconds] of Object.entries(median)) {
  const processor = given.length ? `   ${(cpu[name] * 1000).toFixed(0)} ms` : '';
  console.log(`${name.padEnd(14)} ${(seconds * 1000).toFixed(0)} ms${processor}`);
}
const goals = [['redis', 'node-redis', 1.0], ['local', 'node-redis', 0.7], ['http', 'node-http', 0.8], ['help', 'node-0', 1.4], ['version', 'node-0', 1.4]];
for (const [ours, peer, goal] of given.length ? given : goals) {
  const ratio = median[ours] / median[peer];
  console.log(`${ours} / ${peer}: ${ratio.toFixed(2)}` + (goal ? ` (goal ${goal})` : `, processor time ${(cpu[ours] / cpu[peer]).toFixed(2)}`));
}
