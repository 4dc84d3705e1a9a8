#!/bin/sh
# Makes .venv from requirements.txt (pinned, with hashes) with uv, and puts the program into it as an editable install.
# uv is taken from the path; if there is none it is fetched with pip into build/tools, so that nothing of the system changes.
set -eu

uv=$(command -v uv || true)
if [ -z "$uv" ]; then
    uv=build/tools/bin/uv
    if [ ! -x "$uv" ]; then
        echo "uv is not installed: fetching it with pip into build/tools"
        if python3 -c 'import ensurepip' 2>/dev/null; then
            python3 -m venv build/tools
            build/tools/bin/python -m pip install --quiet --disable-pip-version-check uv
        else
            # a folder of its own is allowed where the system's Python is managed by the distribution
            python3 -m pip install --quiet --disable-pip-version-check --target build/tools uv
        fi
    fi
fi

[ -x .venv/bin/python ] || "$uv" venv --quiet --python '>=3.11' .venv
"$uv" pip sync --quiet --python .venv/bin/python --require-hashes requirements.txt
"$uv" pip install --quiet --python .venv/bin/python --no-deps --no-build-isolation --editable .
