# FamilyTrace. Each target is a few plain lines that can be copied to a shell.
.DEFAULT_GOAL := help
SHELL := /bin/sh
BIN := .venv/bin
STAMP := .venv/.set-up
DEMO ?= demo
WHAT ?=
CATALOGUES := $(wildcard locales/*/LC_MESSAGES/*.po)

.PHONY: help setup demo app test quick check fix bench campaign strings lock clean

help: ## show this list
	@awk -F ':.*## ' '/^[a-z]+:.*## / {printf "  make %-10s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

setup: $(STAMP) ## make .venv with the locked packages, and the system libraries if allowed

$(STAMP): packaging/requirements.txt pyproject.toml packaging/setup.sh packaging/hatch_build.py $(CATALOGUES)
	@packaging/setup.sh

demo: setup ## run the main job on a fictional case in ./demo, then show it
	@packaging/demo.sh "$(DEMO)"

app: setup ## open the window
	@$(BIN)/familytrace

test: setup ## run all tests, and prove that nothing opened a network socket
	$(BIN)/python packaging/run_offline.py $(BIN)/python -m pytest $(WHAT)
	$(BIN)/python -m pytest -m "tracer and not campaign" $(WHAT) || [ $$? -eq 5 ]

quick: setup ## run the tests named by WHAT, without the network proof
	$(BIN)/python -m pytest $(WHAT)

check: setup ## lint, types, layers and house rules
	$(BIN)/ruff check .
	$(BIN)/ruff format --check --quiet .
	$(BIN)/mypy
	$(BIN)/lint-imports --no-cache --config packaging/import-contracts.toml --no-cache
	$(BIN)/python packaging/house_rules.py

fix: setup ## let the linter mend what it can
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

bench: setup ## measure against baselines of the same run
	$(BIN)/python tests/bench/run.py $(WHAT)

campaign: setup ## the long runs: kills, fuzzing, whole Unicode files (hours)
	$(BIN)/python -m pytest -m campaign $(WHAT)

strings: setup ## collect the sentences of the program into the catalogues
	@packaging/strings.sh

lock: ## choose package versions anew from packaging/requirements.in (needs uv)
	uv pip compile packaging/requirements.in --quiet --universal --python-version 3.11 \
		--only-binary :all: --generate-hashes --no-emit-index-url --no-header --no-annotate \
		-o packaging/requirements.txt

clean: ## remove what setup, tests and demo made
	rm -rf .venv demo build dist .pytest_cache .mypy_cache .ruff_cache .hypothesis .import_linter_cache
