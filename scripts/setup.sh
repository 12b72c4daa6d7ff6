# Sourced by ./run and ./test: makes sure that what the build needs is here, and says what it does.
# Idempotent. Works as root or with sudo on Debian and Ubuntu; elsewhere it lists what to install and goes on if that is there.
#
#   TACQ_LIBTORCH=DIR      use this LibTorch (2.9 or later, CUDA too) instead of the pinned wheel: the folder that holds share/cmake/Torch
#   TACQ_TORCH=cpu|cuda    which kind of the pinned wheel (default: cpu; the CUDA kind is gigabytes)
#   TACQ_TORCH_INDEX=URL   where the CPU wheel comes from when pip has none at hand (default: PyTorch's own index of CPU wheels)
#   TACQ_NO_INSTALL=1      never install anything

TORCH_VERSION=2.13.0
TORCH_CPU_INDEX=https://download.pytorch.org/whl/cpu
# Of x86-64 wheels for Python 3.11. The second line is what `scripts/torch-sizes` adds up of a plain index, which serves no CPU build for Linux.
TORCH_CPU_SIZE="0.2 GB to fetch unless pip has it at hand, 0.8 GB on disk"
TORCH_CUDA_SIZE="2.7 GB to fetch, in 29 packages"
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

# Installs the wheel named by $2 (a requirement) with pip's options after it into the environment $1; says nothing where it is not to be had.
try_wheel() {
    local venv=$1 requirement=$2
    shift 2
    "$venv/bin/pip" install --quiet --disable-pip-version-check "$@" "$requirement" >"$venv/pip.log" 2>&1
}

# The CPU build, and only that: the label +cpu is on no other wheel, so nothing larger can come instead. LibTorch needs none of the wheel's
# Python companions. First what pip has at hand (find-links of its settings), then PyTorch's index.
install_cpu_torch() {
    local venv=$1 wheel="torch==$TORCH_VERSION+cpu" index=${TACQ_TORCH_INDEX:-$TORCH_CPU_INDEX}
    say "Installing LibTorch $TORCH_VERSION for the CPU, once per user: $TORCH_CPU_SIZE" >&2
    try_wheel "$venv" "$wheel" --no-deps --no-index && return
    try_wheel "$venv" "$wheel" --no-deps --index-url "$index" && return
    tail -n 3 "$venv/pip.log" >&2
    fail "$wheel is neither at hand nor to be had from $index. Is the network there? TACQ_TORCH_INDEX names another index that serves it,
    TACQ_LIBTORCH a LibTorch that you have; TACQ_TORCH=cuda takes the CUDA build from pip's own index ($TORCH_CUDA_SIZE)"
}

# The kind with CUDA has no label on pip's own index: === keeps a CPU wheel at hand from answering for it. Its libraries are in the companions.
install_cuda_torch() {
    local venv=$1
    say "Installing LibTorch $TORCH_VERSION with CUDA, as TACQ_TORCH asks for, once per user: $TORCH_CUDA_SIZE" >&2
    try_wheel "$venv" "torch===$TORCH_VERSION" && return
    tail -n 3 "$venv/pip.log" >&2
    fail "pip install torch===$TORCH_VERSION failed; is the network there?"
}

# Prints the CMake prefix of LibTorch, installing the pinned wheel into the user's cache when needed.
libtorch_prefix() {
    if [ -n "${TACQ_LIBTORCH:-}" ]; then
        [ -f "$TACQ_LIBTORCH/share/cmake/Torch/TorchConfig.cmake" ] || fail "TACQ_LIBTORCH=$TACQ_LIBTORCH holds no share/cmake/Torch/TorchConfig.cmake"
        printf '%s' "$TACQ_LIBTORCH"
        return
    fi
    local kind=${TACQ_TORCH:-cpu} venv="${XDG_CACHE_HOME:-$HOME/.cache}/tacq-workbench/torch-$TORCH_VERSION"
    case $kind in
        cpu) ;;
        cuda) venv+=-cuda ;;
        *) fail "unknown TACQ_TORCH '$kind'; one of: cpu cuda" ;;
    esac
    if [ ! -f "$venv/complete" ]; then
        [ -n "${TACQ_NO_INSTALL:-}" ] && fail "LibTorch is missing (TACQ_NO_INSTALL is set); give its folder in TACQ_LIBTORCH"
        rm -rf "$venv"
        mkdir -p "$(dirname "$venv")"
        python3 -m venv "$venv" >&2 || fail "python3 -m venv failed; install python3-venv"
        "install_${kind}_torch" "$venv"
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
    # In a log only what fails is of use, not a line a file.
    local quiet=(-- --quiet)
    [ -t 1 ] && quiet=()
    cmake --build "$folder" ${1:+--target "$@"} "${quiet[@]}" || fail "the build failed"
}
