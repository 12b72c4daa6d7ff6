"""Makes ggml_blocks.safetensors: random blocks of every quantized GGUF type with the values that gguf-py (MIT) gives them.

    pip install numpy gguf==0.19.0 && python make_blocks.py
"""
import json
import struct

import gguf
import numpy as np

TYPES = ["Q4_0", "Q4_1", "Q5_0", "Q5_1", "Q8_0", "Q2_K", "Q3_K", "Q4_K", "Q5_K", "Q6_K"]
# Byte offsets of the f16 scales in a block: kept finite and ordinary, all other bytes are random.
SCALES = {"Q4_0": [0], "Q4_1": [0, 2], "Q5_0": [0], "Q5_1": [0, 2], "Q8_0": [0], "Q2_K": [80, 82], "Q3_K": [108], "Q4_K": [0, 2], "Q5_K": [0, 2], "Q6_K": [208]}

rng = np.random.default_rng(4)
tensors = []
for name in TYPES:
    kind = gguf.GGMLQuantizationType[name]
    elements, size = gguf.GGML_QUANT_SIZES[kind]
    count = 4 if elements == 256 else 16
    blocks = rng.integers(0, 256, (count, size), dtype=np.uint8)
    for at in SCALES[name]:
        scales = (rng.standard_normal(count) * 10.0 ** rng.uniform(-6, 1, count)).astype(np.float16)
        blocks[:, at : at + 2] = scales.view(np.uint8).reshape(count, 2)
    values = gguf.quants.dequantize(blocks.reshape(-1), kind).astype(np.float32).reshape(-1)
    tensors += [(name + ".values", "F32", values), (name + ".blocks", "U8", blocks.reshape(-1))]

# Types with code books or tables came later, with a generator of their own so that the blocks above stay.
LATER = {"IQ2_XXS": [0], "IQ2_XS": [0], "IQ2_S": [0], "IQ3_XXS": [0], "IQ3_S": [0], "IQ4_NL": [0], "IQ4_XS": [0], "TQ1_0": [52], "TQ2_0": [64], "MXFP4": []}
rng = np.random.default_rng(5)
for name, scales_at in LATER.items():
    kind = gguf.GGMLQuantizationType[name]
    elements, size = gguf.GGML_QUANT_SIZES[kind]
    count = 4 if elements == 256 else 16
    blocks = rng.integers(0, 256, (count, size), dtype=np.uint8)
    for at in scales_at:
        scales = (rng.standard_normal(count) * 10.0 ** rng.uniform(-6, 1, count)).astype(np.float16)
        blocks[:, at : at + 2] = scales.view(np.uint8).reshape(count, 2)
    if name == "MXFP4":
        blocks[:, 0] = np.r_[0, 1, 2, 3, rng.integers(100, 140, count - 4)]   # the first two are denormal
    values = gguf.quants.dequantize(blocks.reshape(-1), kind).astype(np.float32).reshape(-1)
    tensors += [(name + ".values", "F32", values), (name + ".blocks", "U8", blocks.reshape(-1))]

tensors.sort(key=lambda t: (t[1] != "F32", t[0]))
header, offset = {}, 0
for name, dtype, data in tensors:
    header[name] = {"dtype": dtype, "shape": [data.size], "data_offsets": [offset, offset + data.nbytes]}
    offset += data.nbytes
text = json.dumps(header, separators=(",", ":")).encode()
text += b" " * (-len(text) % 8)
with open("ggml_blocks.safetensors", "wb") as out:
    out.write(struct.pack("<Q", len(text)) + text)
    for _, _, data in tensors:
        out.write(data.tobytes())
