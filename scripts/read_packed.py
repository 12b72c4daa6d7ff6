#!/usr/bin/env python3
"""Reads a packed checkpoint of TaCQ Workbench (docs/packed-format.md, versions 1 and 2) with numpy and nothing else.

    from read_packed import PackedModel
    model = PackedModel("small")
    model.names(); model["model.layers.0.mlp.up_proj.weight"]      # float32

    read_packed.py FOLDER                  lists its tensors
    read_packed.py FOLDER --against HF     the largest difference of a weight from a folder of plain safetensors
"""
import json
import pathlib
import sys

import numpy as np

TYPES = {"F64": "<f8", "F32": "<f4", "F16": "<f2", "BF16": "<u2", "I64": "<i8", "I32": "<i4", "U16": "<u2", "I16": "<i2", "U8": "u1", "I8": "i1"}
PARTS = ("codes", "scales", "zeros", "row_offsets", "columns", "values", "value_scales", "levels", "group_bits", "stat_codes", "stats", "adapter_a", "adapter_b")


def read_safetensors(path):
    """{name: array}; BF16 becomes float32. Arrays are views of the mapped file."""
    raw = np.memmap(path, np.uint8, "r")
    size = int(raw[:8].view("<u8")[0])
    header = json.loads(bytes(raw[8:8 + size]))
    meta, out = header.pop("__metadata__", {}), {}
    for name, entry in header.items():
        begin, end = (8 + size + at for at in entry["data_offsets"])
        array = np.frombuffer(raw[begin:end], TYPES[entry["dtype"]]).reshape(entry["shape"])
        out[name] = (array.astype(np.uint32) << 16).view(np.float32) if entry["dtype"] == "BF16" else array
    return out, meta


def unpack(words, count, bits):
    """Codes of rows of words, one continuous bit stream a row, least significant bit first. `bits`: a number, or one for each code."""
    words = np.ascontiguousarray(words).view(np.uint32).astype(np.uint64)
    words = np.concatenate([words, np.zeros_like(words[:, :1])], axis=1)
    bits = np.broadcast_to(np.asarray(bits, np.uint64), count)
    at = np.concatenate([[0], np.cumsum(bits)[:-1]]).astype(np.int64)
    pair = words[:, at // 32] | words[:, at // 32 + 1] << np.uint64(32)
    return (pair >> (at % 32).astype(np.uint64) & ((np.uint64(1) << bits) - np.uint64(1))).astype(np.int64)


class PackedModel:
    def __init__(self, folder):
        folder = pathlib.Path(folder)
        self.config = json.loads((folder / "config.json").read_text())
        self.quantization = self.config["quantization_config"]
        if self.quantization.get("quant_method") != "tacq" or self.quantization.get("version") not in (1, 2):
            raise ValueError("not a packed checkpoint of version 1 or 2")
        index = json.loads((folder / "model.safetensors.index.json").read_text())["weight_map"]
        self.tensors = {}
        for file in sorted(set(index.values())) + ["tacq/outliers.safetensors"]:
            tensors, meta = read_safetensors(folder / file)
            unknown = set(filter(None, meta.get("parts", "").split(","))) - set(PARTS)
            if meta.get("format") not in ("tacq-1", "tacq-2") or unknown:
                raise ValueError(f"{file}: format {meta.get('format')}, unknown parts {sorted(unknown)}")
            self.tensors.update(tensors)

    def names(self):
        """As the model calls its tensors."""
        prefixes = [name.rsplit(".", 1)[0] for name in self.tensors if name.endswith((".codes", ".codes8"))]
        inside = {f"{prefix}.{part}" for prefix in prefixes for part in PARTS + ("codes8",)}
        return sorted([name for name in self.tensors if name not in inside] + [prefix + ".weight" for prefix in prefixes])

    def __getitem__(self, name):
        if name in self.tensors:
            return self.tensors[name].astype(np.float32)
        prefix = name.removesuffix(".weight")
        parts = {part: self.tensors[f"{prefix}.{part}"] for part in PARTS + ("codes8",) if f"{prefix}.{part}" in self.tensors}
        if "codes8" in parts:
            columns = parts["codes8"].shape[1]
            return parts["codes8"].astype(np.float32) * np.repeat(parts["scales"].astype(np.float32), 32, axis=1)[:, :columns]
        return self.linear(name, parts)

    def linear(self, name, parts):
        override = self.quantization.get("overrides", {}).get(name, {})
        grid = {**self.quantization, **(override if isinstance(override, dict) else {"bits": override})}
        rows = len(parts["row_offsets"]) - 1
        columns = self.shape(name, rows)
        width = grid["group_size"] if grid["group_size"] > 0 else columns
        group = np.arange(columns) // width
        codes = unpack(parts["codes"], columns, parts["group_bits"][group] if "group_bits" in parts else grid["bits"])
        if "levels" in parts:
            scales, out = None, np.take_along_axis(parts["levels"].astype(np.float32), codes, axis=1)
        else:
            if "stats" in parts:
                six = unpack(parts["stat_codes"], rows * 2, 3).reshape(-1, rows, 2)
                stats = np.repeat(parts["stats"].astype(np.float32), 16, axis=1)[:, :rows]
                scales, zeros = (stats[..., 0] * (six[..., 0] - stats[..., 1])).T, (stats[..., 2] * (six[..., 1] - stats[..., 3])).T
            else:
                scales, zeros = parts["scales"].astype(np.float32), parts["zeros"].astype(np.float32)
            scales = scales.astype(np.float32)
            out = scales[:, group] * (codes.astype(np.float32) - zeros.astype(np.float32)[:, group])
        row = np.repeat(np.arange(rows), np.diff(parts["row_offsets"]))
        values = parts["values"].astype(np.float32)
        out[row, parts["columns"]] = values * parts["value_scales"].astype(np.float32)[row] if "value_scales" in parts else values
        if "adapter_a" in parts:
            out += parts["adapter_b"].astype(np.float32) @ parts["adapter_a"].astype(np.float32)
        return out

    def shape(self, name, rows):
        """Columns of a linear, from the sizes that config.json names."""
        config = self.config.get("base_config", self.config)
        hidden, heads = config["hidden_size"], config["num_attention_heads"]
        return {"down_proj": config["intermediate_size"], "o_proj": heads * (config.get("head_dim") or hidden // heads)}.get(name.split(".")[-2], hidden)


if __name__ == "__main__":
    model = PackedModel(sys.argv[1])
    if "--against" in sys.argv:
        plain = {}
        for file in sorted(pathlib.Path(sys.argv[sys.argv.index("--against") + 1]).glob("*.safetensors")):
            plain.update(read_safetensors(file)[0])
        print(max(float(np.abs(model[name] - plain[name].astype(np.float32)).max()) for name in model.names()))
    else:
        for name in model.names():
            print(name, *model[name].shape)
