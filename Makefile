# Two commands do all set-up in a clean clone: `make demo` and `make test`.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
READY := $(VENV)/.ready

# Tests start the program many times; byte code that is not kept is made anew each time.
unexport PYTHONDONTWRITEBYTECODE

.PHONY: setup demo test questions fuzz lint types contract wheel check lock clean

setup: $(READY)

# The stamp is newer than the lock file only after a complete installation.
$(READY): requirements/dev.lock
	$(PYTHON) -c 'import sys; sys.exit("communique needs Python 3.11 or newer; run make PYTHON=python3.11 (this is " + sys.version.split()[0] + ")" if sys.version_info < (3, 11) else 0)'
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --require-hashes --requirement requirements/dev.lock
	$(BIN)/python -m pip install --quiet --no-deps --no-build-isolation --editable .
	touch $@

demo: $(READY)
	$(BIN)/python -m examples.demo

test: $(READY)
	$(BIN)/python -m pytest -n 2 --dist worksteal

# Asks the questions on further stories, which the tests leave out for the time they take.
questions: $(READY)
	$(BIN)/python -m pytest -n 2 --dist worksteal -m long tests/ask

# Looks at random for what the property tests have not yet found; CONTRIBUTING.md says how.
ROUNDS ?= 5
fuzz: $(READY)
	for round in $$(seq $(ROUNDS)); do $(BIN)/python -m pytest -n 2 --dist worksteal -m hypothesis --hypothesis-profile=fuzz || exit 1; done

lint: $(READY)
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

types: $(READY)
	$(BIN)/mypy

contract: $(READY)
	$(BIN)/lint-imports

wheel: $(READY)
	$(BIN)/python .ci/check_wheel.py

check: test lint types contract wheel

# Pins and hashes every requirement for all supported Pythons; writes no index address.
lock:
	$(BIN)/uv pip compile --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-emit-find-links --no-header --quiet pyproject.toml --output-file requirements/run.lock
	$(BIN)/uv pip compile --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-emit-find-links --no-header --quiet pyproject.toml --all-extras --group dev --output-file requirements/dev.lock

clean:
	rm -rf $(VENV) build dist demo
