#!/bin/sh
# Makes the bundle dist/vindplaats (the program with Python and Qt, no installation needed), and tries it.
set -eu

paper=tests/files/pdf/aanhangsel/ah-tk-20232024-2168.pdf  # read in a process of its own: the bundle has to find itself

sh packaging/system_packages.sh bundle
.venv/bin/python -m PyInstaller --noconfirm --log-level ERROR --distpath dist --workpath build/pyinstaller packaging/vindplaats.spec
# with nothing of this machine's Python in the way
env -u PYTHONPATH -u VIRTUAL_ENV .venv/bin/python packaging/try_program.py "$paper" "$PWD/dist/vindplaats/vindplaats"
echo "dist/vindplaats: $(du -sh dist/vindplaats | cut -f 1)"
