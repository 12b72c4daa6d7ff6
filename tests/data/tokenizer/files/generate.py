"""Makes the tokenizer folders of this folder and `golden.json` with the packages sentencepiece and transformers.

    python generate.py TRAINING_TEXT OUT    (resources/tasks/data/tinystories.txt was used; OUT: here)
"""
import json
import os
import sys

import sentencepiece
from transformers import AutoTokenizer

text = open(sys.argv[1], encoding="utf-8").read()[:60000]
out = sys.argv[2]
here = os.path.dirname(os.path.abspath(__file__))
TEXTS = ["Once upon a time, there was a girl.", " two  spaces ", "a\nb\r\nc", "naïve café — 日本 🙂", "<|im_start|>Lily said <pad> hi<|im_end|>", "12345 it's I'LL", "x <x> y", "<|endoftext|>The end", ""]


def write(name, **files):
    folder = os.path.join(out, name)
    os.makedirs(folder, exist_ok=True)
    for file, content in files.items():
        path = os.path.join(folder, file.replace("__", "."))
        if isinstance(content, bytes):
            open(path, "wb").write(content)
        elif isinstance(content, str):
            open(path, "w", encoding="utf-8").write(content)
        else:
            json.dump(content, open(path, "w", encoding="utf-8"), ensure_ascii=False)
    return folder


def spm(**options):
    base = os.path.join(out, "made")
    open(base + ".txt", "w", encoding="utf-8").write(text)
    sentencepiece.SentencePieceTrainer.train(input=base + ".txt", model_prefix=base, vocab_size=420, model_type="bpe", byte_fallback=True, character_coverage=0.999,
                                             normalization_rule_name="identity", remove_extra_whitespaces=False, max_sentence_length=100000, minloglevel=2, **options)
    content = open(base + ".model", "rb").read()
    for end in (".txt", ".model", ".vocab"):
        os.remove(base + end)
    return content


special = lambda content, **more: {"content": content, "lstrip": False, "rstrip": False, "normalized": False, "single_word": False, "special": True, **more}
fast = json.load(open(os.path.join(here, "..", "gpt2.json"), encoding="utf-8"))["tokenizer"]
model = fast["model"]
vocabulary = model["vocab"]
merges = "#version: 0.2\n" + "".join((m if isinstance(m, str) else " ".join(m)) + "\n" for m in model["merges"])
plain = json.dumps(fast, ensure_ascii=False)
llama = {"tokenizer_class": "LlamaTokenizer", "bos_token": "<s>", "eos_token": "</s>", "unk_token": "<unk>", "add_bos_token": True, "add_eos_token": False}
any_class = {"tokenizer_class": "PreTrainedTokenizerFast"}
folders = {
    "spm": dict(tokenizer__model=spm(), tokenizer_config__json=llama),
    "pair_gpt2": dict(vocab__json=vocabulary, merges__txt=merges, tokenizer_config__json={"tokenizer_class": "GPT2Tokenizer", "bos_token": "<|endoftext|>", "eos_token": "<|endoftext|>", "unk_token": "<|endoftext|>"}),
    "pair_qwen2": dict(vocab__json=vocabulary, merges__txt=merges, tokenizer_config__json={
        "tokenizer_class": "Qwen2Tokenizer", "eos_token": "<|endoftext|>", "pad_token": "<|endoftext|>", "unk_token": None,
        "added_tokens_decoder": {"0": special("<|endoftext|>"), "1": special("<|im_start|>"), "2": special("<|im_end|>"), "420": special("<pad>")}}),
    "decoder": dict(tokenizer__json=plain, tokenizer_config__json={**any_class, "added_tokens_decoder": {"421": special("<x>"), "420": special("<pad>", lstrip=True)}}),
    "renumbered": dict(tokenizer__json=plain, tokenizer_config__json={**any_class, "added_tokens_decoder": {"5": special("<x>"), "600": special("<pad>")}}),
    "added": dict(tokenizer__json=plain, tokenizer_config__json=any_class, added_tokens__json={"<x>": 421, "<pad>": 420}),
    "special_map": dict(tokenizer__json=plain, tokenizer_config__json=any_class, special_tokens_map__json={"pad_token": special("<pad>", rstrip=True), "additional_special_tokens": ["<x>"]}),
    "named": dict(tokenizer__json=plain, tokenizer_config__json={**any_class, "pad_token": "<pad>", "extra_special_tokens": ["<x>"]}),
    "decoder_wins": dict(tokenizer__json=plain, tokenizer_config__json={**any_class, "added_tokens_decoder": {"420": special("<x>")}}, added_tokens__json={"<pad>": 421},
                         special_tokens_map__json={"pad_token": "<pad>"}),
}
golden = []
for name, files in folders.items():
    folder = write(name, **files)
    if name == "spm":  # the library that the file is from; transformers 5 reads " two" with one space less
        processor = sentencepiece.SentencePieceProcessor(model_file=os.path.join(folder, "tokenizer.model"))
        golden.append({"folder": name, "ids": [[processor.bos_id()] + processor.encode(t) for t in TEXTS]})
    else:
        tokenizer = AutoTokenizer.from_pretrained(folder)
        golden.append({"folder": name, "ids": [tokenizer(t)["input_ids"] for t in TEXTS]})
    if "tokenizer__json" in files:  # the test takes it from ../gpt2.json
        os.remove(os.path.join(out, name, "tokenizer.json"))
    if "vocab__json" in files:
        os.remove(os.path.join(out, name, "vocab.json"))
        os.remove(os.path.join(out, name, "merges.txt"))
json.dump({"texts": TEXTS, "folders": golden}, open(os.path.join(out, "golden.json"), "w", encoding="utf-8"), ensure_ascii=False, indent=0)
