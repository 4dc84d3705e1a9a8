#!/bin/sh
# Makes sure the system libraries are there: those that the window needs; with the argument "accessibility" also what
# the test with a screen reader needs, with "bundle" also what PyInstaller needs. As root, or with a sudo that asks
# nothing, it installs what is missing on Debian and Ubuntu; otherwise it names the one command to run and ends with 1.
set -eu

# shared library -> Debian package, as Qt's libraries and its xcb platform ask for them
libraries='
libEGL.so.1 libegl1
libGL.so.1 libgl1
libdbus-1.so.3 libdbus-1-3
libfontconfig.so.1 libfontconfig1
libfreetype.so.6 libfreetype6
libglib-2.0.so.0 libglib2.0-0
libX11.so.6 libx11-6
libX11-xcb.so.1 libx11-xcb1
libxcb.so.1 libxcb1
libxcb-cursor.so.0 libxcb-cursor0
libxcb-icccm.so.4 libxcb-icccm4
libxcb-image.so.0 libxcb-image0
libxcb-keysyms.so.1 libxcb-keysyms1
libxcb-randr.so.0 libxcb-randr0
libxcb-render.so.0 libxcb-render0
libxcb-render-util.so.0 libxcb-render-util0
libxcb-shape.so.0 libxcb-shape0
libxcb-shm.so.0 libxcb-shm0
libxcb-sync.so.1 libxcb-sync1
libxcb-util.so.1 libxcb-util1
libxcb-xfixes.so.0 libxcb-xfixes0
libxcb-xkb.so.1 libxcb-xkb1
libxkbcommon.so.0 libxkbcommon0
libxkbcommon-x11.so.0 libxkbcommon-x11-0
'
# packages for a purpose of their own
accessibility='at-spi2-core dbus dbus-x11 gir1.2-atspi-2.0 python3-pyatspi xauth xvfb'

bundle='binutils'
if [ -x /usr/bin/python3 ]; then # Debian keeps the library of its Python in a package of its own
    bundle="$bundle $(/usr/bin/python3 -c 'import sys; print("libpython%d.%d" % sys.version_info[:2])')"
fi

[ "$(uname -s)" = Linux ] || exit 0 # the wheels for Windows and macOS bring everything

ldconfig=$(command -v ldconfig || echo /sbin/ldconfig)
present=$("$ldconfig" -p)
missing=''
missing_libraries=''
while read -r library package; do
    [ -n "$library" ] || continue
    case "$present" in
    *"$library "*) ;;
    *)
        missing="$missing $package"
        missing_libraries="$missing_libraries $library"
        ;;
    esac
done <<LIST
$libraries
LIST

# uv, which sets up the rest, comes through pip: one way to get it has to be there
if ! command -v uv >/dev/null && [ ! -x build/tools/bin/uv ]; then
    command -v python3 >/dev/null || missing="$missing python3"
    python3 -c 'import ensurepip' 2>/dev/null || python3 -m pip --version >/dev/null 2>&1 || missing="$missing python3-venv"
fi

case "${1:-}" in
accessibility) extra=$accessibility ;;
bundle) extra=$bundle ;;
*) extra='' ;;
esac
if command -v dpkg-query >/dev/null; then
    for package in $extra; do
        dpkg-query -W -f '${Status}' "$package" 2>/dev/null | grep -q 'ok installed' || missing="$missing $package"
    done
fi

[ -n "$missing" ] || exit 0

if ! command -v apt-get >/dev/null; then
    echo "These are missing:$missing_libraries$missing" >&2
    echo "Install them with this system's own package manager, then run make again." >&2
    exit 1
fi

if [ "$(id -u)" = 0 ]; then
    as_root=''
elif command -v sudo >/dev/null && sudo -n true 2>/dev/null; then
    as_root='sudo -n'
else
    echo "Some system packages are missing. Run this once, then make again:" >&2
    echo "    sudo apt-get install --no-install-recommends$missing" >&2
    exit 1
fi

export DEBIAN_FRONTEND=noninteractive
install() {
    # shellcheck disable=SC2086  # the lists are lists of words
    $as_root apt-get install -y -q --no-install-recommends $missing
}
echo "Installing system packages:$missing"
install || { $as_root apt-get update -q && install; }
