-- Applies learning steps, each whole and once. KEYS: revision, counted items, then any.
-- ARGV: how many entries a history keeps, how many likers an item keeps, how many steps; for each
-- step the keys of the user's applied ids, history and seen items, then feedback id, expected
-- revision, time, entry, item, user, 1 for a like, the key of the item's likers, counts, pairs.
-- Returns for each 0 (applied), 1 (duplicate) or 2 (conflict).

-- The users of whom a step was not applied. Their later steps were computed as if it had been: even
-- if the revision is the one they expect, another writer's step may have brought it there.
local overtaken = {}

-- Notes who liked an item last: the same in whatever order the likes come.
local function add_liker(likers, user, at, most)
  local before = redis.call('ZSCORE', likers, user)
  if not before or tonumber(before) < tonumber(at) then
    redis.call('ZADD', likers, at, user)
  end
  redis.call('ZREMRANGEBYRANK', likers, 0, -most - 1)
end

local function apply(kept, likers_kept)
  local applied, history, seen = take_key(), take_key(), take_key()
  local id, expected, at, entry, item = take(), take(), take(), take(), take()
  local user, liked, likers = take(), take(), take_key()
  if redis.call('SISMEMBER', applied, id) == 1 then
    overtaken[applied] = true
    skip_increments()
    return 1
  end
  if overtaken[applied] or redis.call('SCARD', applied) ~= tonumber(expected) then
    overtaken[applied] = true
    skip_increments()
    return 2
  end
  redis.call('SADD', applied, id)
  redis.call('ZADD', history, at, entry)
  redis.call('ZREMRANGEBYRANK', history, 0, -kept - 1)
  redis.call('SADD', seen, item)
  if liked == '1' and likers_kept > 0 then
    add_liker(likers, user, at, likers_kept)
  end
  add_counts()
  add_pairs()
  announce(KEYS[1], KEYS[2], item)
  return 0
end

local kept, likers_kept = tonumber(take()), tonumber(take())
local outcomes = {}
for step = 1, tonumber(take()) do
  outcomes[step] = apply(kept, likers_kept)
end
return outcomes
