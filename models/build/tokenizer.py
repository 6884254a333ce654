"""Writes the model's Unigram tokenizer as a Hugging Face tokenizer.json and decides which pieces a German reader needs.
It knows nothing of weights or of ONNX."""

import json
from pathlib import Path

from tokenizers import Tokenizer

SPECIAL_PIECES = ("<s>", "<pad>", "</s>", "<unk>")
MAX_TOKENS = 512

# What the original's normaliser (SentencePiece nmt_nfkc) does beyond NFKC.
DROPPED = "[\u0001-\u0008\u000b\u000e-\u001f\u007f\u008f\u009f]"
SPACES = "[\\s\u200b-\u200f\u2028\u2029\u2581\ufeff\ufffd]+"


def to_tokenizer_json(pieces: list[str], scores: list[float]) -> dict:
    """Pieces start with the four special ones; a piece's place is its id."""
    assert tuple(pieces[:4]) == SPECIAL_PIECES
    return {
        "version": "1.0",
        "truncation": None,
        "padding": None,
        "added_tokens": [to_special_token(id) for id in range(4)],
        "normalizer": {
            "type": "Sequence",
            "normalizers": [
                {"type": "Replace", "pattern": {"Regex": DROPPED}, "content": ""},
                {"type": "NFKC"},
                {"type": "Replace", "pattern": {"Regex": SPACES}, "content": " "},
            ],
        },
        "pre_tokenizer": {
            "type": "Sequence",
            "pretokenizers": [
                {"type": "WhitespaceSplit"},
                {"type": "Metaspace", "replacement": "▁", "prepend_scheme": "always", "split": True},
            ],
        },
        "post_processor": {
            "type": "TemplateProcessing",
            "single": [special("<s>"), sequence("A", 0), special("</s>")],
            "pair": [special("<s>"), sequence("A", 0), special("</s>"), special("</s>"), sequence("B", 0), special("</s>")],
            "special_tokens": {piece: {"id": piece, "ids": [SPECIAL_PIECES.index(piece)], "tokens": [piece]} for piece in ("<s>", "</s>")},
        },
        "decoder": {"type": "Metaspace", "replacement": "▁", "prepend_scheme": "always", "split": True},
        "model": {"type": "Unigram", "unk_id": 3, "vocab": [[piece, score] for piece, score in zip(pieces, scores)], "byte_fallback": False},
    }


def to_special_token(id: int) -> dict:
    return {"id": id, "content": SPECIAL_PIECES[id], "single_word": False, "lstrip": False, "rstrip": False, "normalized": False, "special": True}


def special(piece: str) -> dict:
    return {"SpecialToken": {"id": piece, "type_id": 0}}


def sequence(name: str, type_id: int) -> dict:
    return {"Sequence": {"id": name, "type_id": type_id}}


TOKENIZER_CONFIG = {
    "tokenizer_class": "XLMRobertaTokenizer",
    "model_max_length": MAX_TOKENS,
    "bos_token": "<s>",
    "cls_token": "<s>",
    "eos_token": "</s>",
    "sep_token": "</s>",
    "unk_token": "<unk>",
    "pad_token": "<pad>",
    "clean_up_tokenization_spaces": False,
}


def select_pieces(pieces: list[str], scores: list[float], words_folder: Path, texts_folder: Path) -> list[int]:
    """Ids, ascending, of the special pieces, the pieces that word lists and law texts use, single characters and numbers."""
    kept = {0, 1, 2, 3}
    kept.update(id for id, piece in enumerate(pieces) if is_basic(piece))
    full = Tokenizer.from_str(json.dumps(to_tokenizer_json(pieces, scores)))
    for batch in read_texts(words_folder, texts_folder):
        for encoding in full.encode_batch_fast(batch, add_special_tokens=False):
            kept.update(encoding.ids)
    return sorted(kept)


def is_basic(piece: str) -> bool:
    text = piece.removeprefix("▁")
    return piece == "▁" or is_common_character(text) or (text != "" and set(text) <= set("0123456789./:-"))


def is_common_character(text: str) -> bool:
    return len(text) == 1 and (ord(text) < 0x250 or 0x2000 <= ord(text) <= 0x24FF)


def read_texts(words_folder: Path, texts_folder: Path):
    """Batches of German and English words in each spelling, then of the lines of the law texts."""
    for name in ("ngerman", "swiss", "american-english"):
        words = (words_folder / name).read_text("utf-8").split()
        yield words
        yield [word.lower() for word in words]
        yield [word.capitalize() for word in words]
        if name != "american-english":
            yield [word.upper() for word in words]
    for path in sorted(texts_folder.glob("*.md")):
        yield path.read_text("utf-8").splitlines()
