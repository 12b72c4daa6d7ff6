#!/usr/bin/env bash
# The Python reader of packed checkpoints sees the very weights that the program dequantizes; left out where there is no numpy.
set -euo pipefail
source_dir=$1 tacq=$2 python=$3
"$python" -c 'import numpy' 2>/dev/null || { echo "skipped: no numpy"; exit 77; }
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
export TACQ_WORKSPACE="$scratch/workspace" TACQ_RESOURCES="$source_dir/resources"
sample=$source_dir/resources/sample/stories260K
for options in "--bits 3 --outliers 0.01" "--bits 2 --group-size 32 --symmetric --outliers 0.05" "--bits 5 --scale-dtype f32 --method rtn --embedding-bits 8"; do
    rm -rf "$scratch/packed" "$scratch/plain"
    "$tacq" quantize "$sample" "$scratch/packed" --task tinystories --samples 2 --tokens 64 --format tacq --progress none $options >/dev/null
    "$tacq" export "$scratch/packed" "$scratch/plain" --format hf --tensor-dtype f32 --progress none >/dev/null
    difference=$("$python" "$source_dir/scripts/read_packed.py" "$scratch/packed" --against "$scratch/plain")
    [ "$difference" = 0.0 ] || { echo "FAILED  $options: the reader differs by $difference"; exit 1; }
    echo "ok      $options"
done
# The first version had the base's configuration at the top.
"$python" - "$scratch/packed" <<'PYTHON'
import json, pathlib, sys
path = pathlib.Path(sys.argv[1], "config.json")
config = json.loads(path.read_text())
quantization = {**config["quantization_config"], "version": 1}
path.write_text(json.dumps({**config["base_config"], "quantization_config": quantization}))
PYTHON
difference=$("$python" "$source_dir/scripts/read_packed.py" "$scratch/packed" --against "$scratch/plain")
[ "$difference" = 0.0 ] || { echo "FAILED  version 1: the reader differs by $difference"; exit 1; }
echo "ok      version 1"
if "$python" - "$scratch/packed" "$source_dir/scripts" <<'PYTHON'
import json, pathlib, sys
path = pathlib.Path(sys.argv[1], "config.json")
config = json.loads(path.read_text())
config["quantization_config"]["version"] = 3
path.write_text(json.dumps(config))
sys.path.insert(0, sys.argv[2])
import read_packed
read_packed.PackedModel(sys.argv[1])
PYTHON
then echo "FAILED  an unknown version was read"; exit 1; fi 2>/dev/null
echo "ok      an unknown version is refused"
