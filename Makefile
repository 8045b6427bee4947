# Dateline's commands. `make help` lists them.

SHELL = /bin/sh
PORT ?= 8000
BIN = .venv/bin
PIP = $(BIN)/python -m pip -qq --disable-pip-version-check install --require-hashes
# Checks need settings that load, not a newsroom's secret.
CHECK_ENV = env -u DATABASE_URL -u REDIS_URL DEBUG=off SECRET_KEY=checks
UV_COMPILE = $(BIN)/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-header --no-emit-index-url

.PHONY: help run test test-units test-stack lint format bench bench-lighthouse audit requirements

help:  ## this list
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "make %-16s %s\n", $$1, $$2 }' Makefile

run: .venv/installed  ## Dateline on this machine: http://127.0.0.1:8000 (PORT=9000 moves it)
	@exec env DEBUG=on $(BIN)/python manage.py run --port $(PORT)

test: .venv/installed-dev var/node/installed  ## everything: units, integration, faults, browser
	@$(BIN)/python -m tests.e2e.browser
	@failed=0; \
	$(MAKE) --no-print-directory test-units || failed=1; \
	$(MAKE) --no-print-directory test-stack || failed=1; \
	exit $$failed

test-units: .venv/installed-dev  ## all that needs no running Dateline
	$(BIN)/python -m pytest -q -n 2 -m "not e2e and not faults"

test-stack: .venv/installed-dev var/node/installed  ## browser and faults, on the real programs; one after another
	@# A browser on a busy machine may lose a race with the test: what failed is run once more, alone, and has to pass then.
	$(BIN)/python -m pytest -q -p no:randomly -m "e2e or faults" --durations 10 || { \
		echo "== Once more, what failed:"; \
		$(BIN)/python -m pytest -q -p no:randomly -m "e2e or faults" --last-failed --last-failed-no-failures none; }

lint: .venv/installed-dev  ## style, types, templates, layers, settings, migrations, requirements
	$(BIN)/ruff check .
	$(BIN)/ruff format --check --quiet . || { echo "Run make format."; exit 1; }
	$(BIN)/mypy
	find templates timelines editorial -name '*.html' -exec $(BIN)/djade --target-version 5.2 --check {} +
	$(BIN)/lint-imports --no-logo
	$(CHECK_ENV) $(BIN)/python manage.py check
	$(CHECK_ENV) $(BIN)/python manage.py makemigrations --check --dry-run
	$(BIN)/python -W ignore -m deptry .

format: .venv/installed-dev  ## Python and templates, in place
	$(BIN)/ruff check --fix --quiet . || true
	$(BIN)/ruff format .
	find templates timelines editorial -name '*.html' -exec $(BIN)/djade --target-version 5.2 {} +

bench: .venv/installed-dev  ## the measurements the README quotes
	@for file in bench/[!_]*.py; do \
		[ -e "$$file" ] || { echo "Nothing to measure yet."; exit 0; }; \
		name=$${file#bench/}; echo "== $${name%.py}"; $(CHECK_ENV) $(BIN)/python -m bench.$${name%.py} || exit 1; \
	done

bench-lighthouse: .venv/installed-dev  ## Lighthouse's mobile scores of the public page; needs Node, npm, Chromium
	@$(CHECK_ENV) $(BIN)/python -m bench._lighthouse

audit: .venv/installed-dev  ## known vulnerabilities in what is installed (asks the network)
	$(BIN)/pip-audit --require-hashes --requirement requirements.txt
	$(BIN)/pip-audit --require-hashes --requirement requirements-dev.txt

requirements: .venv/installed-dev  ## compile requirements.in and requirements-dev.in
	$(UV_COMPILE) requirements.in --output-file requirements.txt
	$(UV_COMPILE) requirements-dev.in --output-file requirements-dev.txt

# --- What is installed. A stamp is newer than the requirements it installed, or it is made again. -------------

.venv/installed: requirements.txt
	@python=; for name in $(PYTHON) python3 python3.13 python3.12 python3.11; do \
		if "$$name" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then python=$$name; break; fi; \
	done; \
	[ -n "$$python" ] || { echo "Dateline needs Python 3.11 or newer; none was found. Set PYTHON to one." >&2; exit 1; }; \
	$(BIN)/python -c '' 2>/dev/null || "$$python" -m venv --clear .venv || { \
		echo "Python's venv module is missing; on Debian: apt install python3-venv" >&2; exit 1; }
	@echo "Installing what Dateline needs into .venv ..."
	@$(PIP) -r requirements.txt
	@touch $@

.venv/installed-dev: .venv/installed requirements-dev.txt
	@echo "Installing what its tests and checks need into .venv ..."
	@$(PIP) -r requirements.txt -r requirements-dev.txt
	@touch $@

# What tests need from npm: the Nu HTML checker and TimelineJS. Their scripts are not run; the checker runs in Java.
var/node/installed: tests/node/package.json tests/node/package-lock.json | .venv/installed-dev
	@$(BIN)/python -m tests.e2e.tools
	@echo "Fetching the HTML checker and TimelineJS into var/node ..."
	@mkdir -p var/node && cp tests/node/package.json tests/node/package-lock.json var/node/
	@npm ci --prefix var/node --ignore-scripts --no-audit --no-fund --silent
	@touch $@
