// Makes keys.json with Node 20: node make-keys.mjs > keys.json
// Each entry is an input of the SDK and what JSON.stringify({feature, input}) makes of it, as ASCII.
const texts = [
  'plain', '', ' ', 'deviceType==smartphone;visitCount>=1', '"quoted"', 'back\\slash', '\\"', '/slash/', '</script>',
  '\u0000', '\u0001\u001f', '\b\f\n\r\t\v', '\u007f\u0080\u009f', '\u00a0', 'ünïcode & söhne', '日本語', '\u2028\u2029',
  '\ufeff', '\ufffe\uffff', '\u202e', '😀', '👩‍👩‍👧', '\ud800', '\udc00', 'a\ud83d', '\ude00b', '\ud83d\ud83d\ude00', '\ude00\ud83d',
  '\ud800\udbff', '\udc00\udfff', 'x\ud800y\udfffz', "it's", '`${x}`', '\u{10ffff}',
];
const cases = [];
const add = (feature, input) => cases.push({ feature, input, key: JSON.stringify({ feature, input }) });
for (const segment of texts) {
  add('popularUrls', { siteId: 1, period: 'day', date: 'today', segment });
}
add('popularUrls', { siteId: 4711, period: 'range', date: '2026-11-01,2026-11-24', limit: 25 });
add('popularUrls', { siteId: 1, period: 'day', date: 'today', limit: -1 });
add('events', { siteId: 1, period: 'week', date: 'last4', segment: 's', limit: 3, category: 'C"', action: 'ä', name: '\n' });
add('trafficChannels', { siteId: 1, period: 'month', date: 'previous2', limit: 3, channelType: 'search' });
add('goalConversionsByGoal', { siteId: 1, period: 'year', date: 'today', goalId: '1', goalType: 'manual' });
add('funnelSummary', { siteId: 1, funnelId: '7', period: 'day', date: 'today', segment: 's' });
add('ecommerceRevenueTotals', { siteId: 1, period: 'day', date: 'last7', segment: 's', includeSeries: true });
add('keyNumbers', { siteId: 9007199254740991, period: 'day', date: 'today' });
const ascii = JSON.stringify(cases, null, 1).replace(/[\u007f-\uffff]/g,
  (c) => '\\u' + c.charCodeAt(0).toString(16).padStart(4, '0'));
process.stdout.write(ascii + '\n');
