-- Makes edges stand around their ends, or not, in one step.
-- KEYS: the edges around each end. ARGV: for each edge and end the index of its key, what the
-- edge's member starts with, and what it ends with, empty where no edge is left.
for i = 1, #ARGV, 3 do
  local key = KEYS[tonumber(ARGV[i])]
  local start = ARGV[i + 1]
  -- A tab ends the start, so a line feed comes after whatever begins with it.
  redis.call('ZREMRANGEBYLEX', key, '[' .. start .. '\t', '(' .. start .. '\n')
  if ARGV[i + 2] ~= '' then
    redis.call('ZADD', key, 0, start .. ARGV[i + 2])
  end
end
return #ARGV / 3
