/** What stands in Redis: found, counted, shown, checked, carried out and in. Reads with SCAN and pipelines, on every master. */
package io.opalmind.store.redis.inspect;
