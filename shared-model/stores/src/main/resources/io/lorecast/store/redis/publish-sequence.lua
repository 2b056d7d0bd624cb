-- Publishes a round of sequence rows. KEYS: the head, the rounds. ARGV: the token, or 'follow' to
-- take over a later round from the record; revision, base, position, rows. Returns 1 if published.
local known = tonumber(redis.call('HGET', KEYS[1], 'revision') or '0')
local revision = tonumber(ARGV[2])
if ARGV[1] == 'follow' then
  if revision <= known then
    return 0
  end
elseif redis.call('HGET', KEYS[1], 'token') ~= ARGV[1] or revision ~= known + 1 then
  return 0
end
redis.call('HSET', KEYS[1], 'revision', ARGV[2], 'base', ARGV[3], 'position', ARGV[4])
redis.call('HSET', KEYS[2], ARGV[2], ARGV[5])
for _, round in ipairs(redis.call('HKEYS', KEYS[2])) do
  if tonumber(round) < tonumber(ARGV[3]) then
    redis.call('HDEL', KEYS[2], round)
  end
end
return 1
