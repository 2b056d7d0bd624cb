-- Puts tasks at the end of a queue.
-- KEYS: the last ticket, the tasks by ticket. ARGV: tasks.
local ticket = redis.call('INCR', KEYS[1])
for i = 1, #ARGV do
  redis.call('ZADD', KEYS[2], ticket, ARGV[i])
end
return ticket
