# run.mk - run, stop and reset a private portal; conf/portal does the work.
#   make run PORT=8081 VAR=/tmp/second       a second portal beside the first
#   make run LISTEN=0.0.0.0 BASE_URL=http://192.168.1.5:8080       for a telephone in the same network

export PORT VAR
PORTAL := BIN=$(abspath $(B)/bin) conf/portal

.PHONY: run stop reset status packages
run: packages
	@$(MAKE) --no-print-directory --silent -j$$(nproc) build static
	@$(PORTAL) start
stop:
	@$(PORTAL) stop
reset:
	@$(PORTAL) reset
status:
	@$(PORTAL) status

packages:
	@conf/install build run

# static/ with a compressed copy of each text beside it, so that nginx need not compress
STATIC := $(shell find static -type f)
.PHONY: static
static: build/static.made
build/static.made: $(STATIC)
	@rm -rf build/static.new build/static.old
	@mkdir -p build
	@cp -rp static build/static.new
	@find build/static.new -type f -size +1k \
		\( -name '*.css' -o -name '*.js' -o -name '*.svg' -o -name '*.html' \) -exec gzip -9nk {} +
	@[ ! -d build/static ] || mv build/static build/static.old
	@mv build/static.new build/static
	@rm -rf build/static.old
	@touch $@
