-- Leases the right to publish sequence rows. KEYS: the head. ARGV: owner, now and the end of the
-- lease in milliseconds. Returns the token, 0 if somebody else holds the lease.
local owner = redis.call('HGET', KEYS[1], 'owner')
local stop = tonumber(redis.call('HGET', KEYS[1], 'until') or '0')
if owner and owner ~= ARGV[1] and stop > tonumber(ARGV[2]) then
  return 0
end
if owner ~= ARGV[1] then
  redis.call('HINCRBY', KEYS[1], 'token', 1)
end
redis.call('HSET', KEYS[1], 'owner', ARGV[1], 'until', ARGV[3])
return tonumber(redis.call('HGET', KEYS[1], 'token'))
