"""Writes the encoder as an ONNX graph (BERT, post-LayerNorm), operator by operator, and the linear layers in float32 or int8.
It knows nothing of where weights come from on disk or of how the int8 ranges were found."""

from dataclasses import dataclass

import numpy as np
from onnx import TensorProto, helper, numpy_helper

from source_model import BLOCK, SourceModel

OPSET = 17
RUNTIME_OPERATORS = "com.microsoft"

# The linear layers of one encoder layer: query, key and value in one product, attention output, feed-forward in and out.
LINEAR_PARTS = {"qkv": ("q", "k", "v"), "ao": ("ao",), "fi": ("fi",), "fo": ("fo",)}


@dataclass(frozen=True)
class LinearWeights:
    matrix: np.ndarray  # [in, out]
    bias: np.ndarray  # [out]


@dataclass(frozen=True)
class Int8Linear:
    """y = ((x * factor) to uint8) @ matrix, scaled back; all ranges are fixed, so a vector never depends on its batch."""

    factor: np.ndarray | None  # float32 [in]; None: folded into the layer before
    input_scale: np.float32
    input_zero: np.uint8
    matrix: np.ndarray  # int8 [in, out]
    scale: np.ndarray  # float32 [out]
    bias: np.ndarray  # float32 [out]


def read_linear(source: SourceModel, layer: int, part: str) -> LinearWeights:
    columns = source.ffn if part == "fo" else source.hidden
    names = [f"l{layer}.{name}" for name in LINEAR_PARTS[part]]
    matrix = np.concatenate([source.matrix(f"{name}.w", columns) for name in names])
    return LinearWeights(matrix.T, np.concatenate([source.vector(f"{name}.b") for name in names]))


def write_encoder(source: SourceModel, kept_ids: list[int], linears: dict, taps: bool = False) -> bytes:
    """`linears` maps (layer, part) to LinearWeights or Int8Linear; with `taps` each linear layer's input is an output, too."""
    graph = GraphWriter()
    state = write_embeddings(graph, source, kept_ids)
    mask = write_mask(graph)
    tapped = []
    for layer in range(source.layers):
        def linear(x, part):
            tapped.append(x)
            return write_linear(graph, x, f"layer{layer}.{part}", linears[layer, part])

        attention = linear(write_attention(graph, linear(state, "qkv"), mask, source), "ao")
        state = write_norm(graph, graph.add("Add", attention, state), source, f"l{layer}.aln")
        inner = graph.add("Gelu", linear(state, "fi"), domain=RUNTIME_OPERATORS)
        state = write_norm(graph, graph.add("Add", linear(inner, "fo"), state), source, f"l{layer}.oln")
    return graph.to_model(state, source.hidden, tapped if taps else [])


class GraphWriter:
    def __init__(self):
        self._nodes, self._constants = [], {}

    def constant(self, name: str, values) -> str:
        self._constants.setdefault(name, numpy_helper.from_array(np.ascontiguousarray(values), name))
        return name

    def add(self, operator: str, *inputs: str, outputs: int = 1, **attributes):
        names = [f"{operator}_{len(self._nodes)}_{i}" for i in range(outputs)]
        self._nodes.append(helper.make_node(operator, list(inputs), names, name=f"{operator}_{len(self._nodes)}", **attributes))
        return names[0] if outputs == 1 else names

    def to_model(self, result: str, hidden: int, tapped: list[str]) -> bytes:
        self._nodes.append(helper.make_node("Identity", [result], ["last_hidden_state"], name="result"))
        inputs = [helper.make_tensor_value_info(name, TensorProto.INT64, ["batch", "sequence"]) for name in ("input_ids", "attention_mask")]
        outputs = [helper.make_tensor_value_info("last_hidden_state", TensorProto.FLOAT, ["batch", "sequence", hidden])]
        outputs += [helper.make_tensor_value_info(name, TensorProto.FLOAT, None) for name in tapped]
        graph = helper.make_graph(self._nodes, "multilingual-e5-small-de", inputs, outputs, list(self._constants.values()))
        opsets = [helper.make_opsetid("", OPSET), helper.make_opsetid(RUNTIME_OPERATORS, 1)]
        return helper.make_model(graph, opset_imports=opsets, ir_version=8).SerializeToString(deterministic=True)


