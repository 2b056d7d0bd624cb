-- Reads what changed after a revision, all of one moment.
-- KEYS: generation, revision, changed items, counted items. ARGV: the revision.
return {
  redis.call('GET', KEYS[1]) or '',
  tonumber(redis.call('GET', KEYS[2]) or '0'),
  redis.call('ZRANGEBYSCORE', KEYS[3], '(' .. ARGV[1], '+inf'),
  redis.call('ZRANGEBYSCORE', KEYS[4], '(' .. ARGV[1], '+inf'),
}
