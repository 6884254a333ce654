"""Reads `training/` (format: training/README.md): which sentences answer a question, and what looks like an answer and is none."""

import re
from dataclasses import dataclass, field
from pathlib import Path

LAWS = "gesetze.txt"
LAW_SECTION = re.compile(r"^#+ (§ [^\n]*|Art [^\n]*)\n(.*?)(?=^#|\Z)", re.MULTILINE | re.DOTALL)
LAW_SENTENCE = re.compile(r"(?<=[a-zäöüß\d)])[.;]\s+(?=[A-ZÄÖÜ(]|\d+\. )|(?<=:)\s+(?=1\.)|,\s+(?=\d+\.\s)")


@dataclass
class Section:
    heading: str
    sentences: list[str] = field(default_factory=list)
    questions: list[tuple[str, list[int]]] = field(default_factory=list)  # with the places of the answering sentences, from 0
    open_questions: list[str] = field(default_factory=list)  # on the same matter, answered nowhere in the document


@dataclass
class Pair:
    question: str
    answer: str  # heading, line break, sentence
    others: list[str]  # likewise; they share words with the question or its matter and do not answer it


def read_documents(folder: Path, laws: Path) -> list[list[Section]]:
    """Documents as lists of sections; those of laws hold only the sections that questions were written for."""
    documents = []
    for path in sorted(folder.glob("*.txt")):
        documents += read_file(path, laws if path.name == LAWS else None)
    return documents


def read_file(path: Path, laws: Path | None) -> list[list[Section]]:
    documents, law = [], {}
    for line in path.read_text("utf-8").splitlines():
        mark, _, rest = line.partition(" ")
        if mark == "#":
            documents.append([])
            law = read_law(laws / rest) if laws else {}
        elif mark == "##":
            documents[-1].append(Section(rest, law.get(rest, [])))
        elif mark == "?":
            question, places = rest.rsplit(" | ", 1)
            documents[-1][-1].questions.append((question, [int(place) - 1 for place in places.split()]))
        elif mark == "-":
            documents[-1][-1].open_questions.append(rest)
        else:
            documents[-1][-1].sentences.append(rest.removeprefix("- "))
    return documents


def read_pairs(folder: Path) -> list[Pair]:
    pairs = []
    for path in sorted(folder.glob("*.txt")):
        for entry in path.read_text("utf-8").strip().split("\n\n"):
            lines = [line.partition(" ") for line in entry.splitlines()]
            (answer,) = [to_passage(text) for mark, _, text in lines if mark == "+"]
            others = [to_passage(text) for mark, _, text in lines if mark == "-"]
            pairs += [Pair(text, answer, others) for mark, _, text in lines if mark == "?"]
    return pairs


def to_passage(text: str) -> str:
    heading, _, sentence = text.partition(": ")
    return f"{heading}\n{sentence}"


def read_law(path: Path) -> dict[str, list[str]]:
    """Heading → sentences, as the questions count them."""
    sections = LAW_SECTION.finditer(path.read_text("utf-8"))
    return {match[1]: split_sentences(re.sub(r"\s+", " ", match[2]).strip()) for match in sections}


def split_sentences(text: str) -> list[str]:
    return [sentence.strip() for sentence in LAW_SENTENCE.split(text) if sentence.strip()]
