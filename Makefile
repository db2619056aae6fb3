# make run | stop | test | check | bench | reset       PORT=8080 VAR=var
# This file builds; conf/run.mk runs the portal; tests/test.mk tests and measures it.

PORT ?= 8080
VAR  ?= var
B    := build

.DEFAULT_GOAL := build
.DELETE_ON_ERROR:
.SUFFIXES:
MAKEFLAGS += --no-builtin-rules

PROGRAMS := $(patsubst cgi-bin/%/main.c,%,$(wildcard cgi-bin/*/main.c))
JOBS     := $(patsubst cgi-bin/jobs/%.c,%,$(wildcard cgi-bin/jobs/*.c))
LIB_SRC  := $(wildcard cgi-bin/base/*.c cgi-bin/wrap/*.c cgi-bin/web/*.c cgi-bin/domain/*.c cgi-bin/parts/*.c)
LIB_CC   := $(wildcard cgi-bin/wrap/*.cc)
STMTS    := $(sort $(wildcard sql/stmt/*.sql))
TPLS     := $(sort $(wildcard templates/*/*.tpl))

# SAN=1 builds everything with the address and undefined-behaviour sanitizers, in its own folder
ifeq ($(SAN),1)
B       := build/san
OPT     := -O1 -g -fsanitize=address,undefined -fno-sanitize-recover=all -fno-omit-frame-pointer
else
OPT     := -O2 -g -D_FORTIFY_SOURCE=2
endif
WARN    := -Wall -Wextra -Wconversion -Wshadow -Wcast-qual -Wformat=2 -Wvla -Wswitch-enum -Wundef -Werror
CWARN   := $(WARN) -Wstrict-prototypes -Wmissing-prototypes
HARD    := -fstack-protector-strong -fPIE
INC     := -Icgi-bin -I$(B)
# pango says where its headers are; as those of the system, they are not ours to warn about
PANGO   := $(shell pkg-config --cflags pangocairo pangoft2 2>/dev/null)
CPPFLAGS += -D_GNU_SOURCE $(INC) $(patsubst -I%,-isystem %,$(filter -I%,$(PANGO)))
CFLAGS  += -std=c11 $(OPT) $(CWARN) $(HARD)
CXXFLAGS += -std=c++17 $(OPT) $(WARN) $(HARD)
LDFLAGS += -pie -Wl,-z,relro,-z,now -Wl,--as-needed
LIBS     = -ltalloc -lmariadb -lqrencode -lsodium -ljansson -lqpdf -lzip -lcurl -lfcgi -lctemplate_nothreads -lstdc++ \
           -lpangocairo-1.0 -lpangoft2-1.0 -lpango-1.0 -lgobject-2.0 -lglib-2.0 -lcairo -lfontconfig -lm

# one short line per file; V=1 shows the commands
ifeq ($(V),1)
say      =
else
say      = @echo '  $(1)  $@';
endif

GEN_H   := $(B)/gen/sql.h $(B)/gen/tpl_names.h
LIB_OBJ := $(LIB_SRC:cgi-bin/%.c=$(B)/obj/%.o) $(LIB_CC:cgi-bin/%.cc=$(B)/obj/%.o) $(B)/obj/gen/sql.o
LIB     := $(B)/libportal.a
BINS    := $(PROGRAMS:%=$(B)/bin/%) $(JOBS:%=$(B)/bin/%)

.PHONY: build
build: $(BINS)

$(B)/gen/sql.h: cgi-bin/gen/sql.awk $(STMTS)
	@mkdir -p $(@D)
	@LC_ALL=C awk -v out=$(B)/gen/sql -f cgi-bin/gen/sql.awk $(STMTS)
$(B)/gen/sql.c: $(B)/gen/sql.h ;
$(B)/gen/tpl_names.h: cgi-bin/gen/tpl_names.awk $(TPLS)
	@mkdir -p $(@D)
	@LC_ALL=C awk -v out=$(B)/gen/tpl_names -f cgi-bin/gen/tpl_names.awk $(TPLS)

$(B)/obj/gen/sql.o: $(B)/gen/sql.c | $(GEN_H)
	@mkdir -p $(@D)
	$(call say,cc)$(CC) $(CPPFLAGS) $(CFLAGS) -MMD -MP -c -o $@ $<
$(B)/obj/%.o: cgi-bin/%.c | $(GEN_H)
	@mkdir -p $(@D)
	$(call say,cc)$(CC) $(CPPFLAGS) $(CFLAGS) -MMD -MP -c -o $@ $<
$(B)/obj/%.o: cgi-bin/%.cc | $(GEN_H)
	@mkdir -p $(@D)
	$(call say,c++)$(CXX) $(CPPFLAGS) $(CXXFLAGS) -MMD -MP -c -o $@ $<

$(LIB): $(LIB_OBJ)
	@rm -f $@
	$(call say,ar)$(AR) rcs $@ $^

define program
$(B)/bin/$(1): $(patsubst cgi-bin/%.c,$(B)/obj/%.o,$(wildcard cgi-bin/$(1)/*.c)) $(LIB)
	@mkdir -p $$(@D)
	$$(call say,ld)$$(CC) $$(OPT) $$(LDFLAGS) -o $$@ $$(filter %.o,$$^) $(LIB) $$(LIBS)
endef
$(foreach p,$(PROGRAMS),$(eval $(call program,$(p))))
$(JOBS:%=$(B)/bin/%): $(B)/bin/%: $(B)/obj/jobs/%.o $(LIB)
	@mkdir -p $(@D)
	$(call say,ld)$(CC) $(OPT) $(LDFLAGS) -o $@ $< $(LIB) $(LIBS)

.PHONY: clean
clean:
	rm -rf build

-include $(shell find $(B)/obj -name '*.d' 2>/dev/null)
-include conf/run.mk
-include tests/test.mk
