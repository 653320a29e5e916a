// Prints medians and the ratios that the project holds itself to. Usage: node ratios.mjs RESULT.json
import fs from 'node:fs';

const results = JSON.parse(fs.readFileSync(process.argv[2], 'utf8')).results;
const median = Object.fromEntries(results.map(r => [r.command, r.median]));
for (const [name, seconds] of Object.entries(median)) console.log(`${name.padEnd(12)} ${(seconds * 1000).toFixed(0)} ms`);
const ratios = [['redis', 'node-redis', 1.0], ['local', 'node-redis', 0.7], ['http', 'node-http', 0.8], ['help', 'node-0', 1.4], ['version', 'node-0', 1.4]];
for (const [ours, peer, goal] of ratios) {
  const ratio = median[ours] / median[peer];
  console.log(`${ours} / ${peer}: ${ratio.toFixed(2)} (goal ${goal})`);
}
