# Sourced by ./run and ./test: makes sure that what the build needs is here, and says what it does.
# Idempotent. Works as root or with sudo on Debian and Ubuntu; elsewhere it lists what to install and goes on if that is there.
#
#   TACQ_LIBTORCH=DIR      use this LibTorch (2.9 or later, CUDA too) instead of the pinned wheel: the folder that holds share/cmake/Torch
#   TACQ_NO_INSTALL=1      never install anything

TORCH_VERSION=2.13.0
PACKAGES="cmake ninja-build ccache g++ pkg-config python3 python3-venv
    qt6-base-dev qt6-tools-dev qt6-tools-dev-tools qt6-l10n-tools libqcustomplot-dev libqt6svg6 libgl1-mesa-dev fonts-dejavu-core
    libsqlite3-dev nlohmann-json3-dev libcli11-dev libpcre2-dev libutf8proc-dev libssl-dev doctest-dev"

say() { printf '\033[1m==>\033[0m %s\n' "$*"; }
fail() { printf 'error: %s\n' "$*" >&2; exit 1; }

missing_packages() {
    for package in $PACKAGES; do
        dpkg-query -W -f='${Status}' "$package" 2>/dev/null | grep -q 'ok installed' || printf '%s ' "$package"
    done
}

install_packages() {
    if ! command -v dpkg-query >/dev/null || ! command -v apt-get >/dev/null; then
        say "This is not Debian or Ubuntu, so nothing was installed. Needed: CMake 3.25, Ninja, g++ 12 or clang 14,"
        say "Qt 6.4 (Widgets, LinguistTools), QCustomPlot 2.1 for Qt 6, SQLite 3, nlohmann-json 3, CLI11 2, PCRE2, utf8proc, OpenSSL, doctest 2.4, python3 with venv."
        for tool in cmake ninja c++ python3; do
            command -v "$tool" >/dev/null || fail "$tool is missing; install the list above with your system's package manager, then run this again"
        done
        return
    fi
    local missing
    missing=$(missing_packages)
    [ -z "$missing" ] && return
    [ -n "${TACQ_NO_INSTALL:-}" ] && fail "missing packages: $missing(TACQ_NO_INSTALL is set; install them yourself)"
    local sudo=""
    if [ "$(id -u)" != 0 ]; then
        command -v sudo >/dev/null || fail "these packages are missing and there is no sudo; as root: apt-get install $missing"
        sudo=sudo
    fi
    say "Installing packages: $missing"
    $sudo apt-get update -qq || fail "apt-get update failed; is the network there?"
    # shellcheck disable=SC2086
    $sudo env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends $missing >/dev/null ||
        fail "apt-get install failed; try it by hand: apt-get install $missing"
}

# Prints the CMake prefix of LibTorch, installing the pinned wheel into the user's cache when needed.
libtorch_prefix() {
    if [ -n "${TACQ_LIBTORCH:-}" ]; then
        [ -f "$TACQ_LIBTORCH/share/cmake/Torch/TorchConfig.cmake" ] || fail "TACQ_LIBTORCH=$TACQ_LIBTORCH holds no share/cmake/Torch/TorchConfig.cmake"
        printf '%s' "$TACQ_LIBTORCH"
        return
    fi
    local venv="${XDG_CACHE_HOME:-$HOME/.cache}/tacq-workbench/torch-$TORCH_VERSION"
    if [ ! -f "$venv/complete" ]; then
        [ -n "${TACQ_NO_INSTALL:-}" ] && fail "LibTorch is missing (TACQ_NO_INSTALL is set); give its folder in TACQ_LIBTORCH"
        say "Installing LibTorch $TORCH_VERSION (from the torch wheel, once per user, about a minute)" >&2
        rm -rf "$venv"
        mkdir -p "$(dirname "$venv")"
        python3 -m venv "$venv" >&2 || fail "python3 -m venv failed; install python3-venv"
        "$venv/bin/pip" install --quiet --disable-pip-version-check "torch==$TORCH_VERSION" >&2 || fail "pip install torch==$TORCH_VERSION failed; is the network there?"
        touch "$venv/complete"
    fi
    "$venv/bin/python" -c 'import sysconfig, pathlib; print(pathlib.Path(sysconfig.get_paths()["purelib"]) / "torch", end="")'
}

# configure_and_build PRESET [target …]
configure_and_build() {
    local preset=$1 folder log
    shift
    folder=build
    [ "$preset" = release ] || folder="build-$preset"
    TORCH_PREFIX=$(libtorch_prefix) || exit 1
    # A folder of its own, so that a user's CMAKE_PREFIX_PATH still counts.
    export CMAKE_PREFIX_PATH="$TORCH_PREFIX${CMAKE_PREFIX_PATH:+:$CMAKE_PREFIX_PATH}"
    mkdir -p "$folder"
    log="$folder/configure.log"
    say "Configuring ($preset)"
    cmake --preset "$preset" >"$log" 2>&1 || { tail -n 30 "$log"; fail "CMake failed; the whole log is in $log"; }
    say "Building (the first time takes some minutes)"
    cmake --build "$folder" ${1:+--target "$@"} || fail "the build failed"
}
