#!/usr/bin/env python3
"""Makes tests/data/model/<feature>/: one tiny seeded random model per architecture feature, with token ids and logits by transformers.

    python3 -m venv venv && venv/bin/pip install torch==2.13.0 transformers==5.23.0 safetensors
    venv/bin/python tests/support/make_feature_models.py [tests/data/model]

Each folder: config.json, model.safetensors (float32), expected.safetensors: `ids` I32 [2, tokens], `logits` F32 [2, tokens, vocab]
computed in float64 by eager attention. Weights are random, so no licence of anyone's applies to them.
"""
import json
import pathlib
import sys

import torch
from safetensors.torch import load_file, save_file
from transformers import GemmaConfig, GemmaForCausalLM, GraniteConfig, GraniteForCausalLM, Olmo2Config, Olmo2ForCausalLM
from transformers import LlamaConfig, LlamaForCausalLM, MistralConfig, MistralForCausalLM, Phi3Config, Phi3ForCausalLM
from transformers import Qwen2Config, Qwen2ForCausalLM, Qwen3Config, Qwen3ForCausalLM, SmolLM3Config, SmolLM3ForCausalLM

TOKENS = 24
BASE = dict(vocab_size=61, hidden_size=32, intermediate_size=48, num_hidden_layers=2, num_attention_heads=4, num_key_value_heads=4,
            max_position_embeddings=128, rms_norm_eps=1e-5, bos_token_id=1, eos_token_id=2, tie_word_embeddings=False, use_cache=True)


def rope(kind, **values):
    return dict(rope_parameters=dict(rope_type=kind, rope_theta=10000.0, **values))


FEATURES = {
    "default": (LlamaConfig, LlamaForCausalLM, {}),
    "tied_head": (LlamaConfig, LlamaForCausalLM, dict(tie_word_embeddings=True)),
    "grouped_queries": (LlamaConfig, LlamaForCausalLM, dict(num_key_value_heads=2)),
    "one_key_head": (LlamaConfig, LlamaForCausalLM, dict(num_key_value_heads=1)),
    "head_dim": (LlamaConfig, LlamaForCausalLM, dict(head_dim=12, num_key_value_heads=2)),
    "all_biases": (LlamaConfig, LlamaForCausalLM, dict(attention_bias=True, mlp_bias=True)),
    "qkv_bias": (Qwen2Config, Qwen2ForCausalLM, dict(num_key_value_heads=2)),
    "query_key_norm": (Qwen3Config, Qwen3ForCausalLM, dict(head_dim=16, num_key_value_heads=2)),
    "query_key_norm_bias": (Qwen3Config, Qwen3ForCausalLM, dict(head_dim=8, attention_bias=True, tie_word_embeddings=True)),
    "sliding_window": (MistralConfig, MistralForCausalLM, dict(sliding_window=7, num_key_value_heads=2)),
    "sliding_window_some_layers": (Qwen2Config, Qwen2ForCausalLM,
                                   dict(use_sliding_window=True, sliding_window=5, max_window_layers=1, num_hidden_layers=3)),
    "rope_linear": (LlamaConfig, LlamaForCausalLM, rope("linear", factor=4.0)),
    "rope_llama3": (LlamaConfig, LlamaForCausalLM,
                    dict(head_dim=16, **rope("llama3", factor=8.0, low_freq_factor=1.0, high_freq_factor=4.0, original_max_position_embeddings=32))),
    "rope_yarn": (Qwen2Config, Qwen2ForCausalLM,
                  dict(num_attention_heads=2, num_key_value_heads=2, **rope("yarn", factor=4.0, original_max_position_embeddings=32))),
    "rope_yarn_mscale": (LlamaConfig, LlamaForCausalLM,
                         dict(head_dim=16, **rope("yarn", factor=8.0, original_max_position_embeddings=16, mscale=0.8, mscale_all_dim=0.4,
                                                  beta_fast=24.0, beta_slow=2.0, truncate=False))),
    "rope_yarn_attention_factor": (LlamaConfig, LlamaForCausalLM,
                                   dict(head_dim=16, **rope("yarn", factor=4.0, original_max_position_embeddings=32, attention_factor=1.3))),
    "no_rope_layers": (SmolLM3Config, SmolLM3ForCausalLM,
                       dict(num_hidden_layers=4, num_key_value_heads=2, tie_word_embeddings=True, pad_token_id=0)),
    "no_rope_layers_sliding": (SmolLM3Config, SmolLM3ForCausalLM,
                               dict(num_hidden_layers=3, no_rope_layers=[1, 0, 1], use_sliding_window=True, sliding_window=6, attention_bias=True, pad_token_id=0)),
}
# Families that only the tests know: what the description of a block can say beyond those above. Numbered after the features.
FAMILIES = {
    "output_norms": (Olmo2Config, Olmo2ForCausalLM, dict(num_key_value_heads=2, pad_token_id=0)),
    "multipliers": (GraniteConfig, GraniteForCausalLM, dict(num_key_value_heads=2, embedding_multiplier=3.0, attention_multiplier=0.2, residual_multiplier=0.4,
                                                            logits_scaling=2.5, pad_token_id=0)),
    "one_plus_gain": (GemmaConfig, GemmaForCausalLM, dict(head_dim=12, num_key_value_heads=1, tie_word_embeddings=True, pad_token_id=0,
                                                          hidden_act="gelu_pytorch_tanh")),
    "fused": (Phi3Config, Phi3ForCausalLM, dict(num_key_value_heads=2, pad_token_id=0)),
}


