# The project's commands. `make demo` and `make test` do all their own set-up; `make help` lists the rest.

PYTHON ?= python3
BIN := .venv/bin
TESTS ?= tests
TRUTH ?= tests/truth
SEEDS ?= 100
STEPS ?= 10000
# twice as many as there are cores: half of the tests' time is waiting for processes, clocks and brokers
WORKERS ?= $(shell echo $$((2 * $$(getconf _NPROCESSORS_ONLN))))

.PHONY: help setup demo test plain check format services truth browser package lock clean

help:  ## show this list
	@grep -hE '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 12

setup: .venv/ready  ## make the environment in .venv

demo: .venv/ready  ## Sidelight at work on loopback helpdesks; Ctrl-C ends it
	@$(BIN)/sidelight demo

test: check plain  ## everything that needs no service and no browser

plain: .venv/ready-dev  ## the same without the linters
	$(BIN)/pytest -n $(WORKERS) --dist worksteal -m "not services and not browser" $(TESTS)

check: .venv/ready-dev  ## the linters, types and import contracts
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports

services: .venv/ready-dev  ## the tests that need PostgreSQL, Redis and RabbitMQ on this machine
	$(BIN)/pytest -n auto --dist loadgroup -m services $(TESTS)

truth: .venv/ready-dev  ## a hundred worlds read through trouble, ten thousand steps against our own echo
	$(BIN)/pytest -n auto --dist worksteal $(TRUTH) --seeds $(SEEDS) --echo-steps $(STEPS)

browser: .venv/ready-dev  ## the tests that need Chromium and Node; pictures of the sidebars go to dist/screenshots
	$(BIN)/pytest -n auto --dist worksteal -m "browser and not alone" $(TESTS)
	$(BIN)/pytest -m "browser and alone" $(TESTS)

package: .venv/ready  ## the sidebars as they are installed, into dist/
	@$(BIN)/python -m manifest.build

format: .venv/ready-dev  ## put every file in shape
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

lock: .venv/ready-dev  ## write the locked requirements anew
	$(BIN)/pip-compile --quiet --strip-extras --no-emit-index-url --no-emit-trusted-host --no-emit-find-links --no-header -o requirements.txt requirements.in
	$(BIN)/pip-compile --quiet --strip-extras --no-emit-index-url --no-emit-trusted-host --no-emit-find-links --no-header -o requirements-dev.txt requirements-dev.in

clean:  ## remove the environment and what runs left behind
	rm -rf .venv .sidelight .mypy_cache .ruff_cache .pytest_cache .hypothesis

.venv/ready: requirements.txt pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
		{ echo "Python 3.11 or newer is needed; run: make $(MAKECMDGOALS) PYTHON=/path/to/python3.11"; exit 1; }
	@echo "Setting up .venv (once; a minute or two) …"
	@test -x $(BIN)/python || $(PYTHON) -m venv .venv
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check -r requirements.txt
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps -e .
	@touch $@

.venv/ready-dev: .venv/ready requirements-dev.txt
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check -r requirements-dev.txt
	@touch $@
