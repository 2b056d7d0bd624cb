-- What the scripts share that add to counters.
local cursor = 0

-- Returns the next argument.
local function take()
  cursor = cursor + 1
  return ARGV[cursor]
end

-- Returns the key that the next argument is the index of.
local function take_key()
  return KEYS[tonumber(take())]
end

-- Adds an integer, handed on as text since a number of Lua would lose its low bits. A counter that
-- comes back to 0 is gone, so that the same sums always leave the same bits.
local function add(key, field, amount)
  if amount ~= '0' and redis.call('HINCRBY', key, field, amount) == 0 then
    redis.call('HDEL', key, field)
  end
end

-- Takes an item's counters: key, then a number of fields, then fields with their amounts.
local function add_counts()
  local key = take_key()
  for _ = 1, tonumber(take()) do
    add(key, take(), take())
  end
end

-- Takes a number of pairs, then for each the row's key, the neighbour and the amount.
local function add_pairs()
  for _ = 1, tonumber(take()) do
    add(take_key(), take(), take())
  end
end

-- Passes over what add_counts and add_pairs would take.
local function skip_increments()
  cursor = cursor + 1
  cursor = cursor + 1 + 2 * tonumber(ARGV[cursor + 1])
  cursor = cursor + 1 + 3 * tonumber(ARGV[cursor + 1])
end

-- Announces that the counters of an item changed.
local function announce(revision_key, counted_key, item)
  redis.call('ZADD', counted_key, redis.call('INCR', revision_key), item)
end
