/** Whether a Redis is fit for production: a check for each thing that is worth one. Nothing is changed. */
package io.opalmind.store.redis.audit;
