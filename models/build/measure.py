"""Compares ONNX variants of the model on a German SQuAD-format file: nDCG@10 of paragraphs (whole, and by best sentence) and
time per text, in interleaved rounds so that a busy machine slows all variants alike."""

import os

os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")

import argparse
import json
import re
import time
from pathlib import Path

import numpy as np
import onnxruntime
from tokenizers import Tokenizer

from tokenizer import MAX_TOKENS

SENTENCE_END = re.compile(r"(?<=[.!?])\s+(?=[A-ZÄÖÜ„\"'(0-9])")


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("models", type=Path, nargs="+", help="ONNX files; vectors and times are compared with the first")
    parser.add_argument("--tokenizer", type=Path, default=Path(__file__).parent.parent / "multilingual-e5-small-de/tokenizer.json")
    parser.add_argument("--squad", type=Path, required=True)
    parser.add_argument("--threads", type=int, default=1)
    parser.add_argument("--rounds", type=int, default=5)
    options = parser.parse_args()

    tokenizer = Tokenizer.from_file(str(options.tokenizer))
    paragraphs, questions, wanted = read_squad(options.squad)
    sentences = [(place, sentence) for place, text in enumerate(paragraphs) for sentence in SENTENCE_END.split(text)]
    texts = {
        "question": to_inputs(tokenizer, "query: ", questions),
        "sentence": to_inputs(tokenizer, "passage: ", [sentence for _, sentence in sentences]),
        "paragraph": to_inputs(tokenizer, "passage: ", paragraphs),
    }
    sessions = [open_session(model, options.threads) for model in options.models]
    times = measure_times(sessions, {kind: inputs[:40] for kind, inputs in texts.items()}, options.rounds)

    reference = None
    for place, (model, session) in enumerate(zip(options.models, sessions)):
        vectors = {kind: embed(session, inputs) for kind, inputs in texts.items()}
        reference = reference or vectors
        whole = vectors["question"] @ vectors["paragraph"].T
        by_sentence = best_per_paragraph(vectors["question"] @ vectors["sentence"].T, [place for place, _ in sentences])
        print(f"{model}: {model.stat().st_size / 1e6:.1f} MB, nDCG@10 {ndcg(whole, wanted):.4f} whole, {ndcg(by_sentence, wanted):.4f} by sentence")
        for kind in texts:
            cosine = (vectors[kind] * reference[kind]).sum(axis=1)
            took, ratio = times[kind][place], times[kind][place] / times[kind][0]
            print(f"  {kind}: {took:.1f} ms, {ratio:.2f} of the first; cosine mean {cosine.mean():.5f}, lowest {cosine.min():.5f}", flush=True)


def read_squad(path: Path):
    """Paragraphs, questions, and for each question the place of its paragraph."""
    paragraphs, questions, wanted = [], [], []
    for article in json.loads(path.read_text("utf-8"))["data"]:
        for paragraph in article["paragraphs"]:
            questions += [item["question"] for item in paragraph["qas"]]
            wanted += [len(paragraphs)] * len(paragraph["qas"])
            paragraphs.append(paragraph["context"])
    return paragraphs, questions, np.array(wanted)


def to_inputs(tokenizer: Tokenizer, prefix: str, texts: list[str]) -> list[dict]:
    rows = [np.array([tokenizer.encode(prefix + text).ids[:MAX_TOKENS]], np.int64) for text in texts]
    return [{"input_ids": row, "attention_mask": np.ones_like(row)} for row in rows]


def open_session(model: Path, threads: int) -> onnxruntime.InferenceSession:
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = threads
    options.add_session_config_entry("session.intra_op.allow_spinning", "0")
    return onnxruntime.InferenceSession(str(model), options, providers=["CPUExecutionProvider"])


def measure_times(sessions: list, texts: dict, rounds: int) -> dict:
    """Median milliseconds per text, for each kind of text a list in the order of the sessions; the first round warms up."""
    times = {kind: [[] for _ in sessions] for kind in texts}
    for _ in range(rounds + 1):
        for kind, inputs in texts.items():
            for place, session in enumerate(sessions):
                start = time.perf_counter()
                for item in inputs:
                    session.run(None, item)
                times[kind][place].append((time.perf_counter() - start) * 1000 / len(inputs))
    return {kind: [float(np.median(taken[1:])) for taken in rows] for kind, rows in times.items()}


def embed(session, inputs: list[dict]) -> np.ndarray:
    means = np.array([session.run(None, item)[0][0].mean(axis=0) for item in inputs])
    return means / np.linalg.norm(means, axis=1, keepdims=True)


def best_per_paragraph(scores: np.ndarray, places: list[int]) -> np.ndarray:
    starts = np.flatnonzero(np.diff(places, prepend=-1))
    return np.maximum.reduceat(scores, starts, axis=1)


def ndcg(scores: np.ndarray, wanted: np.ndarray, depth: int = 10) -> float:
    """One paragraph is right per question, so the gain is 1 / log2(rank + 1) within the first `depth`."""
    own = scores[np.arange(len(wanted)), wanted][:, None]
    above = (scores > own).sum(axis=1)
    return float(np.where(above < depth, 1 / np.log2(above + 2), 0).mean())


if __name__ == "__main__":
    main()
