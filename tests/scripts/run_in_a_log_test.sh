#!/usr/bin/env bash
# What ./run prints where there is neither a display nor a terminal: results and a few words, for whoever reads the log afterwards.
# The program is the built one; configuring and building are left out.
set -euo pipefail
source_dir=$1 tacq=$2
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
mkdir -p "$scratch/tree/build/bin" "$scratch/tools" "$scratch/torch/share/cmake/Torch"
cp -r "$source_dir/run" "$source_dir/scripts" "$scratch/tree"
ln -s "$source_dir/resources" "$scratch/tree/resources"
ln -s "$tacq" "$scratch/tree/build/bin/tacq"
touch "$scratch/torch/share/cmake/Torch/TorchConfig.cmake"
for tool in cmake apt-get sudo; do ln -s /bin/true "$scratch/tools/$tool"; done
printf '#!/bin/sh\necho "ok installed"\n' > "$scratch/tools/dpkg-query"
chmod +x "$scratch/tools/dpkg-query"

env -u DISPLAY -u WAYLAND_DISPLAY PATH="$scratch/tools:$PATH" TACQ_LIBTORCH="$scratch/torch" TMPDIR="$scratch" TACQ_WORKSPACE="$scratch/workspace" \
    "$scratch/tree/run" >"$scratch/log" 2>&1 </dev/null || { cat "$scratch/log"; exit 1; }

fail() { echo "FAILED  $*"; cat "$scratch/log"; exit 1; }
grep -q '^{' "$scratch/log" && fail "a log of ./run has JSON lines"
[ "$(grep -c perplexity "$scratch/log")" -ge 2 ] || fail "a log of ./run has both perplexities"
lines=$(wc -l < "$scratch/log")
[ "$lines" -le 60 ] || fail "a log of ./run is short, not $lines lines"
echo "ok      a log of ./run is $lines lines, none of them JSON"
