# make demo   builds every document of the example and prints their paths
# make test   runs the whole test suite
# Both set up what they need: a virtual environment in .venv with pinned versions.
# On Windows, without make: see CONTRIBUTING.md.

NEWEST := python3 python3.14 python3.13 python3.12 python3.11
IS_NEW := import sys; sys.exit(sys.version_info < (3, 11))
PYTHON ?= $(shell for each in $(NEWEST); do $$each -c '$(IS_NEW)' 2>/dev/null && echo $$each && break; done)

BIN := .venv/bin
READY := .venv/.ready
EXAMPLE := proposals/community-health-nurse
LAYERS := $(EXAMPLE) $(wildcard $(EXAMPLE)/organization.yaml $(EXAMPLE)/terms.yaml)

.PHONY: setup demo test check bench validate pictures restyle clean
.DEFAULT_GOAL := demo

setup: $(READY)

# Twice quiet: pip's warnings would push what demo and test print out of sight; its errors are shown.
$(READY): requirements/runtime.txt requirements/dev.txt pyproject.toml | .venv
	@$(BIN)/python -m pip install --quiet --quiet --disable-pip-version-check -r requirements/dev.txt
	@$(BIN)/python -m pip install --quiet --quiet --disable-pip-version-check --no-deps --no-build-isolation -e .
	@git config diff.docx.textconv "$(BIN)/jobshare-docs text" 2>/dev/null || true
	@touch $@

# Debian's Python has no venv of its own: its package is installed where that is allowed.
.venv:
	@test -n "$(PYTHON)" || { echo "Python 3.11 or newer is needed; none of these is: $(NEWEST)" >&2; exit 1; }
	@$(PYTHON) -m venv .venv >/dev/null 2>&1 || { rm -rf .venv; \
	  test "$$(id -u)" = 0 && command -v apt-get >/dev/null && \
	    apt-get update --quiet >/dev/null && apt-get install --yes --quiet python3-venv >/dev/null; \
	  $(PYTHON) -m venv .venv; } || { rm -rf .venv; \
	  echo "No virtual environment can be made; on Debian or Ubuntu: sudo apt-get install python3-venv" >&2; exit 1; }

demo: setup
	@$(BIN)/jobshare-docs all $(LAYERS)

test: setup
	@$(BIN)/python -m pytest

check: setup
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports --no-cache

bench: setup
	@$(BIN)/python -m pip install --quiet --quiet --disable-pip-version-check -r requirements/bench.txt
	@$(BIN)/python -m bench
	@$(BIN)/python -m bench.batch

# Microsoft's Open XML SDK (needs Node) finds nothing, for any version of Office, in any template
# or document of an example. FILES="a.docx b.docx" looks at those instead.
validate: setup
	@$(BIN)/python tools/validation.py $(FILES)

# Every page of every document of every example, and a sheet of all, in build/pictures (needs
# LibreOffice and poppler).
pictures: setup
	@$(BIN)/python tools/pictures.py

# Gives every template the styles and numbering of templates/house-style.docx, and writes what Word
# saved in it as every Office since 2007 knows it.
restyle: setup
	@$(BIN)/python tools/restyle.py

clean:
	rm -rf .venv build dist .mypy_cache .ruff_cache .pytest_cache .hypothesis .benchmarks .import_linter_cache
	rm -rf $(EXAMPLE)/documents
	find . -name __pycache__ -type d -prune -exec rm -rf {} +
