#!/bin/sh
# Builds the wheel into dist/, installs it with pip into a clean environment, and tries the program there.
set -eu

paper=tests/files/pdf/aanhangsel/ah-tk-20232024-2168.pdf  # read in a process of its own: the bundle has to find itself
uv=$(command -v uv || echo build/tools/bin/uv)

rm -f dist/vindplaats-*.whl
"$uv" build --quiet --wheel --no-build-isolation --python .venv/bin/python --out-dir dist
wheel=$(ls dist/vindplaats-*.whl)
echo "$wheel: $(du -h "$wheel" | cut -f 1)"

rm -rf build/clean
"$uv" venv --quiet --seed --python .venv/bin/python build/clean
build/clean/bin/python -m pip install --quiet --disable-pip-version-check "$wheel"
build/clean/bin/python packaging/try_program.py "$paper" "$PWD/build/clean/bin/vindplaats"
build/clean/bin/python -m pip check