def write_embeddings(graph: GraphWriter, source: SourceModel, kept_ids: list[int]) -> str:
    """The kept rows of the word table stay exactly as stored (4 bits, block scales); the one token type joins the positions."""
    table = source.weights("emb.word", source.hidden).rows(kept_ids)
    packed = table.levels[:, 0::2] | (table.levels[:, 1::2] << 4)
    words = graph.add(
        "GatherBlockQuantized",
        graph.constant("word_levels", packed),
        "input_ids",
        graph.constant("word_scales", table.scales.astype(np.float32)),
        domain=RUNTIME_OPERATORS, bits=4, block_size=BLOCK, gather_axis=0, quantize_axis=1,
    )
    positions = source.vector("emb.pos").reshape(-1, source.hidden) + source.vector("emb.type")[: source.hidden]
    length = graph.add("Shape", "input_ids", start=1, end=2)
    zero = graph.constant("zero", np.array([0], np.int64))
    places = graph.add("Slice", graph.constant("positions", positions), zero, length, zero)
    return write_norm(graph, graph.add("Add", words, places), source, "emb.ln")


def write_mask(graph: GraphWriter) -> str:
    """0 for a token, a large negative number for padding, as [batch, 1, 1, sequence]."""
    mask = graph.add("Cast", "attention_mask", to=TensorProto.FLOAT)
    padding = graph.add("Sub", graph.constant("one", np.float32(1)), mask)
    penalty = graph.add("Mul", padding, graph.constant("padding_penalty", np.float32(-1e9)))
    return graph.add("Unsqueeze", penalty, graph.constant("head_axes", np.array([1, 2], np.int64)))


def write_attention(graph: GraphWriter, qkv: str, mask: str, source: SourceModel) -> str:
    size = source.hidden // source.heads
    split_shape = graph.constant("split_heads", np.array([0, 0, source.heads, size], np.int64))
    join_shape = graph.constant("join_heads", np.array([0, 0, source.hidden], np.int64))

    def heads(x, order):
        return graph.add("Transpose", graph.add("Reshape", x, split_shape), perm=order)

    q, k, v = graph.add("Split", qkv, outputs=3, axis=-1)
    products = graph.add("MatMul", heads(q, [0, 2, 1, 3]), heads(k, [0, 2, 3, 1]))
    scaled = graph.add("Mul", products, graph.constant("head_scale", np.float32(size**-0.5)))
    weights = graph.add("Softmax", graph.add("Add", scaled, mask), axis=-1)
    mixed = graph.add("MatMul", weights, heads(v, [0, 2, 1, 3]))
    return graph.add("Reshape", graph.add("Transpose", mixed, perm=[0, 2, 1, 3]), join_shape)


def write_norm(graph: GraphWriter, x: str, source: SourceModel, name: str) -> str:
    weight, bias = (graph.constant(f"{name}.{kind}", source.vector(f"{name}.{kind}")) for kind in "wb")
    return graph.add("LayerNormalization", x, weight, bias, axis=-1, epsilon=source.epsilon)


def write_linear(graph: GraphWriter, x: str, name: str, linear: LinearWeights | Int8Linear) -> str:
    bias = graph.constant(f"{name}.bias", linear.bias)
    if isinstance(linear, LinearWeights):
        return graph.add("Add", graph.add("MatMul", x, graph.constant(f"{name}.matrix", linear.matrix)), bias)
    if linear.factor is not None:
        x = graph.add("Mul", x, graph.constant(f"{name}.factor", linear.factor))
    scale, zero = graph.constant(f"{name}.input_scale", linear.input_scale), graph.constant(f"{name}.input_zero", linear.input_zero)
    matrix, scales = graph.constant(f"{name}.matrix", linear.matrix), graph.constant(f"{name}.scale", linear.scale)
    levels = graph.add("QuantizeLinear", x, scale, zero)
    return graph.add("MatMulIntegerToFloat", levels, matrix, scale, scales, zero, "", bias, domain=RUNTIME_OPERATORS)
