# bench.mk - make bench: how fast pages are, as ratios (tests/bench/run says what of what).
#   make bench ONLY=booking       places of visits: tests/bench/booking
#   make bench ONLY=hall          screens and phones that watch the hall: tests/bench/hall
#   make bench CASES=1000000       make bench SCALE=1: once with 10,000 cases and once with 1,000,000

CASES ?= 100000
bench_programs := bare booking commits people submit tokens
bench_helpers := $(B)/tests/bench/crowd.o
BENCH_BINS := $(bench_programs:%=$(B)/tests/bench/%)

.PHONY: bench bench-programs
bench-programs: $(BENCH_BINS)
$(BENCH_BINS): %: %.o $(bench_helpers) $(LIB)
	$(CC) $(OPT) $(LDFLAGS) -o $@ $(filter %.o,$^) $(LIB) $(LIBS)
.SECONDARY: $(BENCH_BINS:%=%.o) $(bench_helpers)

bench: packages
	@conf/install bench
	@$(MAKE) --no-print-directory --silent -j$$(nproc) build static bench-programs
	@CASES='$(CASES)' SCALE='$(SCALE)' tests/bench/run