def randomize(model, generator):
    """Larger than initial weights, so that every feature moves the logits by far more than the tolerance."""
    with torch.no_grad():
        for name, value in model.named_parameters():
            noise = torch.randn(value.shape, generator=generator)
            if "norm" in name:
                value.copy_((0.0 if model.config.model_type == "gemma" else 1.0) + 0.2 * noise)
            elif name.endswith("bias"):
                value.copy_(0.3 * noise)
            elif "embed" in name:
                value.copy_(noise)
            else:
                value.copy_(noise * 1.5 / value.shape[1] ** 0.5)


def expected(folder, model_class, ids):
    # Eager attention in float64: the definition itself, not another fused kernel.
    model = model_class.from_pretrained(folder, dtype=torch.float64, attn_implementation="eager").eval()
    with torch.no_grad():
        return model(input_ids=ids, use_cache=False).logits.float()


def make(target, name, number, table):
    config_class, model_class, changes = table[name]
    generator = torch.Generator().manual_seed(1000 + number)
    config = config_class(**{**BASE, **changes})
    model = model_class(config)
    randomize(model, generator)
    folder = target / name
    folder.mkdir(parents=True, exist_ok=True)
    model.save_pretrained(folder)
    (folder / "generation_config.json").unlink(missing_ok=True)
    ids = torch.randint(3, BASE["vocab_size"], (2, TOKENS), generator=generator)
    logits = expected(folder, model_class, ids)
    save_file({"ids": ids.int(), "logits": logits.contiguous()}, folder / "expected.safetensors")
    size = sum(f.stat().st_size for f in folder.iterdir())
    print(f"{name}: {size} bytes, |logits| up to {logits.abs().max():.2f}, {len(load_file(folder / 'model.safetensors'))} tensors")


def main():
    target = pathlib.Path(sys.argv[1] if len(sys.argv) > 1 else pathlib.Path(__file__).parent.parent / "data" / "model")
    torch.set_num_threads(1)
    for number, name in enumerate(FEATURES):
        make(target, name, number, FEATURES)
    for number, name in enumerate(FAMILIES, 100):
        make(target.parent / "family", name, number, FAMILIES)
    (target / "features.json").write_text(json.dumps(sorted(FEATURES), indent=1) + "\n")


if __name__ == "__main__":
    main()
