-- pages.lua - for wrk: ask for one line of a file at random, over and over; at the end say what came of it.
--   wrk -t1 ... -s pages.lua http://127.0.0.1:8080 -- FILE SEED [size]
-- Prints "bench: <answers> <errors> <seconds> <ms of the 50th percentile> <of the 99th>"; with "size" the mean number of
-- bytes of a page, which takes a little longer to find.

local asked = {}
local the_thread
pages, bytes = 0, 0 -- global, so that done can get them from the thread

function setup(thread)
	the_thread = thread
end

function init(args)
	for path in io.lines(args[1]) do
		asked[#asked + 1] = wrk.format("GET", path)
	end
	math.randomseed(tonumber(args[2]))
	if args[3] == "size" then
		response = function(_, _, body)
			pages, bytes = pages + 1, bytes + #body
		end
	end
end

function request()
	return asked[math.random(#asked)]
end

function done(summary, latency)
	local e = summary.errors
	local n = the_thread:get("pages")
	if n > 0 then
		io.write(string.format("bench: %d\n", the_thread:get("bytes") / n))
	else
		io.write(string.format("bench: %d %d %.3f %.2f %.2f\n", summary.requests,
			e.connect + e.read + e.write + e.status + e.timeout, summary.duration / 1e6,
			latency:percentile(50) / 1e3, latency:percentile(99) / 1e3))
	end
end
