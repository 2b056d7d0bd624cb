-- Reads the tasks that wait longest, each followed by its ticket: a script's answer is a flat list
-- in either version of the protocol.
-- KEYS: the tasks by ticket. ARGV: the last index.
return redis.call('ZRANGE', KEYS[1], 0, ARGV[1], 'WITHSCORES')
