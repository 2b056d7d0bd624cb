-- Announces that items changed.
-- KEYS: the revision, the set of items by revision. ARGV: item ids.
local revision = redis.call('INCR', KEYS[1])
for i = 1, #ARGV do
  redis.call('ZADD', KEYS[2], revision, ARGV[i])
end
return revision
