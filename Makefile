# khaosat: `make run` opens the application on a sample list, `make test` runs every test.
SHELL := /bin/bash
export LC_ALL ?= C.UTF-8

.PHONY: help run test test-long check format bench differential fuzz dist clean

help: ## Show this list
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/^([a-z-]+):.*## /\1\t/' | while IFS=$$'\t' read -r name text; do printf '  make %-10s %s\n' "$$name" "$$text"; done

run: ## Build the release binary and open it on the sample list of 100 establishments
	@scripts/run

test: ## Build and run all tests
	@scripts/setup test
	@scripts/test

test-long: ## The same with the long runs (fault loops, fuzzing, property tests)
	@scripts/setup test
	@KHAOSAT_LONG=1 scripts/test

check: ## Formatting and the rules of the house (imports, lengths, comments)
	@scripts/check

format: ## Format every Swift file
	@swift format -i -r --configuration .swift-format Package.swift Sources Tests

bench: ## Speed and memory beside peers, as a table
	@scripts/setup bench
	@scripts/bench

differential: ## Random forms with random answers beside JavaRosa [CASES=2000] [SEED=1]
	@scripts/differential $(or $(CASES),2000) $(or $(SEED),1)

fuzz: ## Made-up inputs for the readers of expressions, YAML, workbooks and XForms [MINUTES=10]
	@scripts/setup test
	@scripts/fuzz $(or $(MINUTES),10)

dist: ## One archive that installs on a laptop without toolchain and network
	@scripts/setup run
	@scripts/dist

clean: ## Remove what was built (never a store)
	@rm -rf .build dist
