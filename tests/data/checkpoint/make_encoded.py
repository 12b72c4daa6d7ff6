"""Makes ggml_encoded.safetensors: rows of values and the blocks that llama.cpp's own encoder (libggml-base of v0.5.0, MIT) makes of them,
with and without importance, and random Q2_0 blocks with the values that it reads from them.

    python make_encoded.py libggml-base.so
"""
import ctypes
import json
import struct
import sys

import numpy as np

# name: ggml number, elements and bytes of a block
TYPES = {"Q4_0": (2, 32, 18), "Q4_1": (3, 32, 20), "Q5_0": (6, 32, 22), "Q5_1": (7, 32, 24), "Q8_0": (8, 32, 34), "Q2_K": (10, 256, 84),
         "Q3_K": (11, 256, 110), "Q4_K": (12, 256, 144), "Q5_K": (13, 256, 176), "Q6_K": (14, 256, 210)}
ROWS, COLUMNS = 6, 512

ggml = ctypes.CDLL(sys.argv[1])
ggml.ggml_quantize_chunk.argtypes = [ctypes.c_int, ctypes.c_void_p, ctypes.c_void_p] + [ctypes.c_int64] * 3 + [ctypes.c_void_p]
ggml.ggml_quantize_chunk.restype = ctypes.c_size_t

rng = np.random.default_rng(17)
values = rng.standard_normal((ROWS, COLUMNS)).astype(np.float32) * np.float32(0.05)
values[1] *= np.exp(rng.standard_normal(COLUMNS)).astype(np.float32)   # long tails
values[2] = np.abs(values[2])
values[3] -= 0.02
values[4, 64:128] = 0                                                  # empty sub-blocks
values[5] *= rng.random(COLUMNS) < 0.1
values += np.float32(0)                                                # no negative zeros
importance = (rng.standard_normal(COLUMNS) ** 2 + 0.01).astype(np.float32)

tensors = [("values", "F32", values), ("importance", "F32", importance)]
for name, (number, elements, size) in TYPES.items():
    for kind, weights in (("plain", None), ("weighted", importance.ctypes.data)):
        blocks = np.zeros(ROWS * COLUMNS // elements * size, np.uint8)
        assert ggml.ggml_quantize_chunk(number, values.ctypes.data, blocks.ctypes.data, 0, ROWS, COLUMNS, weights) == blocks.size
        tensors.append((f"{name}.{kind}", "U8", blocks))

blocks = rng.integers(0, 256, (8, 18), dtype=np.uint8)
blocks[:, :2] = (rng.standard_normal(8) * 0.1).astype(np.float16).view(np.uint8).reshape(8, 2)
read = np.zeros(8 * 64, np.float32)
ggml.dequantize_row_q2_0(ctypes.c_void_p(blocks.ctypes.data), ctypes.c_void_p(read.ctypes.data), ctypes.c_int64(read.size))
tensors += [("Q2_0.blocks", "U8", blocks), ("Q2_0.values", "F32", read)]

tensors.sort(key=lambda t: (t[1] != "F32", t[0]))
header, offset = {}, 0
for name, dtype, data in tensors:
    header[name] = {"dtype": dtype, "shape": list(data.shape), "data_offsets": [offset, offset + data.nbytes]}
    offset += data.nbytes
text = json.dumps(header, separators=(",", ":")).encode()
text += b" " * (-len(text) % 8)
with open("ggml_encoded.safetensors", "wb") as out:
    out.write(struct.pack("<Q", len(text)) + text)
    for _, _, data in tensors:
        out.write(data.tobytes())
