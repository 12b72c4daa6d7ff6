"""Registers `model_type: tacq` with transformers, so that a packed checkpoint of TaCQ Workbench opens there. Weights are widened on loading: the numbers are those
of the packed checkpoint, the memory is that of a plain model.

    import sys; sys.path.insert(0, "scripts")
    import tacq_transformers                                  # once, before from_pretrained
    from transformers import AutoModelForCausalLM, AutoTokenizer
    model = AutoModelForCausalLM.from_pretrained("small")     # dtype= as usual; float32 unless given
    tokenizer = AutoTokenizer.from_pretrained("small")
"""
import torch
from transformers import AutoConfig, AutoModelForCausalLM, PretrainedConfig, PreTrainedModel

from read_packed import PackedModel


class TacqConfig(PretrainedConfig):
    model_type = "tacq"

    def __init__(self, base_config=None, changed=(), **rest):
        # Not under transformers' own name, for which it would look for a quantizer.
        self.packing = rest.pop("quantization_config", None)
        self.base_config, self.changed = base_config or {}, list(changed)
        super().__init__(**rest)

    def base(self):
        """The configuration of the model that was quantized."""
        known = dict(self.base_config)
        return AutoConfig.for_model(known.pop("model_type"), **known)


class TacqForCausalLM(PreTrainedModel):
    config_class = TacqConfig

    @classmethod
    def from_pretrained(cls, folder, *arguments, config=None, dtype=None, torch_dtype=None, **rest):
        config = config or TacqConfig.from_pretrained(folder)
        dtype = dtype or torch_dtype
        model = AutoModelForCausalLM.from_config(config.base(), dtype=dtype if isinstance(dtype, torch.dtype) else torch.float32)
        packed = PackedModel(folder)
        missing, unexpected = model.load_state_dict({name: torch.from_numpy(packed[name].copy()) for name in packed.names()}, strict=False)
        if unexpected or set(missing) - {"lm_head.weight"} or (missing and not model.config.tie_word_embeddings):
            raise ValueError(f"the checkpoint does not fit its configuration: missing {missing}, unexpected {unexpected}")
        model.tie_weights()
        return model.eval()


AutoConfig.register("tacq", TacqConfig)
AutoModelForCausalLM.register(TacqConfig, TacqForCausalLM)
