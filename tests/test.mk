# test.mk - make test | check | lint | unit | fuzz-seeds | test-db | test-http | test-browser | fuzz | tidy
# Suites and what is in them are found by tests/run; here is how their programs are built.

.PHONY: test check lint unit fuzz-seeds fuzz tidy walk unit-programs fuzz-programs db-programs

test:
	@tests/run
check: build
	@tests/run lint unit
lint: build
	@tests/run lint
unit:
	@tests/run unit
fuzz-seeds:
	@tests/run fuzz
test-%:
	@tests/run $*

# --- test programs: a file test_*.c or fuzz_*.c is one; other .c files of the folder are linked into each ----------
test_programs = $(patsubst tests/%.c,$(B)/tests/%,$(wildcard tests/$(1)/$(2)_*.c))
test_helpers = $(patsubst tests/%.c,$(B)/tests/%.o,$(filter-out tests/$(1)/$(2)_%.c,$(wildcard tests/$(1)/*.c)))

unit-programs: $(call test_programs,unit,test)
db-programs: $(call test_programs,db,test)
fuzz-programs: $(call test_programs,fuzz,fuzz)

TEST_CPPFLAGS = $(CPPFLAGS) -Itests
$(B)/tests/%.o: tests/%.c | $(GEN_H)
	@mkdir -p $(@D)
	$(CC) $(TEST_CPPFLAGS) $(CFLAGS) -MMD -MP -c -o $@ $<
.SECONDARY: $(patsubst tests/%.c,$(B)/tests/%.o,$(wildcard tests/unit/*.c tests/db/*.c tests/fuzz/*.c))

$(call test_programs,unit,test): %: %.o $(call test_helpers,unit,test) $(LIB)
	$(CC) $(OPT) $(LDFLAGS) -o $@ $(filter %.o,$^) $(LIB) -lcmocka $(LIBS)
# they use the second clock and the second table of the unit tests
$(call test_programs,db,test): %: %.o $(call test_helpers,db,test) $(call test_helpers,unit,test) $(LIB)
	$(CC) $(OPT) $(LDFLAGS) -o $@ $(filter %.o,$^) $(LIB) -lcmocka $(LIBS)
$(call test_programs,fuzz,fuzz): %: %.o $(call test_helpers,fuzz,fuzz) $(LIB)
	$(CC) $(OPT) $(LDFLAGS) -o $@ $(filter %.o,$^) $(LIB) $(LIBS)

# --- random walks of cases: make walk CASES=100000 --------------------------------------------------------------------
# As make test does with some hundred; says what it saw at the end.  The head of db/test_case_walk.c has more settings.
CASES ?= 100000
walk: build $(B)/tests/db/test_case_walk
	WALK_CASES=$(CASES) WALK_JOBS=$${WALK_JOBS:-$$(nproc)} nice tests/db/with-mariadb $(B)/tests/db/test_case_walk

# --- looking for new seeds: make fuzz TOPIC=conf SECONDS=60 ----------------------------------------------------------
# A build of its own, by clang.  What it finds stays in build/fuzz; a crash is copied to tests/fuzz/seeds by hand,
# together with the fix.
TOPIC   ?=
SECONDS ?= 60
FUZZ_OPT := -O1 -g -fsanitize=fuzzer-no-link,address,undefined -fno-sanitize-recover=all -fno-omit-frame-pointer
fuzz:
	@test -f tests/fuzz/fuzz_$(TOPIC).c || { echo "make fuzz TOPIC=<topic> SECONDS=60, where the topic is one of:" \
		$(patsubst tests/fuzz/fuzz_%.c,%,$(wildcard tests/fuzz/fuzz_*.c)); exit 2; }
	@$(MAKE) --no-print-directory B=build/fuzz CC=clang CXX=clang++ WARN=-w OPT='$(FUZZ_OPT)' build/fuzz/fuzz_$(TOPIC)
	@mkdir -p build/fuzz/corpus/$(TOPIC) tests/fuzz/seeds/$(TOPIC)
	build/fuzz/fuzz_$(TOPIC) -max_total_time=$(SECONDS) -timeout=10 -rss_limit_mb=2048 -print_final_stats=1 \
		-artifact_prefix=build/fuzz/$(TOPIC)- build/fuzz/corpus/$(TOPIC) tests/fuzz/seeds/$(TOPIC)
build/fuzz/fuzz_%: $(B)/tests/fuzz/fuzz_%.o $(filter-out %/replay.o,$(call test_helpers,fuzz,fuzz)) $(LIB)
	$(CC) $(OPT) -fsanitize=fuzzer $(LDFLAGS) -o $@ $(filter %.o,$^) $(LIB) $(LIBS)

# --- a second reader ----------------------------------------------------------------------------------------------
# FILES="cgi-bin/base/conf.c" looks at these only.
FILES ?= $(LIB_SRC) $(wildcard cgi-bin/*/*.c)
tidy: $(GEN_H)
	@printf '%s\n' $(sort $(FILES)) | xargs -P "$$(nproc)" -n 4 \
		sh -c 'clang-tidy --quiet --warnings-as-errors="*" "$$@" -- $(CPPFLAGS) -std=c11' clang-tidy

-include tests/bench/bench.mk
-include $(shell find $(B)/tests -name '*.d' 2>/dev/null)
