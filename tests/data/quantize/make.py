#!/usr/bin/env python3
"""Cuts the small parity files out of the reference folder: make.py REFERENCE_FOLDER. Needs nothing but Python."""
import json, struct, sys
from pathlib import Path

SOURCE = Path(sys.argv[1])
KEEP = [f"model.layers.{layer}.{name}.weight" for layer, name in
        [(0, "self_attn.q_proj"), (0, "self_attn.o_proj"), (1, "self_attn.k_proj"), (1, "mlp.down_proj"), (4, "self_attn.v_proj"), (4, "mlp.up_proj")]]


def read(path):
    data = path.read_bytes()
    size = struct.unpack("<Q", data[:8])[0]
    header = json.loads(data[8:8 + size])
    header.pop("__metadata__", None)
    return {k: (v["dtype"], v["shape"], data[8 + size + v["data_offsets"][0]:8 + size + v["data_offsets"][1]]) for k, v in header.items()}


def write(path, tensors):
    rank = ["U8", "I32", "F32", "F64"]
    header, at, body = {"__metadata__": {"format": "pt"}}, 0, b""
    for name in sorted(tensors, key=lambda n: (-rank.index(tensors[n][0]), n)):
        dtype, shape, data = tensors[name]
        header[name] = {"dtype": dtype, "shape": shape, "data_offsets": [at, at + len(data)]}
        at += len(data)
        body += data
    text = json.dumps(header, separators=(",", ":")).encode()
    text += b" " * (-len(text) % 8)
    path.write_bytes(struct.pack("<Q", len(text)) + text + body)


def cut(case):
    tensors = read(SOURCE / f"{case}.safetensors")
    summary = json.loads((SOURCE / f"{case}.json").read_text())
    out = {}
    for name, (dtype, shape, data) in tensors.items():
        kind, tensor = name.split("/", 1)
        if kind == "mask":  # kept positions of every linear: later blocks depend on earlier ones
            kept = [i for i, flag in enumerate(data) if flag]
            out[f"kept/{tensor}"] = ("I32", [len(kept)], struct.pack(f"<{len(kept)}i", *kept))
        elif tensor in KEEP:
            out[name] = (dtype, shape, data)
    for method in ("gptq", "tacq"):
        for tensor, value in summary["methods"][method]["squaredError"].items():
            out[f"squaredError/{method}/{tensor}"] = ("F64", [1], struct.pack("<d", value))
    write(Path(__file__).parent / f"{case}.safetensors", out)


cut("stories_3bit_p0.0035")
cut("stories_3bit_p0.0035_g32")
(Path(__file__).parent / "stories_calib.safetensors").write_bytes((SOURCE / "stories_calib.safetensors").read_bytes())
