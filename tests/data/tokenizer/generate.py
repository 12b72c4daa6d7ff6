"""Makes the small tokenizers of this folder and their goldens with the Hugging Face `tokenizers` package.

    python generate.py TRAINING_TEXT        (any plain English text; resources/tasks/data/tinystories.txt was used)
"""
import json
import random
import sys

from tokenizers import AddedToken, Regex, Tokenizer, decoders, models, normalizers, pre_tokenizers, processors, trainers

LLAMA3 = r"(?i:'s|'t|'re|'ve|'m|'ll|'d)|[^\r\n\p{L}\p{N}]?\p{L}+|\p{N}{1,3}| ?[^\s\p{L}\p{N}]+[\r\n]*|\s*[\r\n]+|\s+(?!\S)|\s+"
QWEN2 = LLAMA3.replace("{1,3}", "")
text = open(sys.argv[1], encoding="utf-8").read()[:60000]
rnd = random.Random(7)


def split(pattern):
    return pre_tokenizers.Sequence([pre_tokenizers.Split(Regex(pattern), "isolated"), pre_tokenizers.ByteLevel(add_prefix_space=False, use_regex=False)])


def byte_level(pre, normalizer=None, specials=("<|endoftext|>", "<|im_start|>", "<|im_end|>")):
    t = Tokenizer(models.BPE())
    t.pre_tokenizer = pre
    if normalizer:
        t.normalizer = normalizer
    t.decoder = decoders.ByteLevel()
    t.train_from_iterator([text], trainers.BpeTrainer(vocab_size=420, initial_alphabet=pre_tokenizers.ByteLevel.alphabet(), special_tokens=list(specials), show_progress=False))
    return t


def sentencepiece(pre=None, normalizer=None):
    t = Tokenizer(models.BPE(unk_token="<unk>", byte_fallback=True, fuse_unk=True))
    t.normalizer = normalizer
    t.pre_tokenizer = pre_tokenizers.Metaspace()
    specials = ["<unk>", "<s>", "</s>"] + ["<0x%02X>" % b for b in range(256)]
    t.train_from_iterator([text], trainers.BpeTrainer(vocab_size=420, special_tokens=specials, show_progress=False))
    doc = json.loads(t.to_str())
    doc["added_tokens"] = doc["added_tokens"][:3]
    t = Tokenizer.from_str(json.dumps(doc))
    t.pre_tokenizer = pre
    t.normalizer = normalizer
    t.post_processor = processors.TemplateProcessing(single="<s> $A", special_tokens=[("<s>", 1)])
    t.decoder = decoders.Sequence([decoders.Replace("\u2581", " "), decoders.ByteFallback(), decoders.Fuse(), decoders.Strip(" ", 1, 0)])
    return t


def behaviours():
    out = {}
    for name in ("removed", "merged_with_previous", "merged_with_next", "contiguous", "isolated"):
        t = byte_level(pre_tokenizers.Sequence([pre_tokenizers.Split(Regex(r"[aeiou ]+?"), name, invert=name == "contiguous"), pre_tokenizers.ByteLevel(add_prefix_space=True)]))
        out["split_" + name] = t
    return out


def flags():
    t = byte_level(pre_tokenizers.ByteLevel(add_prefix_space=False), normalizers.NFC())
    t.add_special_tokens([AddedToken("<mask>", lstrip=True), AddedToken("<sep>", rstrip=True)])
    t.add_tokens([AddedToken("ing", single_word=True), AddedToken("caf\u00e9", normalized=True), AddedToken("<ma", normalized=False), AddedToken("  ", normalized=False)])
    return t


made = {
    "gpt2": byte_level(pre_tokenizers.ByteLevel(add_prefix_space=False)),
    "smollm": byte_level(pre_tokenizers.Sequence([pre_tokenizers.Digits(individual_digits=True), pre_tokenizers.ByteLevel(add_prefix_space=False)])),
    "digits_together": byte_level(pre_tokenizers.Sequence([pre_tokenizers.Digits(individual_digits=False), pre_tokenizers.ByteLevel(add_prefix_space=False)])),
    "llama3": byte_level(split(LLAMA3)),
    "qwen2": byte_level(split(QWEN2), normalizers.NFC()),
    "added_flags": flags(),
    "spm": sentencepiece(None, normalizers.Sequence([normalizers.Prepend("\u2581"), normalizers.Replace(" ", "\u2581")])),
    "metaspace_first": sentencepiece(pre_tokenizers.Metaspace(prepend_scheme="first", split=False)),
    "metaspace_always": sentencepiece(pre_tokenizers.Metaspace(prepend_scheme="always", split=True)),
    **behaviours(),
}
doc = json.loads(made["llama3"].to_str())
doc["model"]["ignore_merges"] = True
doc["model"]["merges"] = doc["model"]["merges"][:-20]
made["llama3"] = Tokenizer.from_str(json.dumps(doc))

fixed = ["", " ", "  ", "\n", "\t\r\n", "Hello world", " Hello  world's WE'LL don'T", "3333333 \u00bd \u216b \u0663\u0664", "\u00e9 e\u0301 \uac00\u11a8 \u0344 \u1e9b\u0323",
         "a\u033d\u093c\u0359\u0eba", "\u180e \u0085\u00a0\u3000x", "\U0001f600 \U0001f469\u200d\U0001f467", "<|im_start|>user\nhi<|im_end|>", "<|im_start", "<s>a</s> <unk>", "x <mask>  y <sep>  z<mask>",
         "ing singing ing. -ing-", "caf\u00e9 cafe\u0301", "\u2581\u2581a", "\x00\x01", "\U000105c0\U0001e5d0 \u4e00\u9fff", "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa", "if (x) {\n\t\treturn  y;\n}\n\n", "'\u017f 'S"]
pool = ["the", " little", " girl", "12", " 7", "\n", "  ", "'s", "\u00e9", "e\u0301", "\u4e2d", "!?", "<mask>", "<|im_end|>", "<s>", "ing", "\u2581", "\u00a0", "\U0001f600", "\u0301", "A", "\r\n", "\t", "caf\u00e9"]
cases = fixed + ["".join(rnd.choice(pool) for _ in range(rnd.randint(1, 12))) for _ in range(60)]

for name, t in made.items():
    golden = []
    for case in cases:
        golden.append({"text": case, "ids": t.encode(case).ids})
    t.encode_special_tokens = True
    for case, entry in zip(cases, golden):
        plain = t.encode(case, add_special_tokens=False).ids
        if plain != entry["ids"]:
            entry["plain"] = plain
    t.encode_special_tokens = False
    lines = ",\n".join(json.dumps(entry) for entry in golden)
    open(name + ".json", "w").write('{"tokenizer":\n' + json.dumps(json.loads(t.to_str()), separators=(",", ":")) + ',\n"cases": [\n' + lines + "\n]}\n")
