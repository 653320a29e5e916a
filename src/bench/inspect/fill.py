"""Writes commands for redis-cli --pipe: N keys as opalmind has them, nine cached reports to one record of a hit."""
import json
import sys
import time

FEATURES = ["popularUrls", "topReferrers", "entryPages", "campaigns", "events", "deviceTypes", "keyNumbers"]
out = sys.stdout.buffer


def command(*words):
    out.write(b"*%d\r\n" % len(words))
    for word in words:
        word = word.encode()
        out.write(b"$%d\r\n%s\r\n" % (len(word), word))


for i in range(int(sys.argv[1])):
    if i % 10 == 9:
        value = {"key": f"hit-{i}", "value": {"ok": True, "status": 204, "body": ""}, "attempts": 1, "completedAt": i}
        command("SET", f"opalmind:idempotency:hit-{i}", json.dumps(value), "EX", str(3600 + i % 80000))
    else:
        feature = FEATURES[i % len(FEATURES)]
        key = {"feature": feature, "input": {"siteId": 1 + i % 50, "period": "day", "date": f"2026-{1 + i % 12:02}-{1 + i % 28:02}", "limit": i}}
        value = {"feature": feature, "value": [{"label": "/page", "nb_visits": i}], "expiresAt": int((time.time() + 3600 + i % 80000) * 1000)}
        name = json.dumps(key, separators=(",", ":"))
        command("SET", "opalmind:cache:" + name, json.dumps(value, separators=(",", ":")), "EX", str(3600 + i % 80000))
