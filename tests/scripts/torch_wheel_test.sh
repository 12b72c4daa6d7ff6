#!/usr/bin/env bash
# Which LibTorch ./run and ./test fetch, tried with stub wheels on indexes of this disk: nothing is asked of the network.
set -uo pipefail
source_dir=$1
here=$source_dir/tests/scripts
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
failures=0
check() { # NAME CONDITION…
    local name=$1
    shift
    if "$@"; then echo "ok      $name"; else
        echo "FAILED  $name"
        sed 's/^/        /' "$scratch/said"
        failures=$((failures + 1))
    fi
}

version=$(sed -n 's/^TORCH_VERSION=//p' "$source_dir/scripts/setup.sh")
# A plain index, as it is: only the CUDA build, which brings companions. PyTorch's own: the CPU build. A folder of wheels at hand: likewise.
python3 "$here/make_wheel.py" "$scratch/plain/torch" torch "$version" gigabytes
python3 "$here/make_wheel.py" "$scratch/plain/gigabytes" gigabytes 1.0
python3 "$here/make_wheel.py" "$scratch/cpu/torch" torch "$version+cpu" gigabytes
python3 "$here/make_wheel.py" "$scratch/hand" torch "$version+cpu" gigabytes
nowhere="file://$scratch/nowhere"

# setup CACHE [VARIABLE=VALUE …]: runs libtorch_prefix as a new user; its words in $scratch/said, its answer in $answer.
setup() {
    local cache=$1
    shift
    answer=$(env -u TACQ_LIBTORCH -u TACQ_NO_INSTALL -u TACQ_TORCH -u PIP_FIND_LINKS -u PIP_EXTRA_INDEX_URL -u PIP_NO_INDEX -u PIP_CONSTRAINT \
        PIP_CONFIG_FILE=/dev/null PIP_RETRIES=0 PIP_INDEX_URL="file://$scratch/plain" TACQ_TORCH_INDEX="$nowhere" XDG_CACHE_HOME="$scratch/$cache" "$@" \
        bash -c 'set -euo pipefail; . "$1/scripts/setup.sh"; libtorch_prefix' bash "$source_dir" 2>"$scratch/said")
}
holds() { [ -f "$answer/__init__.py" ] && grep -q "'$1'" "$answer/__init__.py"; }
companions() { [ -d "$(dirname "$answer")/gigabytes" ]; }
said() { grep -q -- "$1" "$scratch/said"; }
not() { ! "$@"; }

setup index TACQ_TORCH_INDEX="file://$scratch/cpu"
check "the CPU build is taken although pip's own index has the CUDA build" holds "$version+cpu"
check "none of the wheel's companions is fetched" not companions
check "the size is said" said "GB to fetch"

TACQ_TORCH_INDEX=$nowhere setup index
check "what is complete is not fetched again" holds "$version+cpu"
check "and nothing is said of it" not said "Installing"

setup hand PIP_FIND_LINKS="$scratch/hand"
check "a wheel at hand is taken without asking an index" holds "$version+cpu"

setup none
check "the size is said before anything is fetched" said "0.2 GB to fetch"
check "where no CPU build is to be had, nothing is installed" [ -z "$answer" ]
check "and the ways out are named" said TACQ_TORCH_INDEX
check "with the size of the other kind" said "2.7 GB to fetch, in 29 packages"
check "and no cache passes for complete" not [ -e "$scratch/none/tacq-workbench/torch-$version/complete" ]

setup cuda TACQ_TORCH=cuda PIP_FIND_LINKS="$scratch/hand"
check "the CUDA build is taken when asked for, even with a CPU wheel at hand" holds "$version"
check "with its companions" companions
check "and its size is said" said "2.7 GB to fetch"

setup unknown TACQ_TORCH=gpu
check "an unknown kind is refused by name" said "unknown TACQ_TORCH 'gpu'"

exit $((failures > 0))
