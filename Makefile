# Everything starts here: `make run`, `make test`, `make check`, `make bench`, `make package`. Each does its own set-up.
.DELETE_ON_ERROR:
MAKEFLAGS += --no-builtin-rules --no-print-directory
.DEFAULT_GOAL := help
.PHONY: help run tour test check pytest bench fuzz kill-rounds package wheel bundle translations lock format clean

python := .venv/bin/python
uv := $(shell command -v uv || echo build/tools/bin/uv)
stamps := build/stamps
sources_of_assets := $(shell find resources seeds docs -type f -not -name '*.pyc' 2>/dev/null | sed 's/[][ ]/\\&/g')
sample := build/sample.vindplaats

help:
	@echo "make run          set up, make the sample project and open the window on it"
	@echo "make test         set up, check the code and run all tests"
	@echo "make check        format, lint, types and layers"
	@echo "make bench        measure against the budgets"
	@echo "make fuzz         read 20,000 damaged files of each format: each must be read or refused"
	@echo "make kill-rounds  kill the program 200 times while it labels: nothing acknowledged may be lost"
	@echo "make package      build and try the wheel and the bundle (dist/)"
	@echo "make translations bring the Dutch words in step with the code"
	@echo "make lock         pin the dependencies again (requirements.txt)"
	@echo "make clean        remove everything that was made"

# Set-up ---------------------------------------------------------------------------------------------------------------
$(stamps)/system: packaging/system_packages.sh
	@sh packaging/system_packages.sh
	@mkdir -p $(@D) && touch $@

.venv/.set-up: requirements.txt pyproject.toml packaging/set_up.sh packaging/build_hook.py $(stamps)/system
	@sh packaging/set_up.sh
	@touch $@

$(stamps)/assets: .venv/.set-up $(sources_of_assets)
	@$(python) resources/make_assets.py
	@mkdir -p $(@D) && touch $@

# Use ------------------------------------------------------------------------------------------------------------------
$(sample): | $(stamps)/assets
	$(python) -m reader sample $@

run: $(stamps)/assets $(sample)
	@if [ -n "$$DISPLAY$$WAYLAND_DISPLAY" ] || [ "$$(uname -s)" = Darwin ]; then \
		exec $(python) -m reader $(sample); \
	else \
		echo "There is no display here (DISPLAY and WAYLAND_DISPLAY are not set): the tour is made instead, without a window."; \
		echo "Its pictures and exports come in build/tour."; \
		QT_QPA_PLATFORM=offscreen exec $(python) -m reader tour build/tour; \
	fi

tour: $(stamps)/assets
	QT_QPA_PLATFORM=offscreen $(python) -m reader tour build/tour

# Gates ----------------------------------------------------------------------------------------------------------------
check: $(stamps)/assets
	$(python) -m ruff format --check .
	$(python) -m ruff check .
	$(python) -m mypy
	.venv/bin/lint-imports

pytest: $(stamps)/assets
	QT_QPA_PLATFORM=offscreen $(python) -X faulthandler -m pytest --numprocesses 2 --dist worksteal $(ARGS)

test: $(stamps)/assets
	$(MAKE) check
	$(MAKE) pytest

bench: $(stamps)/assets
	QT_QPA_PLATFORM=offscreen $(python) -m pytest benchmarks --benchmark-enable -p no:randomly --timeout 600 -q $(ARGS)

.venv/.fuzz: pyproject.toml $(stamps)/assets
	@$(uv) pip install --quiet --python $(python) --group fuzz
	@touch $@

fuzz: $(stamps)/assets .venv/.fuzz
	$(python) -m tests.fuzz $(ARGS)

kill-rounds: $(stamps)/assets
	$(python) -m benchmarks.kill_rounds 200

# Delivery -------------------------------------------------------------------------------------------------------------
package: wheel bundle

wheel: $(stamps)/assets
	sh packaging/check_wheel.sh

bundle: $(stamps)/assets
	sh packaging/check_bundle.sh

# Care -----------------------------------------------------------------------------------------------------------------
lock: .venv/.set-up
	$(uv) pip compile pyproject.toml --group dev --universal --python-version 3.11 --upgrade --generate-hashes \
		--no-header --quiet --output-file requirements.txt

translations: .venv/.set-up
	.venv/bin/pyside6-lupdate -locations none -no-obsolete -source-language en -target-language nl \
		-extensions py reader/ui reader/models reader/app.py -ts resources/translations/reader_nl.ts

format: $(stamps)/assets
	$(python) -m ruff format .
	$(python) -m ruff check --fix .

clean:
	rm -rf build dist reader/assets .venv .mypy_cache .pytest_cache .ruff_cache .hypothesis .benchmarks .import_linter_cache
