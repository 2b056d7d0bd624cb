-- Saves weights. KEYS: their hash. ARGV: 'next' (only if theirs is the revision after the stored
-- one) or 'later' (only if it is any later one), their revision, the values of the terms, and
-- a field and its value for each relation.
local known = tonumber(redis.call('HGET', KEYS[1], 'revision') or '0')
local offered = tonumber(ARGV[2])
if offered <= known or (ARGV[1] == 'next' and offered ~= known + 1) then
  return 0
end
redis.call('HSET', KEYS[1], 'revision', ARGV[2], 'values', ARGV[3])
for i = 4, #ARGV, 2 do
  redis.call('HSET', KEYS[1], ARGV[i], ARGV[i + 1])
end
return 1
