"""Finds the fixed int8 ranges: runs the float32 encoder over German law texts and chooses, per linear layer, how outlying
input channels are scaled down (SmoothQuant) so that the int8 product stays nearest to the float32 one."""

import re
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
import onnxruntime
from tokenizers import Tokenizer

from graph import LINEAR_PARTS, Int8Linear, LinearWeights
from tokenizer import MAX_TOKENS

# Processors without VNNI add pairs of products in 16 bits, which saturate. Signed inputs lie around 128, so smaller weights make
# that rarer; GELU's outputs lie near 0 and need none of it.
WEIGHT_LIMITS = {"qkv": 96, "ao": 96, "fi": 96, "fo": 127}
MARGIN = 1.15  # room beyond the largest value seen
SAMPLE_STRIDE = 37  # every so many tokens are kept to compare int8 with float32
QUESTIONS = ("Was bedeutet {}?", "Wer ist für {} zuständig?", "Welche Frist gilt bei {}?", "Wie beantrage ich {}?", "{}")


@dataclass(frozen=True)
class ChannelRanges:
    low: np.ndarray  # [in]
    high: np.ndarray  # [in]
    sample: np.ndarray  # [tokens, in]


def read_calibration_texts(texts_folder: Path) -> list[str]:
    """Per law: paragraphs, long stretches, and its headings as questions, with the model's prefixes."""
    texts = []
    for path in sorted(texts_folder.glob("*.md")):
        body = path.read_text("utf-8")
        paragraphs = [squeeze(part) for part in re.split(r"\n\s*\n", body)]
        paragraphs = spread([part for part in paragraphs if len(part) > 40 and not part.startswith("#")], 4)
        headings = spread([squeeze(line.lstrip("# ")) for line in body.splitlines() if line.startswith("#")], 5)
        texts += [f"passage: {part[:1000]}" for part in paragraphs]
        texts += [f"passage: {squeeze(body[start : start + 2000])}" for start in (0, len(body) // 2)]
        texts += [f"query: {form.format(heading)}" for form, heading in zip(QUESTIONS, headings)]
    return texts


def squeeze(text: str) -> str:
    return re.sub(r"\s+", " ", text).strip()


def spread(items: list, count: int) -> list:
    """`count` items at even distances."""
    return [items[i * len(items) // count] for i in range(min(count, len(items)))]


def measure_ranges(tapped_model: bytes, tokenizer: Tokenizer, texts: list[str], layers: int) -> dict:
    """(layer, part) → ChannelRanges of the linear layer's input."""
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = 1
    session = onnxruntime.InferenceSession(tapped_model, options, providers=["CPUExecutionProvider"])
    names = [output.name for output in session.get_outputs()][1:]
    lows, highs, samples = ([[] for _ in names] for _ in range(3))
    seen = 0
    for text in texts:
        ids = np.array([tokenizer.encode(text).ids[:MAX_TOKENS]], np.int64)
        for i, values in enumerate(session.run(names, {"input_ids": ids, "attention_mask": np.ones_like(ids)})):
            lows[i].append(values[0].min(axis=0))
            highs[i].append(values[0].max(axis=0))
            samples[i].append(values[0][-seen % SAMPLE_STRIDE :: SAMPLE_STRIDE].copy())
        seen += ids.shape[1]
    keys = [(layer, part) for layer in range(layers) for part in LINEAR_PARTS]
    return {
        key: ChannelRanges(np.min(lows[i], axis=0), np.max(highs[i], axis=0), np.concatenate(samples[i]))
        for i, key in enumerate(keys)
    }


def quantize_linears(floats: dict, ranges: dict) -> dict:
    linears = {key: quantize_linear(floats[key], ranges[key], WEIGHT_LIMITS[key[1]]) for key in floats}
    return fold_attention_factors(linears)


def quantize_linear(linear: LinearWeights, ranges: ChannelRanges, weight_limit: int) -> Int8Linear:
    """The candidate with the smallest relative error over the sampled tokens."""
    wanted = ranges.sample @ linear.matrix
    weight = 1 / np.square(wanted).mean(axis=1, keepdims=True)

    def error(candidate: Int8Linear) -> float:
        return float((np.square(apply(candidate, ranges.sample) - linear.bias - wanted) * weight).mean())

    candidates = [to_int8(linear, ranges, factor, weight_limit) for factor in candidate_factors(ranges)]
    return correct_bias(min(candidates, key=error), linear, ranges.sample)


def correct_bias(quantized: Int8Linear, linear: LinearWeights, inputs: np.ndarray) -> Int8Linear:
    """Mean pooling averages random errors away, but not the mean error: the bias takes that one out."""
    error = (apply(quantized, inputs) - inputs @ linear.matrix - linear.bias).mean(axis=0)
    return replace(quantized, bias=(linear.bias - np.round(error, 4)).astype(np.float32))


def candidate_factors(ranges: ChannelRanges):
    """Channels larger than `limit` typical ones come down to that limit, wholly or in part; 3 digits, so that machines agree."""
    size = np.maximum(ranges.high, -ranges.low)
    typical = np.median(size)
    for limit in (1, 1.5, 2, 3, 4, 6, 9):
        for strength in (0.5, 0.65, 0.8, 1):
            excess = np.maximum(1, size / (typical * limit)) ** strength
            yield np.float32([f"{1 / value:.2e}" for value in excess])


def to_int8(linear: LinearWeights, ranges: ChannelRanges, factor: np.ndarray, weight_limit: int) -> Int8Linear:
    low = min(0, float((ranges.low * factor).min()) * MARGIN)
    high = max(0, float((ranges.high * factor).max()) * MARGIN)
    input_scale = np.float32(f"{(high - low) / 255:.3e}")
    input_zero = np.uint8(np.clip(round(-low / float(input_scale)), 0, 255))
    matrix = linear.matrix / factor[:, None]
    scale = np.abs(matrix).max(axis=0) / weight_limit
    levels = np.rint(matrix / scale).astype(np.int8)
    return Int8Linear(factor, input_scale, input_zero, levels, scale.astype(np.float32), linear.bias)


def apply(linear: Int8Linear, inputs: np.ndarray) -> np.ndarray:
    zero = float(linear.input_zero)
    levels = np.clip(np.rint(inputs * linear.factor / linear.input_scale) + zero, 0, 255) - zero
    return (levels.astype(np.float32) @ linear.matrix.astype(np.float32)) * (linear.input_scale * linear.scale) + linear.bias


def fold_attention_factors(linears: dict) -> dict:
    """Attention mixes values channel by channel, so the output layer's factor can be part of the value projection."""
    folded = dict(linears)
    for (layer, part), output in linears.items():
        if part != "ao":
            continue
        values = linears[layer, "qkv"]
        ones = np.ones(len(values.bias) - len(output.factor), np.float32)
        gain = np.concatenate([ones, output.factor])
        folded[layer, "qkv"] = replace(values, scale=values.scale * gain, bias=values.bias * gain)
        folded[layer, "ao"] = replace(output, factor=None)
    return folded
