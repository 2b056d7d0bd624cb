-- Removes tasks from a queue, but for those asked for again.
-- KEYS: the tasks by ticket. ARGV: tasks, each followed by the ticket it was read with.
local removed = 0
for i = 1, #ARGV, 2 do
  local ticket = redis.call('ZSCORE', KEYS[1], ARGV[i])
  if ticket and tonumber(ticket) == tonumber(ARGV[i + 1]) then
    removed = removed + redis.call('ZREM', KEYS[1], ARGV[i])
  end
end
return removed
