-- Forgets a user. KEYS: revision, counted items, then any.
-- ARGV: the keys of the user's applied ids, history and seen items, the expected revision, the user,
-- how many counts; for each the item, the key of its likers and its counts; pairs. Returns 1, or 0 if the revision is another.
local applied, history, seen = take_key(), take_key(), take_key()
if redis.call('SCARD', applied) ~= tonumber(take()) then
  return 0
end
local user = take()
redis.call('DEL', applied, history, seen)
for _ = 1, tonumber(take()) do
  announce(KEYS[1], KEYS[2], take())
  redis.call('ZREM', take_key(), user)
  add_counts()
end
add_pairs()
return 1
