# make report: the pages; make test: all checks; the others are listed by make help.
PYTHON ?=
CANDIDATES := $(or $(PYTHON),python3 python3.14 python3.13 python3.12 python3.11 python)
BIN := .venv/bin
RUN := $(BIN)/python -m

.DEFAULT_GOAL := help
.PHONY: help report test lab baseline bench lock clean

help:  ## this list
	@sed -n 's/^\([a-z]*\):.*## /make \1\t/p' Makefile

report: .venv/ready  ## execute the notebooks and write reports/
	@$(RUN) analysis report

test: .venv/ready  ## ruff, pytest, nbval
	@$(BIN)/ruff check . && $(BIN)/ruff format --check . && $(RUN) pytest -n auto --dist loadscope $(PYTEST)

lab: .venv/ready  ## JupyterLab with notebooks/ open and seeds/ in sight
	@$(BIN)/jupyter lab --ServerApp.root_dir="$(CURDIR)" --LabApp.default_url=/lab/tree/notebooks $(LAB)

baseline: .venv/ready  ## execute and save notebooks and reports, and say which figures changed
	@$(RUN) analysis baseline

bench: .venv/ready  ## speed and memory, as ratios
	@$(RUN) tests.bench

lock: .venv/ready  ## the newest packages that pyproject.toml allows, with their hashes
	@[ -x .venv-lock/bin/uv ] || { $(BIN)/python -m venv .venv-lock && .venv-lock/bin/python -m pip install -q uv; }
	@.venv-lock/bin/uv pip compile -q pyproject.toml --extra test --upgrade --universal --generate-hashes \
	  --python-version 3.11 --no-emit-index-url --custom-compile-command "make lock" -o requirements.lock

clean:  ## remove what make made, but not reports/
	rm -rf .venv .venv-lock .pytest_cache .ruff_cache .hypothesis build dist *.egg-info
	find . -name __pycache__ -prune -exec rm -rf {} +

# A fault is make's own one-line error; a dry run (make -n) sets nothing up.
.venv/ready: requirements.lock pyproject.toml
	$(if $(findstring n,$(firstword -$(MAKEFLAGS))),,$(call setup,$(shell sh .ci/venv $(CANDIDATES))))

setup = $(if $(strip $1),$(error $(strip $1)))
